import json
import secrets
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from core.access.actor import Actor
from core.audit.models import Event, EventValues
from core.audit.rules import chain


class ValueEncoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        if hasattr(o, "pence"):
            return str(o)
        return super().default(o)


WRITER = ValueEncoder()
READER = json.JSONDecoder(parse_float=str, parse_constant=str)


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values as JSON that reads back the same from both databases: floats become text."""
    return READER.decode(WRITER.encode(values)) if values else {}


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
    event.save(force_insert=True)
    EventValues.objects.create(event_id=event.pk, before=before, after=after, note=note, salt=salt)
    return event


def in_words(action: str) -> str:
    """`home.ask_for_changes` -> "Home: ask for changes"."""
    noun, _, verb = action.replace("_", " ").partition(".")
    return f"{noun.capitalize()}: {verb}" if verb else noun.capitalize()
