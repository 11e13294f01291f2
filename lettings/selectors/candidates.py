"""The households that may be matched with a home, and their facts as the rules read them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast

from core.access.actor import Actor
from core.money import Money
from core.rulebook.rules.rates import RateBook
from core.rulebook.selectors import rates
from households.models import Duty, Household, Member, Placement
from households.rules.case import MemberRole
from households.rules.duty import days_left
from households.rules.placement import bnb_day
from households.selectors.counting import Counted, MemberRow, member_rows
from households.selectors.needs import Needs
from lettings.models import Offer
from lettings.rules import order
from lettings.rules.match import NO_LIMIT, HouseholdFacts

HIGHEST_FLOOR = 99
DUTY_CODES = {"prevention": order.PREVENTION, "relief": order.RELIEF, "main": order.MAIN}


class Seeker(NamedTuple):
    """A household as matching reads one, without the weight of a model. `wanted` and `unsafe` are areas as kept."""

    pk: int
    reference: str
    name: str
    lead_officer_id: int | None
    approach_on: date
    priority_need: str
    brma_key: str
    rent_ceiling: Money | None
    move_by: date | None
    pets: str
    max_floor_without_lift: int | None
    needs_step_free: bool
    needs_wheelchair: bool
    wanted: str
    unsafe: str
    has_live_offer: bool

    @property
    def subject(self) -> tuple[str, str]:
        return (Household.KIND, self.reference)

    @property
    def wanted_areas(self) -> frozenset[str]:
        return areas(self.wanted)

    @property
    def unsafe_areas(self) -> frozenset[str]:
        return areas(self.unsafe)


@lru_cache(maxsize=1024)
def areas(kept: str) -> frozenset[str]:
    """A list of areas from the words in which the database keeps it: many households have the same."""
    return frozenset(json.loads(kept))


class DutyRow(NamedTuple):
    household_id: int
    kind: str
    last_day: date | None

    def days_left(self, on: date) -> int:
        return days_left(self.last_day, on)


@dataclass(frozen=True)
class Candidate:
    """A household with the rows that matching reads of it. `duty` is the open one, the latest where there are two."""

    household: Seeker
    members: list[MemberRow]
    placements: list[Placement]
    duty: DutyRow | None


def candidates(actor: Actor, **about: str) -> list[Candidate]:
    """Live households that the actor may know of, in a constant number of queries, however many.

    A related manager with its own query set for each household would cost more than the matching, and so would a
    model of every row.
    """
    offers = Offer.objects.live().filter(household_reference=OuterRef("reference"))
    households = Household.objects.visible_to(actor).live().filter(**about)
    keys = households.order_by().values("pk")
    members = _by_household(member_rows(Member.objects.filter(household__in=keys).order_by("pk")))
    placements = _by_household(Placement.objects.filter(household__in=keys).order_by("pk"))
    open_duties = Duty.objects.open().filter(household__in=keys).order_by("satisfied_on", "pk")
    duties = _by_household(map(DutyRow._make, open_duties.values_list(*DutyRow._fields)))
    whole = households.annotate(
        has_live_offer=Exists(offers),
        wanted=Cast("wanted_areas", TextField()),
        unsafe=Cast("unsafe_areas", TextField()),
    )
    return [
        Candidate(
            household=household,
            members=members.get(household.pk, []),
            placements=placements.get(household.pk, []),
            duty=duties.get(household.pk, [None])[-1],
        )
        for household in map(Seeker._make, whole.values_list(*Seeker._fields))
    ]


def _by_household(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.household_id, []).append(row)
    return found


def household_facts(candidate: Candidate, needs: Counted | Needs, on: date) -> HouseholdFacts:
    household, duty = candidate.household, candidate.duty
    children = any(m.role == MemberRole.CHILD and m.age_on(on) < 18 for m in candidate.members)
    pregnant = any(m.role == MemberRole.EXPECTED_BABY for m in candidate.members)
    open_stay = next((p for p in candidate.placements if p.open_on(on)), None)
    return HouseholdFacts(
        people=needs.people,
        children=int(children),
        bedrooms=needs.bedrooms,
        rent_ceiling=needs.rent_ceiling.pence if needs.rent_ceiling is not None else 0,
        move_by=household.move_by.toordinal() if household.move_by else NO_LIMIT,
        max_floor=household.max_floor_without_lift if household.max_floor_without_lift is not None else HIGHEST_FLOOR,
        needs_step_free=int(household.needs_step_free),
        needs_wheelchair=int(household.needs_wheelchair),
        pets=int(household.pets != "none"),
        has_live_offer=int(household.has_live_offer),
        family=int(children or pregnant),
        bnb_day=bnb_day([p.stay() for p in candidate.placements], on),
        duty=DUTY_CODES[duty.kind] if duty else order.NO_DUTY,
        days_left=duty.days_left(on) if duty else 0,
        nightly_cost=open_stay.nightly_cost.pence if open_stay else 0,
        priority_need=int(household.priority_need == "yes"),
        waiting_days=(on - household.approach_on).days,
    )


def may_enter(candidate: Candidate, on: date) -> bool:
    """A person of 16 or 17 on their own never enters the private match (workflows 2.17)."""
    applicant = next((m for m in candidate.members if m.role == MemberRole.APPLICANT), None)
    return applicant is not None and applicant.age_on(on) >= 18


def rates_for(candidates: Iterable[Candidate]) -> RateBook:
    """The rates of the areas that these households are in."""
    areas = sorted({each.household.brma_key for each in candidates if each.household.brma_key})
    return rates.rate_book(*areas) if areas else RateBook({}, ())
