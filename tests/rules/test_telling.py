"""How soon somebody who told us is answered, and which ways to reach them are shut."""

from datetime import date

import pytest

from households.rules.telling import ReplyTimes, When, is_urgent, never, reply_by

TIMES = ReplyTimes(within_a_week=1, otherwise=3)
SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("when", "safe_now", "day"),
    [
        (When.TONIGHT, "", SATURDAY),
        (When.LATER, "no", SATURDAY),
        (When.NOT_LOSING, "unsure", SATURDAY),
        (When.WEEK, "yes", date(2026, 11, 23)),
        (When.UNSURE, "", date(2026, 11, 23)),
        (When.EIGHT_WEEKS, "", date(2026, 11, 25)),
        (When.LATER, "yes", date(2026, 11, 25)),
    ],
)
def test_the_promised_day(when: When, safe_now: str, day: date) -> None:
    assert reply_by(when=when, safe_now=safe_now, times=TIMES, on=SATURDAY) == day
    assert is_urgent(when, safe_now) == (day == SATURDAY)


def test_christmas_is_no_working_day() -> None:
    assert reply_by(when=When.LATER, safe_now="", times=TIMES, on=date(2026, 12, 24)) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("channels", "seen", "shut"),
    [
        (["none"], [], {"no_email", "no_letter", "no_voicemail", "no_text", "no_call"}),
        (["ring"], [], {"no_email", "no_letter", "no_voicemail", "no_text"}),
        (["ring", "message", "text", "email", "letter"], ["none"], set()),
        (["ring", "message", "text", "email"], ["phone"], {"no_voicemail", "no_text", "no_letter"}),
        (["email", "letter"], ["email", "post"], {"no_email", "no_letter", "no_voicemail", "no_text", "no_call"}),
    ],
)
def test_what_was_not_ticked_or_is_seen_is_shut(channels: list[str], seen: list[str], shut: set[str]) -> None:
    assert {name for name, is_shut in never(channels, seen).items() if is_shut} == shut
