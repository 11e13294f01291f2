"""The shortlist of a home, and the homes for a household: fits, near misses and the rest, in the published order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import overload

import numpy as np

from core.access.actor import Actor
from core.rulebook.rules.rates import RateBook
from core.rulebook.rules.rent import Frequency, uc_month
from core.rulebook.selectors import policy
from households.models import Exclusion, Household
from households.selectors.counting import Counts
from households.selectors.needs import Needs, needs_of
from lettings.rules import match, order
from lettings.rules.match import Fit, HomeFacts, HouseholdFacts, Outcome, PairFacts
from lettings.rules.order import Parts, Weights
from lettings.selectors.candidates import Seeker, candidates, household_facts, may_enter, rates_for
from properties.models import Let


@dataclass(frozen=True)
class Entry:
    """One household on the list: where it stands, what it is, why not, and the points that placed it."""

    position: int
    household: Seeker
    outcome: Outcome
    parts: Parts
    facts: HouseholdFacts
    pair: PairFacts
    work_out: Callable[[], Needs] = field(compare=False)

    @property
    def needs(self) -> Needs:
        """What the household needs, with the lines that made it."""
        return self.work_out()


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


def pair_facts(let: Let, household: Seeker, *, barred: bool) -> PairFacts:
    """`barred`: this landlord's homes are kept away from the household."""
    here, wanted = {let.home.outcode, let.home.authority_code}, household.wanted_areas
    return PairFacts(
        wanted_area=int(not wanted or not here.isdisjoint(wanted)),
        unsafe_area=int(not here.isdisjoint(household.unsafe_areas)),
        barred_landlord=int(barred),
    )


def for_let(let: Let, actor: Actor, on: date, book: RateBook | None = None) -> Shortlist:
    """The whole list for one home, in the published order, with reasons in words."""
    weights = weights_on(on)
    home = home_facts(let)
    found = [candidate for candidate in candidates(actor) if may_enter(candidate, on)]
    book = book or rates_for(found)
    kept_away = set(Exclusion.objects.filter(landlord_id=let.home.landlord_id).values_list("household_id", flat=True))
    households = [candidate.household for candidate in found]
    counts = Counts(on, book)
    facts = [household_facts(each, counts.of(each.household, each.members), on) for each in found]
    pairs = [pair_facts(let, household, barred=household.pk in kept_away) for household in households]
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
            work_out=partial(needs_of, households[index], found[index].members, on, book),
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


@dataclass(frozen=True)
class HomesFor:
    """The homes to let that fit a household or nearly do, best first, as many as asked for, and how many there are."""

    entries: list[tuple[Let, Outcome]]
    near: int
    excluded: int


def for_household(household: Household, needs: Needs, actor: Actor, on: date, *, most: int) -> HomesFor:
    """The homes to let for one household by the same rules. `most` is the number of homes to put in words."""
    candidate = next(iter(candidates(actor, reference=household.reference)), None)
    lets = list(Let.objects.available().select_related("home").order_by("reference"))
    if candidate is None or not lets or not may_enter(candidate, on):
        return HomesFor([], 0, 0)
    facts = household_facts(candidate, needs, on)
    barred = set(Exclusion.objects.filter(household=household).values_list("landlord_id", flat=True))
    homes = [home_facts(let) for let in lets]
    pairs = [pair_facts(let, candidate.household, barred=let.home.landlord_id in barred) for let in lets]
    columns, relations = match.columns(homes, HomeFacts), match.columns(pairs, PairFacts)
    codes = match.judge_all(columns, facts, relations)
    points = np.broadcast_to(order.parts(columns, facts, relations, weights_on(on)).points, codes.shape)
    ranked = np.lexsort((np.arange(len(lets)), -points, codes)).tolist()
    near = int(np.count_nonzero(codes != match.OUT))
    shown = [(lets[index], match.judge(homes[index], facts, pairs[index])) for index in ranked[: min(near, most)]]
    return HomesFor(shown, near, len(lets) - near)
