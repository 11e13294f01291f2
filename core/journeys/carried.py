"""What a person chose to take along from one public page to another: a calculator's answer into "tell us early".

It waits in their session, never in an address, until they send it, leave it out or go.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from django.contrib.sessions.backends.base import SessionBase

KEY = "carried"
NOTICE = "notice"
MOST = 5
LONGEST = 300


@dataclass(frozen=True)
class Carried:
    """One answer as its page showed it: what worked it out, on which day (ISO), and its lines.

    `days` are the days (ISO) that were typed, by field, for a later form that asks the same.
    """

    source: str
    title: str
    on: str
    rows: tuple[tuple[str, str], ...]
    days: Mapping[str, str] = field(default_factory=dict)

    def day(self, name: str) -> date | None:
        return date.fromisoformat(self.days[name]) if name in self.days else None


def keep(
    session: SessionBase,
    *,
    source: str,
    title: str,
    on: date,
    rows: Sequence[tuple[str, str]],
    days: Mapping[str, date | None] | None = None,
) -> None:
    """Take an answer along, as the person wished. A later one of the same source takes its place."""
    short = tuple((question[:LONGEST], answer[:LONGEST]) for question, answer in rows)
    others = [each for each in held(session) if each.source != source]
    known = {name: day.isoformat() for name, day in (days or {}).items() if day}
    session[KEY] = [asdict(each) for each in [*others, Carried(source, title, on.isoformat(), short, known)][-MOST:]]


def held(session: SessionBase) -> list[Carried]:
    """What is taken along, in the order in which it was."""
    return [
        Carried(
            each["source"],
            each["title"],
            each["on"],
            tuple((key, value) for key, value in each["rows"]),
            each.get("days", {}),
        )
        for each in session.get(KEY, [])
    ]


def drop(session: SessionBase) -> None:
    """Leave it all behind."""
    session.pop(KEY, None)
