from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Max, Q

from core.access import hidden as hidden_records
from core.access.actor import Actor, Can, Kind
from core.audit.models import Event, EventQuerySet, EventValues
from core.audit.services.events import in_words
from core.dates import LONDON
from core.ui.components import Happening, Row

STRANGERS = {
    Kind.OFFICER: "The council",
    Kind.SYSTEM: "The council",
    Kind.LANDLORD: "The landlord",
    Kind.RESIDENT: "The resident",
    Kind.PARTNER: "The organisation that referred",
}


def history(actor: Actor, *subjects: tuple[str, str]) -> list[Happening]:
    """What happened to a record, or several, newest first, in words that this actor may read.

    The caller has checked that they may see the records. Officers read every event with the name of
    who did it; what the values were, only with the capability for it. Others read what they did
    themselves and each change of state, without the names of anybody else.
    """
    events = Event.objects.about(*subjects).order_by("-at", "-pk")
    if not actor.is_officer:
        own_or_moves = events.filter(Q(actor_id=actor.user_id, actor_id__isnull=False) | ~Q(to_state=""))
        return [Happening(event.at, _stranger(event, actor), _what(event)) for event in own_or_moves]
    if actor.can(Can.SEE_AUDIT):
        events = events.select_related("values")
    return [_for_officer(event, actor) for event in events]


def last_at(subject: tuple[str, str], action: str) -> datetime | None:
    """When this was last done to a record; nothing while it never was."""
    return Event.objects.about(subject).filter(action=action).aggregate(last=Max("at"))["last"]


@dataclass(frozen=True)
class Search:
    """What to look for in the whole trail. Days are London days, both included."""

    record: str = ""
    who: str = ""
    first: date | None = None
    last: date | None = None


def found(search: Search, hidden: Iterable[tuple[str, Iterable[str]]] = ()) -> EventQuerySet:
    """Events of the whole trail, newest first, without those about hidden records."""
    events = Event.objects.select_related("values").order_by("-at", "-pk")
    if search.record:
        events = events.filter(subject_reference__istartswith=search.record.strip())
    if search.who:
        events = events.filter(Q(actor_name__icontains=search.who.strip()) | Q(on_behalf_of__icontains=search.who))
    if search.first:
        events = events.filter(at__gte=datetime.combine(search.first, time(0), LONDON))
    if search.last:
        events = events.filter(at__lt=datetime.combine(search.last + timedelta(days=1), time(0), LONDON))
    return hidden_records.leave_out(events, hidden, kind="subject_kind", reference="subject_reference")


def in_the_trail(events: Iterable[Event], actor: Actor) -> list[Happening]:
    """Events of many records as lines: each begins with the record that it is about."""
    return [_for_officer(event, actor, with_record=True) for event in events]


def _for_officer(event: Event, actor: Actor, *, with_record: bool = False) -> Happening:
    who = f"{event.actor_name} for {event.on_behalf_of}" if event.on_behalf_of else event.actor_name
    return Happening(
        at=event.at,
        who=settings.BY_ITSELF.get(who, "The portal") if event.actor_kind == Kind.SYSTEM else who,
        what=f"{event.subject_reference}: {_what(event)}" if with_record else _what(event),
        reason=_words(event.reason),
        detail=tuple(_detail(event, actor)),
    )


def _what(event: Event) -> str:
    """The words that the service gave the event; else what the site calls the action."""
    if event.summary != in_words(event.action):
        return event.summary
    words: str = settings.EVENT_WORDS.get(event.action, event.summary)
    return words


def _stranger(event: Event, actor: Actor) -> str:
    if event.actor_id is not None and event.actor_id == actor.user_id:
        return "You"
    return STRANGERS.get(Kind(event.actor_kind), "Somebody who was not signed in")


def _detail(event: Event, actor: Actor) -> Iterator[Row]:
    if event.to_state:
        yield Row(
            "State",
            f"{_words(event.from_state)} → {_words(event.to_state)}" if event.from_state else _words(event.to_state),
        )
    if not actor.can(Can.SEE_AUDIT):
        return
    values: EventValues | None = getattr(event, "values", None)
    if values is None or values.removed_at:
        yield from (Row(_words(name), "Removed, as our retention rules say") for name in event.fields)
        return
    for name in event.fields:
        yield Row(_words(name), _change(values.before.get(name), values.after.get(name)))
    if values.note:
        yield Row("Note", values.note)


def _change(before: Any, after: Any) -> str:
    if before in (None, ""):
        return _shown(after)
    return f"{_shown(before)} → {_shown(after)}"


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value) or "nothing"
    if isinstance(value, dict):
        return "; ".join(f"{_words(key)}: {_shown(item)}" for key, item in value.items()) or "nothing"
    return str(value)


def _words(code: str) -> str:
    """`awaiting_checks` -> "Awaiting checks"."""
    text = code.replace("_", " ").strip()
    return text[:1].upper() + text[1:]
