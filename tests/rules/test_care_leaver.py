"""What the Act says of people who left care: no finding of intentional homelessness, and where they are connected."""

from datetime import date

import pytest

from households.rules import care_leaver as rules
from households.rules.care_leaver import District

FROM = date(2026, 6, 1)
BORN = date(2004, 11, 16)


@pytest.mark.parametrize(
    ("born", "decided", "barred"),
    [
        (BORN, date(2026, 5, 31), False),
        (BORN, date(2026, 6, 1), True),
        (date(2001, 11, 22), date(2026, 11, 21), True),
        (date(2001, 11, 22), date(2026, 11, 22), False),
        (date(2009, 3, 1), date(2026, 11, 21), True),
    ],
)
def test_vector_32_the_bar_runs_from_its_day_to_the_25th_birthday(born, decided, barred):
    assert rules.never_intentional(born_on=born, decided_on=decided, bar_from=FROM) is barred


KENT = {
    District("E07000105", "Kent"),
    District("E07000107", "Kent"),
    District("E07000111", "Kent"),
}
OTHERS = {District("E06000035", ""), District("E07000063", "East Sussex")}


@pytest.mark.parametrize(
    ("council", "connected"),
    [
        ("Kent", {"E07000105", "E07000107", "E07000111"}),
        ("E06000035", {"E06000035"}),
        ("Nowhere", set()),
        ("", set()),
    ],
)
def test_a_county_council_connects_with_each_of_its_districts_and_a_unitary_with_itself(council, connected):
    """Scenario 5: every district of the county council's area, not a unitary neighbour (s199(8))."""
    assert rules.connected_with(council, KENT | OTHERS) == connected
