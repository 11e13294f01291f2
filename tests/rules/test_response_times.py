"""How soon we answered: from what was recorded, in working days, and only when there is enough to be fair."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from workspaces.rules.response_times import COURSES, Happened, Question, Times, lately, measure, waits, working_days

HOME = COURSES[Question.HOME]


def at(day: str, time: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"2026-{day}T{time}").replace(tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("asked", "answered", "days"),
    [
        ("11-16", "11-16", 0),
        ("11-16", "11-17", 1),
        ("11-20", "11-23", 1),  # Friday to Monday
        ("11-21", "11-23", 1),  # asked on a Saturday
        ("11-21", "11-22", 0),  # a weekend
        ("12-24", "12-29", 1),  # over Christmas: Friday and Monday are bank holidays
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(asked, answered, days):
    assert working_days(at(asked), at(answered)) == days


def test_a_day_is_a_london_day():
    assert working_days(at("07-06", "23:30"), at("07-07", "00:10")) == 1


def test_a_wait_ends_with_the_first_answer_and_begins_anew_with_the_next_sending():
    told = [
        Happened("HM-1", "home.submit", at("11-02")),
        Happened("HM-1", "home.ask_for_changes", at("11-03")),
        Happened("HM-1", "home.accept", at("11-04")),
        Happened("HM-1", "home.submit", at("11-09")),
        Happened("HM-1", "home.certificates_in_order", at("11-12")),
        Happened("HM-2", "home.accept", at("11-12")),
        Happened("HM-3", "home.submit", at("11-12")),
    ]
    assert waits(told, HOME) == [(at("11-02"), at("11-03")), (at("11-09"), at("11-12"))]
    assert waits(list(reversed(told)), HOME) == waits(told, HOME)


def test_nearest_rank():
    assert measure([1, 2, 3, 4, 20]) == Times(5, half=3, most=20)
    assert measure([5, 1, 4, 2, 3, 9, 7, 6, 8, 30]) == Times(10, half=5, most=9)


def test_fewer_than_five_say_nothing():
    assert measure([1, 2, 3, 4]) is None


def test_only_answers_of_the_period_count():
    told = [Happened(f"HM-{n}", "home.submit", at("06-01")) for n in range(6)]
    told += [Happened(f"HM-{n}", "home.accept", at("06-02" if n < 2 else "11-02")) for n in range(6)]
    assert lately(told, HOME, date(2026, 8, 22)) is None
    assert lately(told, HOME, date(2026, 6, 2)) is not None
