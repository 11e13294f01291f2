from datetime import date, datetime

from core.access.actor import Can
from core.deadlines.models import Deadline
from core.states import Holder


def set_deadline(
    *,
    kind: str,
    subject: tuple[str, str],
    what: str,
    holder: Holder,
    due_on: date,
    at: datetime,
    otherwise: str = "",
    capability: Can | None = None,
    person_id: int | None = None,
    statutory: bool = False,
    source: str = "",
) -> Deadline:
    """Set, or move, the open deadline of this kind on this record.

    `what` completes "X must ... by Thursday 26 November". `otherwise` says what happens if it is not
    done. `capability` names the officers in whose queue it stands; `person_id` narrows it to one.
    """
    deadline: Deadline
    deadline, _ = (
        Deadline.objects.about(subject)
        .open()
        .update_or_create(
            kind=kind,
            subject_kind=subject[0],
            subject_reference=subject[1],
            done_at=None,
            defaults={
                "what": what,
                "otherwise": otherwise,
                "holder": holder,
                "capability": capability or "",
                "person_id": person_id,
                "due_on": due_on,
                "statutory": statutory,
                "source": source,
            },
            create_defaults={
                "what": what,
                "otherwise": otherwise,
                "holder": holder,
                "capability": capability or "",
                "person_id": person_id,
                "due_on": due_on,
                "statutory": statutory,
                "source": source,
                "created_at": at,
            },
        )
    )
    return deadline


def done(*, kind: str, subject: tuple[str, str], at: datetime, outcome: str = "done") -> bool:
    """Close the open deadline of this kind. False when there was none."""
    return bool(Deadline.objects.about(subject).open().filter(kind=kind).update(done_at=at, outcome=outcome))


def close_all(*, subject: tuple[str, str], at: datetime, outcome: str) -> int:
    """Close every open deadline of a record that has ended."""
    return Deadline.objects.about(subject).open().update(done_at=at, outcome=outcome)
