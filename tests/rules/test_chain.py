from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.audit.rules import chain

COLUMNS = {
    "at": datetime.fromisoformat("2026-11-21T12:00:00+00:00"),
    "actor_id": 7,
    "action": "home.submit",
    "fields": [],
}
LINK = {"previous": chain.START, "position": 1, "event_id": 5, "digest": "d" * 64}


def test_the_digest_does_not_depend_on_the_clocks_zone() -> None:
    there = COLUMNS["at"].astimezone(timezone(timedelta(hours=9)))
    assert chain.event_digest({**COLUMNS, "at": there}) == chain.event_digest(COLUMNS)


@pytest.mark.parametrize(
    "change",
    [
        {"at": COLUMNS["at"] + timedelta(microseconds=1)},
        {"actor_id": 8},
        {"actor_id": None},
        {"action": "home.submi"},
        {"fields": ["rent"]},
        {"reason": ""},
    ],
)
def test_the_digest_covers_every_column(change: dict) -> None:
    assert chain.event_digest({**COLUMNS, **change}) != chain.event_digest(COLUMNS)


@pytest.mark.parametrize("change", [{"previous": "1" * 64}, {"position": 2}, {"event_id": 6}, {"digest": "e" * 64}])
def test_a_seal_covers_its_place_its_event_and_the_seal_before(change: dict) -> None:
    assert chain.seal_of("key", **{**LINK, **change}) != chain.seal_of("key", **LINK)


def test_a_seal_needs_the_key() -> None:
    assert chain.seal_of("other", **LINK) != chain.seal_of("key", **LINK)


words = st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3)


@given(before=words, after=words, note=st.text(max_size=5), salt=st.text(max_size=5))
def test_values_cannot_move_between_before_after_and_note(before: dict, after: dict, note: str, salt: str) -> None:
    digest = chain.values_digest(salt, before, after, note)
    assert digest == chain.values_digest(salt, dict(reversed(before.items())), after, note)
    if before != after:
        assert digest != chain.values_digest(salt, after, before, note)
    if salt != note:
        assert digest != chain.values_digest(note, before, after, salt)
