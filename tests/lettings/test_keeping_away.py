"""A landlord who is kept away from a household never receives it, whatever was under way."""

import pytest

from core.access.actor import Kind
from core.audit.models import Event, EventValues
from core.deadlines.models import Deadline
from core.errors import DomainError, IllegalMove
from core.notifications.models import OutboxMessage
from core.notifications.rules.safe_contact import SafeContact
from households.models import Household
from households.services import contact, exclusions
from lettings.models import Nomination, Offer
from lettings.services import keeping_away, nominations, offers, running_out, viewings, withdrawing
from properties.models import Let
from tests.world import World

pytestmark = pytest.mark.django_db
WHY = "Her sister-in-law runs it."


@pytest.fixture
def world(at) -> World:
    return World(at)


def keep_away(world: World, row: Household, let: Let, service=keeping_away.exclude) -> None:
    given = {"landlord_ref": let.home.landlord.reference, "reason": WHY}
    service(ref=row.reference, **given, actor=world.officer("triage"), at=world.at)


def told(template: str) -> list[str]:
    return list(OutboxMessage.objects.filter(template=template).values_list("to_name", flat=True))


def test_her_yes_after_it_sends_nothing_to_a_landlord_who_never_saw_her(world):
    let, row = world.let(), world.household()
    asked = world.nomination(let, row)
    elsewhere = world.nomination(world.let(world.home(world.someone(Kind.LANDLORD))), row)
    keep_away(world, row, let)
    asked.refresh_from_db()
    with pytest.raises(DomainError):
        nominations.resident_agrees(ref=asked.reference, seen=asked.version, actor=world.housing, at=world.at)
    assert (asked.state, asked.card) == ("withdrawn", {})
    assert not Deadline.objects.about(asked.subject).open().exists()
    assert told("forward_no_more_for_resident") == ["Ama Field"]
    assert told("forward_no_more_for_landlord") == told("sent_to_landlord") == []
    assert Nomination.objects.get(pk=elsewhere.pk).state == "resident_asked"


def test_an_offer_and_a_viewing_end_and_the_landlord_is_not_told_why(world):
    let, row = world.let(), world.household()
    offer = world.offer(world.nomination(let, row, upto="offer"))
    other = world.let(world.home())
    seen = world.nomination(other, row, upto="viewing")
    keep_away(world, row, let)
    assert Offer.objects.get(pk=offer.pk).state == "withdrawn"
    assert Let.objects.get(pk=let.pk).state == "available"
    assert set(Nomination.objects.values_list("state", flat=True)) == {"withdrawn"}
    assert seen.viewings.get().state == "cancelled"
    assert told("forward_no_more_for_landlord") == ["Rosa Quill", "Rosa Quill"]
    kept = [*OutboxMessage.objects.values(), *Event.objects.values(), *EventValues.objects.values()]
    assert WHY not in str(kept)


@pytest.mark.parametrize(("upto", "landlords"), [("resident_asked", []), ("viewing", ["Rosa Quill"])])
def test_whoever_knew_hears_that_an_officer_withdrew_and_not_why(world, upto, landlords):
    row = world.nomination(world.let(), world.household(), upto=upto)
    withdrawing.withdraw(ref=row.reference, seen=row.version, note=WHY, actor=world.housing, at=world.at)
    assert told("forward_no_more_for_resident") == ["Ama Field"]
    assert told("forward_no_more_for_landlord") == landlords
    assert set(row.viewings.values_list("state", flat=True)) <= {"cancelled"}
    assert WHY not in "".join(OutboxMessage.objects.values_list("body", flat=True))


def test_both_hear_that_an_offer_is_taken_back_unless_it_is_not_safe(world):
    row = world.household()
    contact.set_safe_contact(
        ref=row.reference, seen=row.version, rule=SafeContact(no_email=True), actor=world.housing, at=world.at
    )
    offer = world.offer(world.nomination(world.let(), row, upto="offer"))
    by = {"actor": world.housing, "at": world.at}
    for step in (offers.sign_suitability, offers.make):
        offer = step(ref=offer.reference, seen=offer.version, **by)
    taken = withdrawing.withdraw_offer(ref=offer.reference, seen=offer.version, note=WHY, **by)
    assert (taken.state, taken.nomination.state) == ("withdrawn", "withdrawn")
    message = OutboxMessage.objects.get(template="forward_no_more_for_resident")
    assert message.state == "refused"
    assert "taken back our offer" in message.body
    assert told("forward_no_more_for_landlord") == ["Rosa Quill"]
    with pytest.raises(IllegalMove):
        withdrawing.withdraw_offer(ref=offer.reference, seen=taken.version, note=WHY, **by)


def test_no_step_passes_once_the_landlord_is_kept_away(world):
    let, row = world.let(), world.household()
    keep_away(world, row, let, exclusions.exclude)
    with pytest.raises(DomainError, match="cannot be put forward"):
        world.nomination(let, row)
    Household.objects.get(pk=row.pk).exclusions.all().delete()
    steps = {
        "resident_asked": nominations.resident_agrees,
        "sent_to_landlord": nominations.landlord_accepts,
        "landlord_accepted": viewings.arrange,
        "offer": offers.draft,
    }
    for upto, step in steps.items():
        one = world.household(name=upto)
        nomination = world.nomination(world.let(world.home()), one, upto=upto)
        keep_away(world, one, let, exclusions.exclude)
        more = {
            viewings.arrange: {"starts_at": world.at.replace(year=2027), "where_to_meet": "At the door"},
            offers.draft: {"terms": None},
        }.get(step, {})
        name = "nomination_ref" if step is offers.draft else "ref"
        with pytest.raises(DomainError) as refused:
            step(**{name: nomination.reference}, seen=nomination.version, **more, actor=world.housing, at=world.at)
        assert refused.value.code == "kept_away", upto


def test_an_offer_is_not_made_once_the_landlord_is_kept_away(world):
    let, row = world.let(), world.household()
    offer = world.offer(world.nomination(let, row, upto="offer"))
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    keep_away(world, row, let, exclusions.exclude)
    with pytest.raises(DomainError, match="cannot be put forward"):
        offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)


def test_a_landlord_reads_the_same_words_whatever_ended_it(world):
    def made() -> Offer:
        home = world.home(world.someone(Kind.LANDLORD))
        offer = world.offer(world.nomination(world.let(home), world.household(resident=False), upto="offer"))
        for step in (offers.sign_suitability, offers.make):
            offer = step(ref=offer.reference, seen=offer.version, **by)
        return offer

    by = {"actor": world.housing, "at": world.at}
    kept, taken, refused, silent = made().nomination, made(), made(), made()
    keep_away(world, kept.household, kept.let)
    withdrawing.withdraw_offer(ref=taken.reference, seen=taken.version, note=WHY, **by)
    offers.refuse(ref=refused.reference, seen=refused.version, reasons=WHY, **by)
    world.later(days=6)
    by["at"] = world.at
    running_out.lapse(ref=silent.reference, seen=silent.version, tried=WHY, **by)
    subjects = [kept.subject, taken.nomination.subject, refused.nomination.subject, silent.nomination.subject]
    read = [OutboxMessage.objects.about(one).filter(to_name="Rosa Quill").last() for one in subjects]
    assert len({(message.template, message.body) for message in read}) == 1
    assert "We no longer put forward a household" in read[0].body
