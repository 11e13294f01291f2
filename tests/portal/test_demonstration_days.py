"""What the law computes in the demonstration council, for every day on which it may be built. Nothing is built here."""

from datetime import date, datetime, timedelta

import pytest

from core import dates
from core.dates import LONDON
from core.rulebook.rules.notices import timing
from portal.demonstration.calendar import Calendar
from portal.demonstration.stories import reserve, scenario_2, scenario_3, scenario_5, scenario_7, scenario_9

WRITTEN = date(2026, 11, 23)
DAYS = [WRITTEN + timedelta(days=days) for days in range(129)]


def calendar(day: date) -> Calendar:
    return Calendar(day, datetime(day.year, day.month, day.day, 18, tzinfo=LONDON))


def test_on_the_written_day_the_dates_are_those_of_the_scenarios():
    written = calendar(WRITTEN)
    notice = scenario_2.notice_of(written)
    assert (notice.served_on, notice.specified_on) == (date(2026, 11, 2), date(2027, 3, 2))
    assert "Wednesday 1 March 2028" in scenario_2.advice(notice)
    assert "Tuesday 2 March 2027" in scenario_2.meaning(notice.specified_on)
    assert scenario_7.gas_of(written) == date(2025, 11, 20)
    assert scenario_9.bound_until(written) == date(2027, 1, 23)
    assert reserve.sale_notice(written) == (date(2026, 5, 5), date(2026, 9, 5))
    assert "since September" in scenario_3.told_of_arrears(written).words
    assert "4 Dec 2026" in scenario_3.steps(written)[0].what
    assert "on Friday when the bailiffs came" in scenario_5.happened(written)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_any_day_the_law_holds(day):
    told = calendar(day)
    notice = scenario_2.notice_of(told)
    assert notice.specified_on == timing.first_day_after(notice.served_on, 4)
    assert timing.threatened_from(notice.specified_on) > day
    assert dates.add_years(notice.tenancy_began_on, 1) <= notice.served_on + timedelta(days=1)
    gas = scenario_7.gas_of(told)
    assert dates.add_years(gas, 1) - timedelta(days=1) == told.date(date(2026, 11, 19)) < day
    assert scenario_9.bound_until(told) == timing.first_day_after(day, 2)
    served_on, specified_on = reserve.sale_notice(told)
    assert served_on >= timing.NEW_RULES
    assert specified_on == timing.first_day_after(served_on, 4) < day
    assert timing.restricted_until(served_on, specified_on) > day


def test_a_day_of_the_week_is_always_that_of_the_calendar():
    tuesday = calendar(date(2026, 12, 1))
    assert tuesday.weekday(date(2026, 11, 13)) == "Saturday"
    for day in DAYS:
        last = calendar(day).last(4, 16, 30)
        assert last.weekday() == 4
        assert timedelta(0) < day - last.date() <= timedelta(days=7)
    assert calendar(WRITTEN).last(4).date() == date(2026, 11, 20)
