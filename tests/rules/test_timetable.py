from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import LONDON
from core.jobs.rules.timetable import Daily, Every

days = st.dates(date(2026, 1, 1), date(2027, 12, 1))
moments = st.builds(datetime.combine, days, st.times(), st.just(UTC))
minutes = st.sampled_from([1, 5, 7, 15, 60, 1440])
times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "slot"),
    [("12:00:00", "12:00"), ("12:04:59", "12:00"), ("12:05:00", "12:05"), ("00:00:00", "00:00"), ("23:59:59", "23:55")],
)
def test_every_five_minutes(now: str, slot: str) -> None:
    found = Every(5).slot(datetime.fromisoformat(f"2026-11-21T{now}+00:00"))
    assert found == datetime.fromisoformat(f"2026-11-21T{slot}+00:00")


@given(now=moments, length=minutes)
def test_a_slot_has_begun_and_has_not_ended(now: datetime, length: int) -> None:
    slot = Every(length).slot(now)
    assert slot <= now < slot + timedelta(minutes=length)
    assert Every(length).slot(slot) == slot


def test_a_daily_slot_lasts_until_the_next_days() -> None:
    nightly = Daily(time(2, 30))
    assert nightly.slot(at("2026-11-21T02:29")) == at("2026-11-20T02:30")
    assert nightly.slot(at("2026-11-21T02:30")) == at("2026-11-21T02:30")
    assert nightly.slot(at("2026-11-21T23:59")) == at("2026-11-21T02:30")


def test_the_hour_that_comes_twice_has_one_slot() -> None:
    nightly = Daily(time(1, 30))
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert {nightly.slot(first + timedelta(minutes=wait)) for wait in range(0, 24 * 60, 30)} == {first}


def test_the_hour_that_is_skipped_has_a_slot_all_the_same() -> None:
    assert Daily(time(1, 30)).slot(at("2026-03-29T12:00")) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@given(moment=times, start=days)
def test_one_slot_a_london_day(moment: time, start: date) -> None:
    nightly = Daily(moment)
    begin = datetime.combine(start, time(0), LONDON).astimezone(UTC)
    end = datetime.combine(start + timedelta(days=10), time(0), LONDON).astimezone(UTC)
    minutes = int((end - begin).total_seconds()) // 60
    slots = {nightly.slot(begin + timedelta(minutes=step)) for step in range(0, minutes, 15)}
    found = [slot.astimezone(LONDON).date() for slot in slots]
    assert len(found) == len(set(found))
    assert 10 <= len(found) <= 11


@given(earlier=moments, later=moments, moment=times)
def test_slots_never_run_backwards(earlier: datetime, later: datetime, moment: time) -> None:
    earlier, later = sorted((earlier, later))
    assert Daily(moment).slot(earlier) <= Daily(moment).slot(later) <= later
