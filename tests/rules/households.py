"""Short ways to write a household, and every household Hypothesis can think of."""

from hypothesis import strategies as st

from core.rulebook.rules.household import Household, Person, Sex


def girl(age: int, **facts) -> Person:
    return Person(age, Sex.FEMALE, **facts)


def boy(age: int, **facts) -> Person:
    return Person(age, Sex.MALE, **facts)


woman, man = girl, boy
SEXES = st.sampled_from(Sex)
CHILDREN = st.builds(Person, st.integers(0, 15), SEXES)
UNDER_20 = st.builds(Person, st.integers(0, 19), SEXES)
ADULTS = st.builds(Person, st.integers(16, 90), SEXES)
YOUNG = st.builds(Person, st.integers(0, 20), SEXES)


def lists(people, most: int = 5):
    return st.lists(people, max_size=most).map(tuple)


PLAIN = st.builds(
    Household,
    renters=st.lists(ADULTS, min_size=1, max_size=2).map(tuple),
    children=lists(UNDER_20),
    non_dependants=lists(st.builds(Person, st.integers(0, 90), SEXES), 3),
    non_dependant_couples=lists(st.tuples(ADULTS, ADULTS), 2),
)
