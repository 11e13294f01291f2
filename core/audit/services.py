import hashlib
import json
import secrets
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from core.access.actor import Actor
from core.audit.models import Event, EventValues


class ValueEncoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        if hasattr(o, "pence"):
            return o.pence
        return super().default(o)


def plain(values: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(values, cls=ValueEncoder, sort_keys=True))
    return read


def digest(salt: str, before: dict[str, Any], after: dict[str, Any], note: str) -> str:
    text = json.dumps([before, after, note], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((salt + text).encode()).hexdigest()


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
) -> Event:
    """Write one event with its values, inside the caller's transaction.

    `action` is `noun.verb` in the present tense, `reason` a code from a list, `note` free text.
    """
    before, after = plain(before or {}), plain(after or {})
    salt = secrets.token_hex(16)
    event = Event.objects.create(
        at=at,
        actor_kind=actor.kind,
        actor_id=actor.user_id,
        actor_name=actor.name,
        on_behalf_of=actor.on_behalf_of,
        action=action,
        subject_kind=subject[0],
        subject_reference=subject[1],
        from_state=from_state,
        to_state=to_state,
        reason=reason,
        fields=sorted(before.keys() | after.keys()),
        salt=salt,
        digest=digest(salt, before, after, note),
    )
    EventValues.objects.create(event=event, before=before, after=after, note=note)
    return event
