"""The end of the main duty, with what the record must prove first."""

from datetime import date, timedelta

import pytest

from core.errors import DomainError, Refused
from households.models import Duty, Household
from households.rules.case import Question
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.rules.offer_made import Answer, OfferKind, OfferMade
from households.services import duties, letters, signing
from households.services.duties import End
from lettings.selectors.made import offers_made_to
from lettings.services import offers
from tests.households.steps import moment, send
from tests.world import World

pytestmark = pytest.mark.django_db


def main_owed(world: World) -> Household:
    row = world.household(satisfied_on=world.on)
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    world.decide(row, Question.INTENTIONAL, "no")
    world.later(days=60)
    duties.record_lapse(ref=row.duties.get().reference, lapses_if_open=False, actor=world.manager, at=world.at)
    return row


def end(world: World, row: Household, ground: Ground, reason: str) -> Duty:
    duty = row.duties.get(kind=DutyKind.MAIN)
    asked = duties.end_or_ask(
        ref=duty.reference,
        seen=duty.version,
        end=End(ground, reason, "As recorded.", world.on),
        actor=world.housing,
        at=world.at,
    )
    signing.sign(ref=asked.reference, seen=asked.version, actor=world.manager, at=world.at)
    return row.duties.get(kind=DutyKind.MAIN)


def test_refused_temporary_accommodation_ends_it_only_after_both_letters(at):
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    with pytest.raises(DomainError, match=r"s193\(5\)"):
        end(world, row, Ground.REFUSED_TEMPORARY, "refused_ta")
    offer = send(world, row, LetterKind.TEMPORARY_OFFER, about="3 Temple Hill, Dartford")
    assert offer.review_last_day == offer.notified_on + timedelta(days=20)
    send(world, row, LetterKind.REFUSAL_WARNING, of=offer.reference)
    world.later(days=8)
    duty = end(world, row, Ground.REFUSED_TEMPORARY, "refused_ta")
    assert (duty.state, duty.ground, duty.ended_on) == ("ended", "refused_temporary", world.on)
    letter = send(world, row, LetterKind.END_OF_MAIN)
    letters.countersign(ref=letter.reference, seen=letter.version, actor=world.manager, at=world.at)
    letter.refresh_from_db()
    assert (letter.state, letter.checklist["circumstance"]) == ("sent", True)


def test_someone_still_eligible_does_not_lose_it_for_not_being_so(at):
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    with pytest.raises(DomainError, match="not eligible"):
        end(world, row, Ground.NOT_ELIGIBLE, "not_eligible")
    world.decide(row, Question.ELIGIBLE, "no")
    assert end(world, row, Ground.NOT_ELIGIBLE, "not_eligible").state == "ended"


def test_a_private_offer_that_was_accepted_is_read_from_the_offers(at):
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    with pytest.raises(DomainError, match="No private offer"):
        end(world, row, Ground.ACCEPTED_PRIVATE, "prso_accepted")
    nomination = world.nomination(world.let(), row, upto="offer")
    offer = world.offer(nomination, basis="main_duty_private")
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offers.accept(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    made = OfferMade(
        OfferKind.MAIN_DUTY_PRIVATE, world.on, Answer.ACCEPTED, offer.reference, "12 Orchard Street, Dartford"
    )
    assert offers_made_to(row.reference) == [made]
    assert end(world, row, Ground.ACCEPTED_PRIVATE, "prso_accepted").ground == "accepted_private"


def test_a_final_offer_refused_while_bound_elsewhere_ends_nothing(at):
    """Vector 35, for the main duty: s193(7F), (8)."""
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    offer = send(world, row, LetterKind.PART_6_OFFER)
    send(world, row, LetterKind.REFUSAL_WARNING, of=offer.reference)
    world.later(days=8)
    Household.objects.filter(pk=row.pk).update(existing_liability_ends_on=date(2027, 1, 15))
    with pytest.raises(DomainError, match="still bound"):
        end(world, row, Ground.REFUSED_PART_6, "part6_refused")
    Household.objects.filter(pk=row.pk).update(landlord_release_on=world.on)
    assert end(world, row, Ground.REFUSED_PART_6, "part6_refused").state == "ended"


def test_an_offer_letter_names_the_home_and_gives_time(at):
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    with pytest.raises(DomainError, match="accommodation"):
        send(world, row, LetterKind.TEMPORARY_OFFER, about=" ")
    with pytest.raises(DomainError, match="no duty"):
        send(world, row, LetterKind.COOPERATION_WARNING)


def test_a_refusal_to_cooperate_is_signed_by_someone_not_involved(at):
    world = World(at)
    row = world.household()
    letter = send(world, row, LetterKind.COOPERATION_WARNING, about="Coming to see us on three days")
    world.later(days=8)
    duty = row.duties.get()
    given = End(Ground.NON_COOPERATION, "notice_noncoop", "No reason was given.", world.on)
    asked = duties.end_or_ask(ref=duty.reference, seen=duty.version, end=given, actor=world.housing, at=world.at)
    type(letter).objects.update(signed_by_id=world.manager.user_id)
    with pytest.raises(DomainError, match="not involved"):
        signing.sign(ref=asked.reference, seen=asked.version, actor=world.manager, at=world.at)
    with pytest.raises(Refused):
        signing.sign(ref=asked.reference, seen=asked.version, actor=world.housing, at=world.at)
    other = world.officer("manager")
    signing.sign(ref=asked.reference, seen=asked.version, actor=other, at=world.at)
    assert row.duties.get().state == "ended"
