"""The arithmetic of the audit chain: what a digest covers, and how a seal holds the one before."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

START = "0" * 64
"""What the first seal stands on."""


def values_digest(salt: str, before: Mapping[str, Any], after: Mapping[str, Any], note: str) -> str:
    """SHA-256 over the values of an event.

    The salt stands with the values and goes when they go, so that nobody can guess removed values
    by trying them against the digest that stays.
    """
    return _sha256([salt, before, after, note])


def event_digest(columns: Mapping[str, Any]) -> str:
    """SHA-256 over every column of an event but its row number and this digest."""
    return _sha256({name: _plain(value) for name, value in columns.items()})


def seal_of(key: str, *, previous: str, position: int, event_id: int, digest: str) -> str:
    """The HMAC-SHA-256 of one link: place, event, its digest and the seal before."""
    text = json.dumps([previous, position, event_id, digest], separators=(",", ":"))
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


@dataclass(frozen=True)
class Head:
    """The last seal, as written down outside the database."""

    position: int
    event_id: int
    mac: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with the trail, in words. `code` is stable, for tests and alarms."""

    code: str
    words: str


def _sha256(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
