"""Two officers at once. Each race has a twin without locks, which must go wrong."""

import re
from threading import Barrier

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.errors import DomainError, Stale
from households.models import Household
from households.services import cases
from households.services.cases import Needs
from lettings.models import Nomination, Offer
from lettings.services import keeping_away, nominations, offers, withdrawing
from lettings.services.offers import Terms
from properties.models import Let
from tests.reliability.unlocked import together, unlocked
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
ROUNDS = 10
ONE_OFFER = (("lettings_offer", "one_live_offer_a_let"), ("lettings_offer", "one_live_offer_a_household"))


def two_for_one_home(world: World) -> list:
    """Two households ready for an offer of the same home."""
    let = world.let()
    Let.objects.filter(pk=let.pk).update(viewing_mode="group")
    return [world.nomination(let, world.household(name=name), upto="offer") for name in ("Ama Field", "Bo Marsh")]


def draft(world: World, nomination):
    terms = Terms(basis="ordinary", move_on=world.on)
    return lambda: offers.draft(
        nomination_ref=nomination.reference, seen=nomination.version, terms=terms, actor=world.housing, at=world.at
    )


def won(outcomes: list) -> list:
    return [outcome for outcome in outcomes if not isinstance(outcome, Exception)]


def test_one_home_is_offered_to_one_household(at):
    world = World(at)
    outcomes = together(*(draft(world, nomination) for nomination in two_for_one_home(world)))
    assert len(won(outcomes)) == 1
    assert isinstance(next(o for o in outcomes if isinstance(o, Exception)), DomainError | Stale)
    assert Offer.objects.live().count() == 1


def test_without_locks_the_home_is_offered_twice(at):
    world = World(at)
    calls = [draft(world, nomination) for nomination in two_for_one_home(world)]
    with unlocked("let", Barrier(2), *ONE_OFFER):
        outcomes = together(*calls)
    assert len(won(outcomes)) == 2, outcomes
    assert Offer.objects.live().count() == 2


def two_homes_for_one(world: World) -> list:
    """One household ready for an offer of two homes."""
    household = world.household()
    return [world.nomination(world.let(), household, upto="offer") for _ in range(2)]


def test_one_household_gets_one_offer(at):
    world = World(at)
    outcomes = together(*(draft(world, nomination) for nomination in two_homes_for_one(world)))
    assert len(won(outcomes)) == 1
    assert isinstance(next(o for o in outcomes if isinstance(o, Exception)), DomainError | Stale)
    assert Offer.objects.live().count() == 1
    assert Let.objects.filter(state="under_offer").count() == 1


def test_without_locks_the_household_gets_two(at):
    world = World(at)
    calls = [draft(world, nomination) for nomination in two_homes_for_one(world)]
    with unlocked("let", Barrier(2), *ONE_OFFER):
        outcomes = together(*calls)
    assert len(won(outcomes)) == 2, outcomes


def forward_and_kept_away(world: World) -> list:
    """An officer puts a household forward in the instant in which another keeps the landlord away."""
    let, household, by = world.let(), world.household(), {"actor": world.housing, "at": world.at}
    owner = let.home.landlord.reference
    return [
        lambda: nominations.put_forward(
            let_ref=let.reference, household_ref=household.reference, shortlist={"position": 1}, **by
        ),
        lambda: keeping_away.exclude(ref=household.reference, landlord_ref=owner, reason="They fled from it", **by),
    ]


def test_nobody_stays_forward_for_a_landlord_who_is_kept_away(at):
    outcomes = together(*forward_and_kept_away(World(at)))
    assert won(outcomes[1:]), outcomes
    assert not Nomination.objects.live().exists()


def test_without_locks_they_stay_forward(at):
    """Whoever keeps the landlord away may still be the slower one and see the nomination: it happens in some round."""
    world = World(at)
    for _ in range(ROUNDS):
        calls = forward_and_kept_away(world)
        with unlocked("household", Barrier(2)):
            outcomes = together(*calls)
        assert len(won(outcomes)) == 2, outcomes
        if Nomination.objects.live().exists():
            return
    pytest.fail("the locks are not what keeps them apart")


def locks(call) -> list[str]:
    """The tables whose rows a step locks, each once, in the order of the first lock."""
    with CaptureQueriesContext(connection) as queries:
        call()
    found = [re.search(r'FOR UPDATE OF "(\w+)"', query["sql"]) for query in queries]
    return list(dict.fromkeys(match[1] for match in found if match))


def test_every_step_locks_in_one_order(at):
    world = World(at)
    home, household = "properties_let", "households_household"
    forward, offered = "lettings_nomination", "lettings_offer"
    put_forward, exclude = forward_and_kept_away(world)
    assert locks(put_forward) == [home, household]
    assert locks(exclude) == [home, household, forward]
    nomination = world.nomination(world.let(), world.household(name="Bo Marsh"), upto="offer")
    assert locks(draft(world, nomination)) == [home, forward]
    offer = Offer.objects.get()
    given = {"ref": offer.reference, "seen": offer.version, "note": "Damp", "actor": world.housing, "at": at}
    assert locks(lambda: withdrawing.withdraw_offer(**given))[:2] == [home, offered]


def change(world: World, row: Household, area: str):
    needs = Needs(brma_key=row.brma_key, wanted_areas=(area,))
    return lambda: cases.change_needs(
        ref=row.reference, seen=row.version, needs=needs, actor=world.housing, at=world.at
    )


def test_the_second_of_two_edits_is_refused(at):
    world = World(at)
    row = world.household()
    outcomes = together(change(world, row, "DA1"), change(world, row, "DA2"))
    assert len(won(outcomes)) == 1
    assert isinstance(next(o for o in outcomes if isinstance(o, Exception)), Stale)


def test_without_locks_one_of_two_edits_is_lost(at):
    world = World(at)
    row = world.household()
    with unlocked("household", Barrier(2)):
        outcomes = together(change(world, row, "DA1"), change(world, row, "DA2"))
    assert len(won(outcomes)) == 2
