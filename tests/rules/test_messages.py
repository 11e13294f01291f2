from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.notifications.rules.delivery import ATTEMPTS, LONGEST_PAUSE, MACHINE, SECRET_LIFE, Delivery, next_attempt
from core.notifications.rules.message import Channel, Message
from core.notifications.rules.safe_contact import SafeContact, barred


@pytest.mark.parametrize(
    ("rules", "closed"),
    [
        (None, set()),
        (SafeContact(), set()),
        (SafeContact(safe_times="Mornings", code_word="Heron", named_other="Jo"), set()),
        (SafeContact(no_email=True), {Channel.EMAIL}),
        (SafeContact(no_letter=True), {Channel.LETTER}),
        (SafeContact(no_text=True), {Channel.SMS}),
        (SafeContact(no_voicemail=True, no_call=True), set()),
        (SafeContact(no_email=True, no_letter=True, no_text=True), set(Channel)),
    ],
)
def test_safe_contact_closes_the_channels_it_names(rules: SafeContact | None, closed: set[Channel]) -> None:
    assert {channel for channel in Channel if barred(channel, rules)} == closed


@pytest.mark.parametrize(
    "subject", ["", "   ", "Two\nlines", "Two\r\nBcc: all@example.com", "Two\u2028lines", "x" * 121]
)
def test_a_subject_is_one_short_line(subject: str) -> None:
    with pytest.raises(ValueError, match="subject"):
        Message("test", subject, "Hello")


def test_the_pauses_grow_to_twelve_hours_and_then_we_give_up(at: datetime) -> None:
    pauses = []
    for attempts in range(1, ATTEMPTS + 1):
        due = next_attempt(attempts=attempts, created_at=at, at=at, secret=False)
        pauses.append(due and int((due - at).total_seconds() / 60))
    assert pauses == [1, 4, 16, 64, 256, 720, 720, None]


@given(attempts=st.integers(1, 200), waited=st.timedeltas(timedelta(0), timedelta(days=9)), secret=st.booleans())
def test_a_next_attempt_is_later_bounded_and_never_after_a_code_is_dead(
    attempts: int, waited: timedelta, secret: bool
) -> None:
    created = datetime.fromisoformat("2026-11-21T12:00:00+00:00")
    at = created + waited
    due = next_attempt(attempts=attempts, created_at=created, at=at, secret=secret)
    if due is not None:
        assert at < due <= at + LONGEST_PAUSE
        assert attempts < ATTEMPTS
        assert not secret or due <= created + SECRET_LIFE


def test_an_ended_message_stays_ended() -> None:
    for state in (Delivery.SENT, Delivery.FAILED, Delivery.REFUSED):
        assert MACHINE.events_from(state) == []
