"""The published order of a shortlist. Every part is a whole number that the page shows.

House policy (workflow of matching): families in bed and breakfast head the list from day 28, because
day 43 is unlawful; then points for duty and days left, temporary accommodation, need, waiting and fit.
Bands of a housing register play no part. A person decides; the order only proposes.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from core.money import Money
from lettings.rules.match import HomeFacts, HouseholdFacts, PairFacts, plural, positive

NO_DUTY, PREVENTION, RELIEF, MAIN = 0, 1, 2, 3
DUTY_DAYS = 56


@dataclass(frozen=True)
class Weights:
    """The policy's figures: data approved by members, with their defaults.

    `bnb_from_day`: the day in bed and breakfast from which a family heads the list.
    Points: `duty` for any duty owed; `last_days` more on its last day, less for each day left;
    `nightly_most` at `nightly_full` pence a night of temporary accommodation; `need` for priority need;
    `adapted` for a household that needs an accessible home which this is; `waiting_most` at
    `waiting_full` days; `right_size`, `within_rent`, `right_area` for fit.
    """

    bnb_from_day: int = 28
    duty: int = 30
    last_days: int = 20
    nightly_most: int = 20
    nightly_full: int = 10_000
    need: int = 10
    adapted: int = 15
    waiting_most: int = 10
    waiting_full: int = 180
    right_size: int = 10
    within_rent: int = 5
    right_area: int = 5


@dataclass(frozen=True)
class Parts:
    """The points of one pair, or of columns of pairs, part by part."""

    bnb: Any
    duty: Any
    temporary: Any
    need: Any
    waiting: Any
    fit: Any

    @property
    def points(self) -> Any:
        return self.duty + self.temporary + self.need + self.waiting + self.fit


LABELS = {
    "bnb": "Days in bed and breakfast",
    "duty": "Duty owed and days left",
    "temporary": "Cost of temporary accommodation",
    "need": "Need",
    "waiting": "Time waiting",
    "fit": "How well it fits",
}


def at_most(value: Any, most: int) -> Any:
    return value - positive(value - most)


def parts(home: HomeFacts, household: HouseholdFacts, pair: PairFacts, weights: Weights) -> Parts:
    """The points of a pair, or of columns of pairs. `bnb` is the day when it counts, else 0."""
    owed = (household.duty > NO_DUTY) * 1
    clocked = ((household.duty == PREVENTION) | (household.duty == RELIEF)) * 1
    days_left = at_most(positive(household.days_left), DUTY_DAYS)
    return Parts(
        bnb=household.bnb_day * household.family * (household.bnb_day >= weights.bnb_from_day),
        duty=owed * weights.duty + clocked * (weights.last_days * (DUTY_DAYS - days_left) // DUTY_DAYS),
        temporary=at_most(household.nightly_cost * weights.nightly_most // weights.nightly_full, weights.nightly_most),
        need=household.priority_need * weights.need + household.needs_wheelchair * home.wheelchair * weights.adapted,
        waiting=at_most(household.waiting_days * weights.waiting_most // weights.waiting_full, weights.waiting_most),
        fit=(home.bedrooms == household.bedrooms) * weights.right_size
        + (home.monthly_rent <= household.rent_ceiling) * weights.within_rent
        + pair.wanted_area * weights.right_area,
    )


def fit_words(home: HomeFacts, household: HouseholdFacts, pair: PairFacts) -> str:
    """What the points for fit rest on, for one pair: size, rent and area as they are."""
    over = home.bedrooms - household.bedrooms
    size = "the right size" if over == 0 else f"{plural(abs(over), 'bedroom')} {'over' if over > 0 else 'short'}"
    above = home.monthly_rent - household.rent_ceiling
    rent = "rent within help" if above <= 0 else f"rent {Money(int(above)).short} a month above help"
    area = "an area that suits them" if pair.wanted_area else "outside the areas they asked for"
    return f"{size[:1].upper()}{size[1:]}, {rent}, {area}"


def ranking(parts_: Parts, fit_codes: np.ndarray, waiting_days: np.ndarray, references: np.ndarray) -> np.ndarray:
    """Positions in list order: fits before near misses before the rest, then bed and breakfast day,
    then points, then the longer wait, then the reference, so that no tie is left to chance."""
    points = np.asarray(parts_.points)
    return np.lexsort((references, -waiting_days, -points, -np.asarray(parts_.bnb), fit_codes))
