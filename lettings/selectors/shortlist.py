"""The shortlist of a home: every live household as a fit, a near miss or excluded, in the published order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

import numpy as np
from django.db.models import Exists, OuterRef, Prefetch

from core.access.actor import Actor
from core.rulebook.rules.rates import RateBook
from core.rulebook.rules.rent import Frequency, uc_month
from core.rulebook.selectors import policy, rates
from households.models import Duty, Household
from households.rules.case import MemberRole
from households.rules.placement import bnb_day
from households.selectors import needs as needs_of
from lettings.models import Offer
from lettings.rules import match, order
from lettings.rules.match import NO_LIMIT, Fit, HomeFacts, HouseholdFacts, Outcome, PairFacts
from lettings.rules.order import Parts, Weights
from properties.models import Let

HIGHEST_FLOOR = 99
DUTY_CODES = {"prevention": order.PREVENTION, "relief": order.RELIEF, "main": order.MAIN}


@dataclass(frozen=True)
class Entry:
    """One household on the list: where it stands, what it is, why not, and the points that placed it."""

    position: int
    household: Household
    outcome: Outcome
    parts: Parts
    facts: HouseholdFacts
    pair: PairFacts
    needs: needs_of.Needs


class Entries(Sequence[Entry]):
    """A stretch of the list in its order. What stands against a household is put in words only when it is looked at."""

    def __init__(self, look_at: Callable[[int], Entry], positions: range) -> None:
        self.look_at = look_at
        self.positions = positions

    def __len__(self) -> int:
        return len(self.positions)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self.look_at(position) for position in self.positions[index]]
        return self.look_at(self.positions[index])


@dataclass(frozen=True)
class Shortlist:
    """`starts` is the position, from 0, at which each group begins. `of_household` is key -> position."""

    let: Let
    on: date
    weights: Weights
    home: HomeFacts
    entries: Entries
    starts: dict[Fit, int]
    of_household: dict[int, int]

    def of(self, fit: Fit) -> Entries:
        after = list(Fit)[list(Fit).index(fit) + 1 :]
        stop = self.starts[after[0]] if after else len(self.entries)
        return Entries(self.entries.look_at, range(self.starts[fit], stop))

    def entry_of(self, household: Household) -> Entry | None:
        position = self.of_household.get(household.pk)
        return None if position is None else self.entries[position]


def weights_on(on: date) -> Weights:
    """The policy's weights in force on a day."""
    return Weights(**policy.numbers_named("shortlist_", on))


def home_facts(let: Let) -> HomeFacts:
    home = let.home
    return HomeFacts(
        bedrooms=home.bedrooms,
        max_occupants=home.max_occupants,
        monthly_rent=uc_month(let.rent, Frequency(let.rent_frequency)).pence,
        available_on=let.available_from.toordinal(),
        floor=0 if home.has_lift else home.floor,
        step_free=int(home.step_free),
        wheelchair=int(home.wheelchair_accessible),
        pets_considered=int(home.pets_considered),
        shared=int(home.room_in_shared_house),
    )


def candidates(actor: Actor) -> "Iterable[Household]":
    """Live households with all that matching reads, in a constant number of queries.

    People of 16 and 17 on their own never enter: children's services come first.
    """
    offers = Offer.objects.live().filter(household_reference=OuterRef("reference"))
    return (
        Household.objects.visible_to(actor)
        .live()
        .annotate(has_live_offer=Exists(offers))
        .prefetch_related(
            "members",
            "placements",
            Prefetch("duties", queryset=Duty.objects.open(), to_attr="open_duties"),
            "excluded_landlords",
        )
    )


def household_facts(household: Household, needs: needs_of.Needs, on: date) -> HouseholdFacts:
    members = list(household.members.all())
    children = any(m.role == MemberRole.CHILD and m.age_on(on) < 18 for m in members)
    pregnant = any(m.role == MemberRole.EXPECTED_BABY for m in members)
    duties = sorted(household.open_duties, key=lambda duty: duty.satisfied_on)
    duty = duties[-1] if duties else None
    placements = list(household.placements.all())
    open_stay = next((p for p in placements if p.open_on(on)), None)
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
        bnb_day=bnb_day([p.stay() for p in placements], on),
        duty=DUTY_CODES[duty.kind] if duty else order.NO_DUTY,
        days_left=duty.days_left(on) if duty else 0,
        nightly_cost=open_stay.nightly_cost.pence if open_stay else 0,
        priority_need=int(household.priority_need == "yes"),
        waiting_days=(on - household.approach_on).days,
    )


def pair_facts(let: Let, household: Household) -> PairFacts:
    here = {let.home.outcode, let.home.authority_code}
    wanted = set(household.wanted_areas)
    return PairFacts(
        wanted_area=int(not wanted or bool(wanted & here)),
        unsafe_area=int(bool(set(household.unsafe_areas) & here)),
        barred_landlord=int(any(barred.pk == let.home.landlord_id for barred in household.excluded_landlords.all())),
    )


def may_enter(household: Household, on: date) -> bool:
    """A person of 16 or 17 on their own never enters the private match (workflows 2.17)."""
    applicant = next((m for m in household.members.all() if m.role == MemberRole.APPLICANT), None)
    return applicant is not None and applicant.age_on(on) >= 18


def rates_for(households: list[Household]) -> RateBook:
    """The rates of the areas that these households are in."""
    areas = sorted({household.brma_key for household in households if household.brma_key})
    return rates.rate_book(*areas) if areas else RateBook({}, ())


def for_let(let: Let, actor: Actor, on: date, book: RateBook | None = None) -> Shortlist:
    """The whole list for one home, in the published order, with reasons in words."""
    weights = weights_on(on)
    home = home_facts(let)
    households = [household for household in candidates(actor) if may_enter(household, on)]
    book = book or rates_for(households)
    judged = [needs_of.needs(household, on, book) for household in households]
    facts = [household_facts(h, n, on) for h, n in zip(households, judged, strict=True)]
    pairs = [pair_facts(let, household) for household in households]
    columns, relations = match.columns(facts, HouseholdFacts), match.columns(pairs, PairFacts)
    codes = match.judge_all(home, columns, relations)
    scored = order.parts(home, columns, relations, weights)
    references = np.array([household.reference for household in households])
    ranked = order.ranking(scored, codes, columns.waiting_days, references).tolist()

    def look_at(position: int) -> Entry:
        index = ranked[position]
        return Entry(
            position=position + 1,
            household=households[index],
            outcome=match.judge(home, facts[index], pairs[index]),
            parts=order.parts(home, facts[index], pairs[index], weights),
            facts=facts[index],
            pair=pairs[index],
            needs=judged[index],
        )

    return Shortlist(
        let,
        on,
        weights,
        home,
        Entries(look_at, range(len(ranked))),
        {fit: int(np.count_nonzero(codes < code)) for code, fit in match.FIT_OF_CODE.items()},
        {households[index].pk: position for position, index in enumerate(ranked)},
    )


def for_household(household_ref: str, actor: Actor, on: date) -> list[tuple[Let, Outcome, Parts]]:
    """The homes to let for one household, best first, by the same rules."""
    household = next((h for h in candidates(actor).filter(reference=household_ref)), None)  # type: ignore[attr-defined]
    lets = list(Let.objects.available().select_related("home__landlord").order_by("reference"))
    if household is None or not lets or not may_enter(household, on):
        return []
    needs = needs_of.needs(household, on)
    facts = household_facts(household, needs, on)
    weights = weights_on(on)
    found = []
    for let in lets:
        home, pair = home_facts(let), pair_facts(let, household)
        found.append((let, match.judge(home, facts, pair), order.parts(home, facts, pair, weights)))
    rank = {Fit.FITS: 0, Fit.NEAR_MISS: 1, Fit.EXCLUDED: 2}
    return sorted(found, key=lambda row: (rank[row[1].fit], -row[2].points, row[0].reference))
