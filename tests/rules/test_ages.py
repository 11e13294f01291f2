"""The ages at which the rules may tell one household from another: the shortlist counts those between two alike."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.rulebook.rules.bedroom_standard import bedrooms_needed
from core.rulebook.rules.household import AwayBecause, DisabilityBenefit, Household, Person
from tests.rules.households import SEXES, lists
from tests.rules.shipped import TODAY, north_west_kent

BOOK = north_west_kent()
YES = st.sampled_from((*[False] * 9, True))
FACTS = {
    "disability_benefit": st.none() | st.sampled_from(DisabilityBenefit),
    "responsible": YES.map(lambda yes: not yes),
    "away_months": st.sampled_from((0, 0, 0, 7)),
    "away_because": st.sampled_from(AwayBecause),
    "hostel_nights": st.sampled_from((0, 92)),
}
FLAGS = ("overnight_carer", "cannot_share", "foster", "lodger", "care_leaver", "resettlement_accepted", "foster_carer")
FLAGS += ("multi_agency_management", "domestic_abuse_evidenced", "modern_slavery", "severe_disability_premium")


EDGES = sorted({age + step for age in BOOK.ages for step in (-1, 0)})


def people(youngest: int, oldest: int) -> st.SearchStrategy[Person]:
    edges = st.sampled_from([age for age in EDGES if youngest <= age <= oldest])
    ages = edges | st.integers(youngest, oldest)
    return st.builds(Person, ages, SEXES, **FACTS, **dict.fromkeys(FLAGS, YES))


HOUSEHOLDS = st.builds(
    Household,
    renters=st.lists(people(16, 90), min_size=1, max_size=2).map(tuple),
    children=lists(people(0, 24), 4),
    non_dependants=lists(people(0, 90), 2),
    non_dependant_couples=lists(st.tuples(people(16, 90), people(16, 90)), 1),
    expected_babies=st.integers(0, 1),
)


def numbers(household: Household) -> tuple:
    answer = BOOK.answer(household, brma="NORTH_WEST_KENT", on=TODAY)
    return bedrooms_needed(household).count, answer.uc.category, answer.hb.category, answer.monthly, answer.weekly


def youngest_alike(person: Person) -> Person:
    return replace(person, age=max((age for age in BOOK.ages if age <= person.age), default=0))


@given(HOUSEHOLDS)
def test_between_two_of_them_everyone_counts_alike_in_any_order(household):
    alike = replace(
        household,
        renters=tuple(map(youngest_alike, household.renters)),
        children=tuple(map(youngest_alike, reversed(household.children))),
        non_dependants=tuple(map(youngest_alike, reversed(household.non_dependants))),
        non_dependant_couples=tuple(
            (youngest_alike(one), youngest_alike(two)) for one, two in household.non_dependant_couples
        ),
    )
    assert numbers(alike) == numbers(household)


def test_they_are_those_of_the_rules_and_of_the_exceptions():
    assert {10, 16, 21, 35} < set(BOOK.ages)
    assert {age for _, each in BOOK.exceptions for age in (each.age_from, each.age_below)} <= set(BOOK.ages)
