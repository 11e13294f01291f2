import json
import secrets
from datetime import datetime
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Field, Model

from core.access.actor import Actor
from core.audit.models import Event, EventValues
from core.audit.rules import chain


class ValueEncoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        if hasattr(o, "pence"):
            return str(o)
        return super().default(o)


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values as JSON that reads back the same from both databases: floats become text."""
    read: dict[str, Any] = json.loads(json.dumps(values, cls=ValueEncoder), parse_float=str, parse_constant=str)
    return read


def record(
    *,
    actor: Actor,
    action: str,
    subject: tuple[str, str],
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    from_state: str = "",
    to_state: str = "",
    reason: str = "",
    note: str = "",
    summary: str = "",
) -> Event:
    """Write one event with its values, inside the caller's transaction.

    `action` is `noun.verb` in the present tense, `reason` a code from a list, `note` free text.
    `summary` says it in words for the record's history ("Gas certificate verified"): it is kept for
    ever and shown to everybody who may see the record, so it names no person and holds no value.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an event is recorded inside the transaction of what it records")
    before, after = plain(before or {}), plain(after or {})
    salt = secrets.token_hex(16)
    event = Event(
        at=at,
        actor_kind=str(actor.kind),
        actor_id=actor.user_id,
        actor_name=actor.name,
        on_behalf_of=actor.on_behalf_of,
        action=action,
        summary=summary or in_words(action),
        subject_kind=subject[0],
        subject_reference=subject[1],
        from_state=str(from_state),
        to_state=str(to_state),
        reason=str(reason),
        fields=sorted(before.keys() | after.keys()),
        values_digest=chain.values_digest(salt, before, after, note),
    )
    event.digest = chain.event_digest(event.columns())
    insert(event)
    insert(EventValues(event=event, before=before, after=after, note=note, salt=salt))
    return event


def insert(row: Event | EventValues) -> None:
    """Add the row as `save` would, with a statement that is written once: every change of ours adds two."""
    statement, fields = insertion(type(row))
    with connection.cursor() as cursor:
        cursor.execute(statement, [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields])
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


@cache
def insertion(model: type[Model]) -> tuple[str, list[Field]]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(str(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    return f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({places}) RETURNING id", fields  # noqa: S608  names of our own models


def in_words(action: str) -> str:
    """`home.ask_for_changes` -> "Home: ask for changes"."""
    noun, _, verb = action.replace("_", " ").partition(".")
    return f"{noun.capitalize()}: {verb}" if verb else noun.capitalize()
