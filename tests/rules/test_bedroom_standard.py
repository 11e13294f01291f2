"""How many bedrooms suit a household: never the benefit answer."""

from dataclasses import replace

from hypothesis import given

from core.rulebook.rules.bedroom_standard import bedrooms_needed
from core.rulebook.rules.household import Household, Person
from core.rulebook.rules.size_criteria import uc_bedrooms
from tests.rules.households import PLAIN, YOUNG, boy, girl, lists, man, woman

COUPLE = (woman(34), man(36))


def need(*args, **kwargs) -> int:
    return bedrooms_needed(Household(*args, **kwargs)).count


def test_a_baby_on_the_way_and_staying_contact_count():
    mother = Household((woman(36),), (boy(9, responsible=False),))
    assert (bedrooms_needed(mother).count, uc_bedrooms(mother).count) == (2, 1)
    expecting = Household((woman(36),), expected_babies=1)
    assert (bedrooms_needed(expecting).count, uc_bedrooms(expecting).count) == (2, 1)
    assert need((woman(36),), (girl(4),), expected_babies=1) == 2
    assert need((woman(36),), (girl(12),), expected_babies=1) == 3
    assert need((woman(36),), (girl(4, foster=True),)) == 2


def test_ages_of_the_bedroom_standard_differ_from_the_benefit():
    brothers = Household(COUPLE, (boy(20), boy(16)))
    assert (bedrooms_needed(brothers).count, uc_bedrooms(brothers).count) == (2, 3)
    assert need(COUPLE, (boy(21), boy(16))) == 3
    assert need(COUPLE, (boy(16), boy(3))) == 2
    assert need(COUPLE, (boy(16), girl(3))) == 3


def test_no_upper_limit_and_adults_by_couples():
    assert need(COUPLE, tuple(girl(age) for age in (19, 17, 15, 13, 11, 9, 7, 5, 3))) == 6
    assert need(COUPLE, (), (woman(70), man(30, lodger=True)), ((woman(22), man(23)),)) == 3


def test_disability_needs_a_room_without_asking_for_a_benefit():
    assert need(COUPLE, (girl(4, cannot_share=True), girl(6))) == 3
    assert need((woman(40, cannot_share=True), man(40))) == 2
    assert need((woman(40, overnight_carer=True),)) == 2


def may_share(one: Person, two: Person) -> bool:
    if one.age < 10 and two.age < 10:
        return True
    return one.sex is two.sex


def fewest_rooms(people: tuple[Person, ...]) -> int:
    if not people:
        return 0
    first, rest = people[0], people[1:]
    return min(
        1 + fewest_rooms(rest),
        *(1 + fewest_rooms(rest[:i] + rest[i + 1 :]) for i, other in enumerate(rest) if may_share(first, other)),
        99,
    )


@given(lists(YOUNG, 8))
def test_the_young_have_the_fewest_rooms_there_can_be(young):
    assert need((woman(40),), young) == 1 + fewest_rooms(young)


@given(PLAIN)
def test_each_addition_never_means_less(household):
    count = bedrooms_needed(household).count
    assert bedrooms_needed(replace(household, expected_babies=1)).count >= count
    assert bedrooms_needed(replace(household, children=(*household.children, boy(14)))).count >= count
    assert sum(reason.bedrooms for reason in bedrooms_needed(household).because) == count
