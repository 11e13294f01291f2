from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import dates
from core.dates import Period

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
LENGTHS = st.integers(min_value=1, max_value=2000)


def test_the_london_day_changes_at_london_midnight():
    assert dates.today(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert dates.today(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)) == date(2026, 12, 1)
    with pytest.raises(ValueError, match="time zone"):
        dates.today(datetime(2026, 7, 1, 23, 30))  # noqa: DTZ001


def test_the_hour_that_comes_twice_is_two_moments_of_one_day():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert dates.london(first).hour == dates.london(second).hour == 1
    assert first < second
    assert dates.today(first) == dates.today(second)


def test_dates_in_words():
    assert dates.in_words(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert dates.short(date(2026, 11, 6)) == "6 Nov 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [(21, "today"), (22, "tomorrow"), (20, "yesterday"), (24, "in 3 days"), (19, "2 days ago")],
)
def test_how_far_off(day, words):
    assert dates.relative(date(2026, 11, day), date(2026, 11, 21)) == words


def test_working_days_skip_weekends_and_bank_holidays():
    assert dates.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert dates.add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert dates.add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 23)
    assert dates.add_working_days(date(2026, 11, 23), 0) == date(2026, 11, 23)
    assert not dates.is_working_day(date(2026, 12, 28))
    assert dates.holidays_known_to() >= date(2028, 12, 31)
    with pytest.raises(ValueError, match="forwards"):
        dates.add_working_days(date(2026, 11, 21), -1)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 2), -12, date(2025, 3, 2)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_keep_the_day_or_the_last_of_the_month(start, months, end):
    assert dates.add_months(start, months) == end


def test_ages_and_birthdays():
    assert dates.add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert dates.age_on(date(2001, 11, 21), date(2026, 11, 20)) == 24
    assert dates.age_on(date(2001, 11, 21), date(2026, 11, 21)) == 25
    assert dates.age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert dates.age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
    with pytest.raises(ValueError, match="before the date of birth"):
        dates.age_on(date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day_one", "end"),
    [
        (date(2026, 10, 1), date(2026, 11, 25)),
        (date(2026, 9, 28), date(2026, 11, 22)),
        (date(2027, 1, 5), date(2027, 3, 1)),
        (date(2026, 11, 10), date(2027, 1, 4)),
    ],
)
def test_fifty_six_days_beginning_with_day_one(day_one, end):
    assert dates.last_day(day_one, 56) == end
    assert dates.day_number(day_one, end) == 56
    assert dates.days_left(day_one, 56, end) == 0
    assert dates.days_left(day_one, 56, end + timedelta(days=1)) == -1


def test_two_years_beginning_with_acceptance_end_the_day_before():
    assert Period(date(2026, 3, 20), dates.add_years(date(2026, 3, 20), 2)).last == date(2028, 3, 19)


@given(DAYS, LENGTHS)
def test_last_day_and_day_number_are_inverse(day_one, days):
    assert dates.day_number(day_one, dates.last_day(day_one, days)) == days


@given(DAYS, LENGTHS, st.integers(min_value=-3000, max_value=3000))
def test_day_number_and_days_left_meet_at_the_end(day_one, days, offset):
    on = day_one + timedelta(days=offset)
    assert dates.day_number(day_one, on) + dates.days_left(day_one, days, on) == days


@given(DAYS, st.integers(min_value=0, max_value=40))
def test_working_days_can_be_counted_back(start, days):
    end = dates.add_working_days(start, days)
    assert dates.is_working_day(end)
    passed = sum(dates.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
    assert passed == days or (days == 0 and passed == 1)


@given(DAYS, st.integers(min_value=-200, max_value=200))
def test_adding_months_lands_in_the_month_and_never_later_in_it(start, months):
    end = dates.add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day


@given(DAYS, DAYS)
def test_age_grows_by_one_a_year(one, two):
    born, on = sorted((one, two))
    age = dates.age_on(born, on)
    assert age == 0 or dates.age_on(born, dates.add_years(on, -1)) in (age - 1, age)
    assert on.year - born.year - 1 <= age <= on.year - born.year


def test_a_period_does_not_cover_its_end():
    june = Period(date(2026, 6, 1), date(2026, 7, 1))
    assert date(2026, 6, 1) in june
    assert date(2026, 6, 30) in june
    assert date(2026, 7, 1) not in june
    assert str(june) == "Monday 1 June 2026 to Tuesday 30 June 2026"
    assert str(Period(date(2026, 6, 1))) == "from Monday 1 June 2026"
    with pytest.raises(ValueError, match="ends after"):
        Period(date(2026, 6, 1), date(2026, 6, 1))


@given(DAYS, LENGTHS, DAYS, LENGTHS)
def test_periods_overlap_when_they_share_a_day(start, days, other_start, other_days):
    one = Period(start, start + timedelta(days=days))
    two = Period(other_start, other_start + timedelta(days=other_days))
    shared = max(one.start, two.start) < min(one.end, two.end)
    assert one.overlaps(two) == two.overlaps(one) == shared
    assert Period(start).overlaps(Period(other_start))
