"""From a landlord's home to the keys, told through services."""

import pytest

from core import dates
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.documents.rules import kinds
from core.errors import DomainError
from core.money import Money
from core.notifications.models import OutboxMessage
from deposits.models import Guarantee
from deposits.services import guarantees
from deposits.services.guarantees import InventoryGiven
from lettings.models import Nomination
from lettings.rules.match import Fit
from lettings.selectors import shortlist
from lettings.services import offers
from properties.models import Let
from tenancies.services import tenancies
from tests.world import World, picture

pytestmark = pytest.mark.django_db

MOVED_IN = {"written_statement": True, "alarms_tested": True}


def accept(world: World, nomination: Nomination) -> None:
    offer = world.offer(nomination)
    for step in (offers.sign_suitability, offers.make, offers.accept):
        offer = step(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)


def test_a_landlords_home_becomes_a_familys(at):
    world = World(at)

    # Rosa registers, sends her flat with its certificates, and applies for the guarantee.
    home = world.home()
    application = world.application(home, upto="offer_signed")
    assert application.amount == Money(114_807)
    let = world.let(home)

    # A mother and her son are owed relief. The shortlist says why the flat fits them.
    household = world.household()
    entry = shortlist.for_let(let, world.housing, world.on).entries[0]
    assert (entry.household.pk, entry.outcome.fit) == (household.pk, Fit.FITS)
    assert entry.needs.rent_ceiling == Money(99_500)

    # They are asked first, then Rosa; they see it, and it is offered and accepted.
    nomination = world.nomination(let, household, upto="offer")
    accept(world, nomination)
    let.refresh_from_db()
    assert let.state == "let_agreed"
    world.later(days=7)
    guarantee = hand_over(world, nomination)
    let.refresh_from_db()
    assert let.state == "let"
    take_inventory(world, guarantee)
    assert not Deadline.objects.about(let.subject).open().exists()


def hand_over(world: World, nomination: Nomination) -> Guarantee:
    """The keys: the tenancy begins, the home is let, the guarantee is in force and has its certificate."""
    tenancy = tenancies.start(
        nomination_ref=nomination.reference,
        started_on=world.on,
        checks=MOVED_IN,
        actor=world.housing,
        at=world.at,
    )
    guarantee = guarantees.start_for_tenancy(tenancy_ref=tenancy.reference, actor=world.housing, at=world.at)
    again = guarantees.start_for_tenancy(tenancy_ref=tenancy.reference, actor=world.housing, at=world.at)
    assert again == guarantee
    assert Guarantee.objects.count() == 1
    assert guarantee.certificate_reference
    assert [(cover.label, cover.covered) for cover in guarantee.cover_on(world.on)] == [
        ("Rent arrears", True),
        ("Damage", False),
    ]
    return guarantee


def take_inventory(world: World, guarantee: Guarantee) -> None:
    """Damage cover starts with the signed inventory."""
    photo = world.document(world.housing, kinds.INVENTORY, picture(), "hall.jpg")
    guarantees.record_inventory(
        ref=guarantee.reference,
        seen=guarantee.version,
        given=InventoryGiven(world.on, "Rosa Quill", "Ama Field", ((photo.reference, "The hall"),)),
        actor=world.housing,
        at=world.at,
    )
    fresh = Guarantee.objects.get(pk=guarantee.pk)
    assert all(cover.covered for cover in fresh.cover_on(world.on))
    assert dates.in_words(fresh.end_on) == "Sunday 28 November 2027"
    assert Event.objects.filter(action="guarantee.start").count() == 1


def test_everyone_else_who_was_forward_is_told_kindly(at):
    world = World(at)
    home = world.home()
    let = world.let(home)
    Let.objects.filter(pk=let.pk).update(viewing_mode="group")
    first, second = world.household(), world.household(name="Bo Marsh")
    chosen, other = world.nomination(let, first, upto="offer"), world.nomination(let, second)
    accept(world, chosen)
    other.refresh_from_db()
    assert other.state == "superseded"
    message = OutboxMessage.objects.get(template="superseded")
    assert "you keep your place" in message.body
    assert message.to_name == "Bo Marsh"


def test_a_refused_offer_makes_the_home_available_again_by_itself(at):
    world = World(at)
    let = world.let()
    nomination = world.nomination(let, world.household(), upto="offer")
    offer = world.offer(nomination)
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offers.refuse(
        ref=offer.reference, seen=offer.version, reasons="Too far from school", actor=world.housing, at=world.at
    )
    let.refresh_from_db()
    assert let.state == "available"
    assert Nomination.objects.get().state == "resident_declined"


def test_no_keys_without_the_written_terms(at):
    world = World(at)
    let = world.let()
    nomination = world.nomination(let, world.household(), upto="offer")
    offer = world.offer(nomination)
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offers.accept(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    with pytest.raises(DomainError, match="written statement"):
        tenancies.start(
            nomination_ref=nomination.reference,
            started_on=world.on,
            checks={"alarms_tested": True},
            actor=world.housing,
            at=world.at,
        )
    let.refresh_from_db()
    assert let.state == "let_agreed"
