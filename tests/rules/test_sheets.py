"""Reading the rulebook's files: a row that will not do is refused by its number, with the reason."""

from datetime import date

import pytest

from core.money import Money
from core.rulebook.rules import settings
from core.rulebook.rules.sheets import Dated, read, settle
from core.rulebook.rules.sheets.tables import LHA_RATES, SHEETS
from tests.rules.shipped import values

HEADINGS = "brma,brma_name,category,weekly,monthly,market_weekly,valid_from,last_day,source,confidence"
GOOD = "ASHFORD,Ashford,A,78.00,338.93,78.00,2020-04-01,2021-03-31,VOA,H"


def refusals(*rows: str, headings: str = HEADINGS) -> list[str]:
    read_rows, refused = read(LHA_RATES, "\n".join([headings, *rows]).encode())
    assert not (read_rows and refused)
    return [str(each) for each in refused]


@pytest.mark.parametrize("table", sorted(SHEETS))
def test_every_shipped_file_reads_whole_and_says_its_source(table):
    rows = values(table)
    assert rows
    assert all(row["source"] for row in rows)


def test_a_good_row():
    rows, refused = read(LHA_RATES, f"\ufeff{HEADINGS}\r\n{GOOD}\r\n\r\n".encode())
    assert not refused
    assert rows[0].number == 2
    assert rows[0].key == ("ASHFORD", "A")
    assert rows[0].values["weekly"] == Money(7800)
    assert rows[0].values["valid_to"] == date(2021, 4, 1)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("78.00,338.93,78.00", "-1,338.93,78.00"), "row 2, weekly: The amount cannot be less than £0."),
        (("78.00,338.93,78.00", ",338.93,78.00"), "row 2, weekly: Enter an amount in pounds, like 950 or 950.00."),
        (("78.00,338.93,78.00", "1e5,338.93,78.00"), "row 2, weekly: Enter an amount"),
        ((",A,", ",F,"), "row 2, category: This must be one of: A, B, C, D, E."),
        (("ASHFORD,", "ash ford,"), "row 2, brma: A key is made of"),
        ((",Ashford,", ",,"), "row 2, brma_name: This cell is empty."),
        (("2020-04-01", "01/04/2020"), "row 2, valid_from: This must be a real date"),
        (("2021-03-31", "2020-03-31"), "row 2, last_day: The last day is before the first."),
        ((",H", ",X"), "row 2, confidence: This must be one of: H, M, L."),
        ((",VOA", ""), "row 2: The row has 9 cells and should have 10."),
    ],
)
def test_a_bad_cell_is_named(change, told):
    assert refusals(GOOD.replace(*change, 1))[0].startswith(told)


def test_every_bad_row_is_told_and_none_is_kept():
    told = refusals(GOOD, GOOD.replace(",A,", ",Z,"), GOOD.replace("2020-04-01", "soon"))
    assert [line.split(",")[0] for line in told] == ["row 3", "row 4"]


def test_the_same_row_twice():
    assert refusals(GOOD, GOOD) == ["row 3: The same row begins on the same day in row 2."]


def test_wrong_headings_and_wrong_files():
    assert refusals(GOOD, headings=HEADINGS.replace("weekly", "week", 1))[0].startswith(
        "row 1, weekly: The column is missing"
    )
    assert "with commas between" in refusals(GOOD, headings=HEADINGS.replace(",", ";"))[0]
    assert refusals() == ["row 1: The file has headings but no rows."]
    assert "UTF-8" in str(read(LHA_RATES, "é".encode("latin-1"))[1][0])
    assert read(LHA_RATES, b"")[1]
    assert read(LHA_RATES, b'"unclosed')[1]
    assert read(LHA_RATES, b"x" * 20_000_001)[1]


def test_rows_of_one_key_follow_each_other():
    open_row, following = Dated(date(2020, 1, 1), None, 2), Dated(date(2021, 1, 1), None, 3)
    assert settle([following, open_row]) == []
    assert (open_row.valid_to, following.valid_to) == (date(2021, 1, 1), None)
    stored, added = Dated(date(2020, 1, 1), date(2021, 4, 1)), Dated(date(2021, 1, 1), None, 5)
    assert settle([stored, added]) == [added]
    assert settle([Dated(date(2021, 1, 1), None), Dated(date(2020, 1, 1), date(2021, 1, 2), 7)])[0].row == 7


def test_every_setting_reads_as_its_kind():
    for row in values("policy_settings"):
        settings.read(row["kind"], row["value"])
