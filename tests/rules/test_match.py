from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lettings.rules.match import (
    FIT_OF_CODE,
    NO_LIMIT,
    RULES,
    Fit,
    HomeFacts,
    HouseholdFacts,
    PairFacts,
    columns,
    judge,
    judge_all,
)
from lettings.rules.order import PREVENTION, RELIEF, Weights, fit_words, parts, ranking

HOME = HomeFacts(
    bedrooms=2,
    max_occupants=4,
    monthly_rent=99_500,
    available_on=739_950,
    floor=0,
    step_free=1,
    wheelchair=0,
    pets_considered=1,
    shared=0,
)
FAMILY = HouseholdFacts(
    people=3,
    children=1,
    bedrooms=2,
    rent_ceiling=99_500,
    move_by=NO_LIMIT,
    max_floor=99,
    needs_step_free=0,
    needs_wheelchair=0,
    pets=0,
    has_live_offer=0,
    family=1,
    bnb_day=0,
    duty=RELIEF,
    days_left=20,
    nightly_cost=0,
    priority_need=1,
    waiting_days=36,
)
PAIR = PairFacts(wanted_area=1, unsafe_area=0, barred_landlord=0)


def test_a_home_that_meets_every_rule_fits():
    assert judge(HOME, FAMILY, PAIR).fit is Fit.FITS


@pytest.mark.parametrize(
    ("home", "household", "pair", "code"),
    [
        ({}, {"bedrooms": 3}, {}, "too_few_bedrooms"),
        ({"bedrooms": 4}, {}, {}, "too_large"),
        ({}, {"people": 5}, {}, "too_many_people"),
        ({"shared": 1}, {}, {}, "shared_with_children"),
        ({"monthly_rent": 110_000}, {}, {}, "rent"),
        ({}, {"move_by": 739_900}, {}, "available_late"),
        ({"floor": 3}, {"max_floor": 1}, {}, "stairs"),
        ({"step_free": 0}, {"needs_step_free": 1}, {}, "step_free"),
        ({}, {"needs_wheelchair": 1}, {}, "wheelchair"),
        ({}, {}, {"unsafe_area": 1}, "area_unsafe"),
        ({}, {}, {"barred_landlord": 1}, "landlord_barred"),
        ({}, {"has_live_offer": 1}, {}, "has_offer"),
    ],
)
def test_each_rule_excludes_with_its_reason(home, household, pair, code):
    outcome = judge(replace(HOME, **home), replace(FAMILY, **household), replace(PAIR, **pair))
    assert outcome.fit is Fit.EXCLUDED
    assert outcome.codes == (code,)
    assert outcome.reasons[0].endswith(".")


@pytest.mark.parametrize(
    ("home", "household", "pair", "change"),
    [
        ({"monthly_rent": 102_000}, {}, {}, "Rent £25 a month lower."),
        ({}, {"move_by": 739_941}, {}, "Free 9 days earlier, or 9 days more where they are."),
        ({}, {"move_by": 739_949}, {}, "Free 1 day earlier, or 1 day more where they are."),
        ({"pets_considered": 0}, {"pets": 1}, {}, "The landlord agrees to their pet"),
        ({}, {}, {"wanted_area": 0}, "They agree to look in this area."),
    ],
)
def test_a_near_miss_names_the_one_change(home, household, pair, change):
    outcome = judge(replace(HOME, **home), replace(FAMILY, **household), replace(PAIR, **pair))
    assert outcome.fit is Fit.NEAR_MISS
    assert outcome.change.startswith(change)


def test_two_small_gaps_are_not_a_near_miss():
    outcome = judge(replace(HOME, monthly_rent=102_000), FAMILY, replace(PAIR, wanted_area=0))
    assert outcome.fit is Fit.EXCLUDED
    assert len(outcome.reasons) == 2


def test_an_unsafe_area_can_never_be_closed_by_a_change():
    assert {rule.code: rule.near for rule in RULES}["area_unsafe"] == 0


small = st.integers(0, 6)
truth = st.integers(0, 1)
homes = st.builds(
    HomeFacts,
    bedrooms=small,
    max_occupants=small,
    monthly_rent=st.integers(0, 200_000),
    available_on=st.integers(739_900, 740_000),
    floor=small,
    step_free=truth,
    wheelchair=truth,
    pets_considered=truth,
    shared=truth,
)
households = st.builds(
    HouseholdFacts,
    people=st.integers(1, 8),
    children=truth,
    bedrooms=small,
    rent_ceiling=st.integers(0, 200_000),
    move_by=st.one_of(st.just(NO_LIMIT), st.integers(739_900, 740_000)),
    max_floor=small,
    needs_step_free=truth,
    needs_wheelchair=truth,
    pets=truth,
    has_live_offer=truth,
    family=truth,
    bnb_day=st.integers(0, 60),
    duty=st.integers(0, 3),
    days_left=st.integers(-30, 56),
    nightly_cost=st.integers(0, 20_000),
    priority_need=truth,
    waiting_days=st.integers(0, 800),
)
pairs = st.builds(PairFacts, wanted_area=truth, unsafe_area=truth, barred_landlord=truth)


@given(homes, st.lists(st.tuples(households, pairs), min_size=1, max_size=12))
def test_columns_and_single_pairs_are_judged_and_scored_alike(home, crowd):
    people, relations = [h for h, _ in crowd], [p for _, p in crowd]
    codes = judge_all(home, columns(people, HouseholdFacts), columns(relations, PairFacts))
    assert [FIT_OF_CODE[int(code)] for code in codes] == [judge(home, h, p).fit for h, p in crowd]
    scored = parts(home, columns(people, HouseholdFacts), columns(relations, PairFacts), Weights())
    for position, (household, pair) in enumerate(crowd):
        alone = asdict(parts(home, household, pair, Weights()))
        assert {name: int(np.broadcast_to(getattr(scored, name), len(crowd))[position]) for name in alone} == {
            name: int(value) for name, value in alone.items()
        }


@given(homes, households, pairs, st.integers(1, 50_000))
def test_a_lower_rent_never_makes_a_home_fit_worse(home, household, pair, cut):
    order = [Fit.FITS, Fit.NEAR_MISS, Fit.EXCLUDED]
    before = judge(home, household, pair)
    after = judge(replace(home, monthly_rent=max(0, home.monthly_rent - cut)), household, pair)
    assert order.index(after.fit) <= order.index(before.fit)


def test_a_family_on_day_28_in_bed_and_breakfast_heads_the_list():
    waiting = [
        replace(FAMILY, days_left=1, nightly_cost=9_000, waiting_days=400),
        replace(FAMILY, duty=PREVENTION, days_left=50, bnb_day=28),
        replace(FAMILY, duty=PREVENTION, days_left=50, bnb_day=27),
    ]
    relations = columns([PAIR] * 3, PairFacts)
    column = columns(waiting, HouseholdFacts)
    scored = parts(HOME, column, relations, Weights())
    order = ranking(scored, judge_all(HOME, column, relations), column.waiting_days, np.array(["A", "B", "C"]))
    assert list(order) == [1, 0, 2]


def test_ties_go_to_the_longer_wait_and_then_the_reference():
    waiting = [replace(FAMILY, waiting_days=40), replace(FAMILY, waiting_days=41), replace(FAMILY, waiting_days=41)]
    relations = columns([PAIR] * 3, PairFacts)
    column = columns(waiting, HouseholdFacts)
    scored = parts(HOME, column, relations, Weights())
    order = ranking(scored, judge_all(HOME, column, relations), column.waiting_days, np.array(["A", "C", "B"]))
    assert list(order) == [2, 1, 0]


@pytest.mark.parametrize(
    ("household", "pair", "words"),
    [
        ({}, {}, "The right size, rent within help, an area that suits them"),
        ({"bedrooms": 1}, {}, "1 bedroom over, rent within help, an area that suits them"),
        (
            {"bedrooms": 4, "rent_ceiling": 90_000},
            {"wanted_area": 0},
            "2 bedrooms short, rent £95 a month above help, outside the areas they asked for",
        ),
    ],
)
def test_the_words_beside_the_points_for_fit_are_the_facts(household, pair, words):
    home = replace(HOME, bedrooms=2, monthly_rent=99_500)
    family = replace(FAMILY, **{"bedrooms": 2, "rent_ceiling": 99_500} | household)
    assert fit_words(home, family, replace(PAIR, **pair)) == words
