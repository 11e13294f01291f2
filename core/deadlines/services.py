from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from core.access.actor import Can
from core.deadlines.models import Deadline, Reminder
from core.states import Holder

MANAGER_IS_TOLD = "The team manager is told."
"""What `otherwise` says of a deadline that managers hear of once its day has passed: see `take_lateness`."""


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
    remind_on: Collection[date] = (),
) -> Deadline:
    """Set, or move, the open deadline of this kind on this record.

    `what` completes "X must ... by Thursday 26 November". `otherwise` says what happens if it is not
    done. `capability` names the officers in whose queue it stands; `person_id` narrows it to one, who
    keeps it when it moves and nobody else is named.
    `remind_on` are the days for a reminder; reminders not yet sent are replaced when it moves.
    """
    values = {
        "kind": kind,
        "subject_kind": subject[0],
        "subject_reference": subject[1],
        "what": what,
        "otherwise": otherwise,
        "holder": holder,
        "capability": capability or "",
        "person_id": person_id,
        "due_on": due_on,
        "statutory": statutory,
        "source": source,
    }
    with transaction.atomic(savepoint=False):
        deadline = _set(values, at)
        _remind(deadline, remind_on)
    return deadline


MOVED = ("what", "otherwise", "holder", "capability", "due_on", "statutory", "source")
COLUMNS = ("kind", "subject_kind", "subject_reference", *MOVED, "person_id", "created_at", "outcome")
KEPT = """COALESCE(excluded.person_id, CASE WHEN deadlines_deadline.holder = excluded.holder
    AND deadlines_deadline.capability = excluded.capability THEN deadlines_deadline.person_id END)"""
"""Who has it by name keeps it while it asks the same officers."""
UPSERT = f"""
    INSERT INTO deadlines_deadline ({", ".join(COLUMNS)}) VALUES ({", ".join("%s" for _ in COLUMNS)})
    ON CONFLICT (kind, subject_kind, subject_reference) WHERE done_at IS NULL
    DO UPDATE SET person_id = {KEPT}, {", ".join(f"{column} = excluded.{column}" for column in MOVED)}
    RETURNING id, person_id
"""  # noqa: S608  names of our own columns
"""One statement where the mapper would send six, and no race between looking and adding."""


def _set(values: dict[str, Any], at: datetime) -> Deadline:
    fields = {field.attname: field for field in Deadline._meta.concrete_fields}
    row = {**values, "created_at": at, "outcome": ""}
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, [fields[name].get_db_prep_save(row[name], connection) for name in COLUMNS])
        pk, person_id = cursor.fetchone()
    known = {"id": pk, **values, "person_id": person_id}
    return Deadline.from_db(connection.alias, list(known), list(known.values()))


def _remind(deadline: Deadline, remind_on: Collection[date]) -> None:
    """Reminders not yet sent are these days and no other."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM deadlines_reminder WHERE deadline_id = %s AND sent_at IS NULL", [deadline.pk])
    if remind_on:
        Reminder.objects.bulk_create(
            [Reminder(deadline=deadline, due_on=day) for day in sorted(set(remind_on))], ignore_conflicts=True
        )


def done(*, kind: str, subject: tuple[str, str], at: datetime, outcome: str = "done") -> bool:
    """Close the open deadline of this kind. False when there was none."""
    return bool(Deadline.objects.about(subject).open().filter(kind=kind).update(done_at=at, outcome=outcome))


def close_all(*, subject: tuple[str, str], at: datetime, outcome: str, but: Collection[str] = ()) -> int:
    """Close every open deadline of a record that has ended, but those of the kinds that outlive it."""
    return Deadline.objects.about(subject).open().exclude(kind__in=but).update(done_at=at, outcome=outcome)


def forget(*, subject: tuple[str, str]) -> None:
    """Delete all that was ever to be done about a record that is deleted."""
    Deadline.objects.about(subject).delete()


def reword(*, subject: tuple[str, str], kinds_from: str, what: str) -> int:
    """Take the words out of deadlines that quote what has to be forgotten: those whose kind begins so."""
    return Deadline.objects.about(subject).filter(kind__startswith=kinds_from).update(what=what)


def hand_over(*, subjects: Collection[tuple[str, str]], before_id: int | None, person_id: int | None) -> int:
    """Give what waits by name for one officer about these records to another; nothing when nobody had it."""
    if before_id is None:
        return 0
    moved = 0
    for subject in subjects:
        theirs = Deadline.objects.about(subject).open().filter(holder=Holder.COUNCIL, person_id=before_id)
        moved += theirs.update(person_id=person_id)
    return moved


def give(*, kind: str, subject: tuple[str, str], person_id: int | None) -> bool:
    """Give one thing that waits for the council to an officer by name, or to all who may do it. False: none does."""
    waits = Deadline.objects.about(subject).open().filter(kind=kind, holder=Holder.COUNCIL)
    return bool(waits.update(person_id=person_id))


def assign(*, subject: tuple[str, str], person_id: int, but: Collection[str] = ()) -> int:
    """Give what waits for the council about a record to one officer, whoever had it, but what is of these kinds."""
    theirs = Deadline.objects.about(subject).open().filter(holder=Holder.COUNCIL).exclude(kind__in=but)
    return theirs.update(person_id=person_id)


def take_lateness(*, deadline_id: int, on: date, at: datetime) -> Deadline | None:
    """The deadline, if managers are to be told now that it has passed: once for each day that was set.

    None when it was done or moved meanwhile, or told already. Call it in the transaction that queues
    the message, so that both happen or neither.
    """
    late = Deadline.objects.select_for_update().open().overdue(on)
    deadline = late.filter(pk=deadline_id, otherwise=MANAGER_IS_TOLD).first()
    if deadline is None:
        return None
    after = deadline.due_on + timedelta(days=1)
    _, first = Reminder.objects.get_or_create(deadline=deadline, due_on=after, defaults={"sent_at": at})
    return deadline if first else None


def take_reminder(*, deadline_id: int, on: date, at: datetime) -> bool:
    """Whether a reminder of this deadline is to be sent now; it then counts as sent.

    Call it in the transaction that queues the message, so that both happen or neither. Reminders
    that were missed while nothing ran are taken together: one message, not three.
    """
    due = Reminder.objects.filter(deadline_id=deadline_id, deadline__done_at=None, sent_at=None, due_on__lte=on)
    return bool(due.update(sent_at=at))
