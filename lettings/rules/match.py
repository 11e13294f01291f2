"""Does a home fit a household? One definition of each rule, for one pair or for thousands at once.

A rule measures a gap: 0 when the home fits, otherwise how far it is from fitting. The gap is plain
integer arithmetic over the facts, so the same function takes one household or a numpy column of
them, one home or a column of them. Words are made only for the pairs that a person looks at.

Facts are integers throughout: money in pence, days as `date.toordinal()`, truth as 0 or 1.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from core import dates
from core.money import Money

NO_LIMIT = 1_000_000


class Fit(StrEnum):
    FITS = "fits"
    NEAR_MISS = "near_miss"
    EXCLUDED = "excluded"


@dataclass(frozen=True)
class HomeFacts:
    """A home to let, as far as matching cares. `floor` counts stairs to climb: 0 where there is a lift."""

    bedrooms: Any
    max_occupants: Any
    monthly_rent: Any
    available_on: Any
    floor: Any
    step_free: Any
    wheelchair: Any
    pets_considered: Any
    shared: Any


@dataclass(frozen=True)
class HouseholdFacts:
    """A household, as far as matching cares.

    `bedrooms` is the bedroom standard used for suitability, never the benefit answer. `rent_ceiling` is
    the most rent a month that their Local Housing Allowance or their officer's figure covers.
    `move_by` is NO_LIMIT when no day is set.
    """

    people: Any
    children: Any
    bedrooms: Any
    rent_ceiling: Any
    move_by: Any
    max_floor: Any
    needs_step_free: Any
    needs_wheelchair: Any
    pets: Any
    has_live_offer: Any
    family: Any
    bnb_day: Any
    duty: Any
    days_left: Any
    nightly_cost: Any
    priority_need: Any
    waiting_days: Any


@dataclass(frozen=True)
class PairFacts:
    """What only the two together say: areas, and landlords kept away from a household."""

    wanted_area: Any
    unsafe_area: Any
    barred_landlord: Any


@dataclass(frozen=True)
class Rule:
    """`near` is the largest gap that one change could close; 0 when nothing can.

    `reason` says why it does not fit, `change` the single change that would make it fit.
    """

    code: str
    gap: Callable[[HomeFacts, HouseholdFacts, PairFacts], Any]
    near: int
    reason: Callable[[HomeFacts, HouseholdFacts, int], str]
    change: Callable[[HomeFacts, HouseholdFacts, int], str]


def positive(value: Any) -> Any:
    """The value where it is above zero, else zero, for one number or a column."""
    return value * (value > 0)


def nothing(_home: HomeFacts, _household: HouseholdFacts, _gap: int) -> str:
    return ""


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


RULES: tuple[Rule, ...] = (
    Rule(
        "too_few_bedrooms",
        lambda home, household, pair: positive(household.bedrooms - home.bedrooms),
        0,
        lambda home, household, gap: (
            f"They need {plural(household.bedrooms, 'bedroom')}; this home has {home.bedrooms}."
        ),
        nothing,
    ),
    Rule(
        "too_large",
        lambda home, household, pair: positive(home.bedrooms - household.bedrooms - 1),
        0,
        lambda home, household, gap: (
            f"This home has {plural(home.bedrooms, 'bedroom')}; they need {household.bedrooms}. "
            "We keep one more than needed as the limit."
        ),
        nothing,
    ),
    Rule(
        "too_many_people",
        lambda home, household, pair: positive(household.people - home.max_occupants),
        0,
        lambda home, household, gap: (
            f"There are {household.people} of them; at most {home.max_occupants} may live here."
        ),
        nothing,
    ),
    Rule(
        "shared_with_children",
        lambda home, household, pair: home.shared * household.children,
        0,
        lambda home, household, gap: "It is a room in a shared house, and there are children.",
        nothing,
    ),
    Rule(
        "rent",
        lambda home, household, pair: positive(home.monthly_rent - household.rent_ceiling),
        10_000,
        lambda home, household, gap: (
            f"The rent is {Money(gap).short} a month above the "
            f"{Money(int(household.rent_ceiling)).short} they can get help with."
        ),
        lambda home, household, gap: f"Rent {Money(gap).short} a month lower.",
    ),
    Rule(
        "available_late",
        lambda home, household, pair: positive(home.available_on - household.move_by),
        14,
        lambda home, household, gap: (
            f"Free from {dates.short(date.fromordinal(int(home.available_on)))}; "
            f"they must move by {dates.short(date.fromordinal(int(household.move_by)))}."
        ),
        lambda home, household, gap: f"Free {plural(gap, 'day')} earlier, or {plural(gap, 'day')} more where they are.",
    ),
    Rule(
        "stairs",
        lambda home, household, pair: positive(home.floor - household.max_floor),
        0,
        lambda home, household, gap: (
            f"It is on floor {home.floor} with no lift; they can manage floor {household.max_floor} at most."
        ),
        nothing,
    ),
    Rule(
        "step_free",
        lambda home, household, pair: household.needs_step_free * (1 - home.step_free),
        0,
        lambda home, household, gap: "They need a way in without steps.",
        nothing,
    ),
    Rule(
        "wheelchair",
        lambda home, household, pair: household.needs_wheelchair * (1 - home.wheelchair),
        0,
        lambda home, household, gap: "They need a home that a wheelchair user can live in.",
        nothing,
    ),
    Rule(
        "pets",
        lambda home, household, pair: household.pets * (1 - home.pets_considered),
        1,
        lambda home, household, gap: "They have a pet, and the landlord has not said yes to pets.",
        lambda home, household, gap: (
            "The landlord agrees to their pet (they can ask; the landlord must give a reason)."
        ),
    ),
    Rule(
        "area_unsafe",
        lambda home, household, pair: pair.unsafe_area,
        0,
        lambda home, household, gap: "This area is not safe for them.",
        nothing,
    ),
    Rule(
        "area_not_wanted",
        lambda home, household, pair: 1 - pair.wanted_area,
        1,
        lambda home, household, gap: "It is outside the areas they asked for.",
        lambda home, household, gap: "They agree to look in this area.",
    ),
    Rule(
        "landlord_barred",
        lambda home, household, pair: pair.barred_landlord,
        0,
        lambda home, household, gap: "This landlord must not be matched with them.",
        nothing,
    ),
    Rule(
        "has_offer",
        lambda home, household, pair: household.has_live_offer,
        0,
        lambda home, household, gap: "They are considering an offer of another home.",
        nothing,
    ),
)


@dataclass(frozen=True)
class Outcome:
    """One pair judged: what it is, why not, and the one change that would make it fit."""

    fit: Fit
    reasons: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    change: str = ""


def judge(home: HomeFacts, household: HouseholdFacts, pair: PairFacts) -> Outcome:
    """Judge one pair, with every reason in words.

    A near miss is one single gap that one change closes; two gaps exclude, even small ones.
    """
    gaps = [(rule, int(rule.gap(home, household, pair))) for rule in RULES]
    failed = [(rule, gap) for rule, gap in gaps if gap > 0]
    if not failed:
        return Outcome(Fit.FITS)
    reasons = tuple(rule.reason(home, household, gap) for rule, gap in failed)
    codes = tuple(rule.code for rule, _ in failed)
    rule, gap = failed[0]
    if len(failed) == 1 and gap <= rule.near:
        return Outcome(Fit.NEAR_MISS, reasons, codes, rule.change(home, household, gap))
    return Outcome(Fit.EXCLUDED, reasons, codes)


FITS, NEAR, OUT = 0, 1, 2
FIT_OF_CODE = {FITS: Fit.FITS, NEAR: Fit.NEAR_MISS, OUT: Fit.EXCLUDED}


def judge_all(home: HomeFacts, household: HouseholdFacts, pair: PairFacts) -> np.ndarray:
    """FITS, NEAR or OUT for every pair of the columns, by the same rules as `judge`."""
    failures: Any = 0
    closable: Any = 0
    for rule in RULES:
        gap = np.asarray(rule.gap(home, household, pair))
        failed = gap > 0
        failures = failures + failed
        closable = closable + (failed & (gap <= rule.near))
    failures, closable = np.asarray(failures), np.asarray(closable)
    return np.where(failures == 0, FITS, np.where((failures == 1) & (closable == 1), NEAR, OUT))


def columns(rows: list[Any], kind: type) -> Any:
    """The rows' facts as one object of the same kind, each fact a numpy column of 64-bit integers."""
    return kind(**{f.name: np.array([getattr(row, f.name) for row in rows], dtype=np.int64) for f in fields(kind)})
