"""The shortlist of one home over many households, beside the same rules one household at a time."""

import random
import time
from dataclasses import dataclass

import numpy as np

from lettings.rules import match, order
from lettings.rules.match import NO_LIMIT, HomeFacts, HouseholdFacts, PairFacts
from lettings.rules.order import Weights

HOME = HomeFacts(
    bedrooms=2,
    max_occupants=4,
    monthly_rent=99_500,
    available_on=739_950,
    floor=1,
    step_free=0,
    wheelchair=0,
    pets_considered=1,
    shared=0,
)
SHOWN = 25


@dataclass(frozen=True)
class Timing:
    """Seconds for the columns with words for what is shown, and for the plain loop. `households` were judged."""

    households: int
    columns: float
    loop: float


def crowd(count: int) -> tuple[list[HouseholdFacts], list[PairFacts]]:
    """Households of every kind, the same each time."""
    draw = random.Random(2026)
    people = [
        HouseholdFacts(
            people=draw.randint(1, 7),
            children=draw.randint(0, 1),
            bedrooms=draw.randint(1, 5),
            rent_ceiling=draw.choice((45_133, 75_000, 99_500, 120_000, 145_000)),
            move_by=draw.choice((NO_LIMIT, draw.randint(739_900, 740_000))),
            max_floor=draw.choice((0, 1, 99)),
            needs_step_free=draw.randint(0, 1),
            needs_wheelchair=0,
            pets=draw.randint(0, 1),
            has_live_offer=0,
            family=draw.randint(0, 1),
            bnb_day=draw.choice((0, 0, 0, draw.randint(1, 42))),
            duty=draw.randint(0, 3),
            days_left=draw.randint(-10, 55),
            nightly_cost=draw.choice((0, 0, 7_000, 8_500)),
            priority_need=draw.randint(0, 1),
            waiting_days=draw.randint(0, 400),
        )
        for _ in range(count)
    ]
    pairs = [PairFacts(draw.randint(0, 1), int(draw.random() < 0.1), 0) for _ in range(count)]
    return people, pairs


def measure(count: int = 5_000) -> Timing:
    """Judge, score and order once each way, and check that both say the same."""
    people, pairs = crowd(count)
    columns, relations = match.columns(people, HouseholdFacts), match.columns(pairs, PairFacts)
    references = np.array([f"HH-2026-{n:05}" for n in range(count)])
    start = time.process_time()
    codes = match.judge_all(HOME, columns, relations)
    scored = order.parts(HOME, columns, relations, Weights())
    ranked = order.ranking(scored, codes, columns.waiting_days, references)
    for index in ranked[:SHOWN]:
        match.judge(HOME, people[index], pairs[index])
    by_columns = time.process_time() - start
    start = time.process_time()
    judged = [match.judge(HOME, person, pair) for person, pair in zip(people, pairs, strict=True)]
    points = [order.parts(HOME, person, pair, Weights()) for person, pair in zip(people, pairs, strict=True)]
    by_loop = time.process_time() - start
    assert [match.FIT_OF_CODE[int(code)] for code in codes] == [each.fit for each in judged]
    assert len(points) == count
    return Timing(count, by_columns, by_loop)
