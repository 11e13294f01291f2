from datetime import datetime
from typing import Any, TypeVar

from core.access.actor import Actor
from core.audit import services as audit
from core.references.models import Record
from core.states import Machine

R = TypeVar("R", bound=Record)


def move(
    row: R,
    machine: Machine,
    event: str,
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
    note: str = "",
    summary: str = "",
    **changes: Any,
) -> R:
    """Carry a locked row through one event of its machine, with its other columns, and audit it.

    The audited action is `kind.event`; `summary` says it in words. Raises IllegalMove when the event
    is not possible now, and Stale when another transaction wrote the row.
    """
    source: str = row.state
    target = machine.apply(source, event)
    before = {name: getattr(row, name) for name in changes}
    row.write(state=target, **changes)
    audit.record(
        actor=actor,
        action=f"{row.KIND}.{event}",
        subject=row.subject,
        at=at,
        before=before,
        after=changes,
        from_state=source,
        to_state=target,
        reason=reason,
        note=note,
        summary=summary,
    )
    return row
