"""Walks the whole trail and says everything that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from core.audit import heads
from core.audit.models import Event, EventValues, Seal
from core.audit.rules import chain
from core.audit.rules.chain import Finding
from core.audit.services.retention import REMOVED

CHUNK = 2000


@dataclass
class Report:
    events: int = 0
    sealed: int = 0
    unsealed: int = 0
    removed: int = 0
    findings: list[Finding] = field(default_factory=list)


def verify(*, key: str, head_file: Path) -> Report:
    """Check every event, its values and its seal, and the end of the chain against the head outside."""
    report = Report(events=Event.objects.count())
    removals = _named_removals()
    report.findings += _seals(key, report, removals)
    for event in Event.objects.unsealed().select_related("values").order_by("pk").iterator(CHUNK):
        report.unsealed += 1
        report.findings += _event(event, report, removals)
    report.findings += _end(head_file, report)
    return report


def _seals(key: str, report: Report, removals: set[int]) -> Iterator[Finding]:
    position, mac = 0, chain.START
    seals = Seal.objects.order_by("position").iterator(CHUNK)
    while chunk := list(islice(seals, CHUNK)):
        found = Event.objects.select_related("values").in_bulk([seal.event_id for seal in chunk])
        for seal in chunk:
            report.sealed += 1
            if seal.position != position + 1:
                yield Finding("missing_seal", f"Seals {position + 1} to {seal.position - 1} are missing.")
            elif not chain.same(seal.mac, _expected(key, seal, mac)):
                yield Finding(
                    "broken_seal",
                    f"Seal {seal.position} does not follow from the one before it: "
                    "a seal was changed or forged, or events were put in another order.",
                )
            yield from _sealed_event(seal, found.get(seal.event_id), report, removals)
            position, mac = seal.position, seal.mac


def _expected(key: str, seal: Seal, previous: str) -> str:
    return chain.seal_of(key, previous=previous, position=seal.position, event_id=seal.event_id, digest=seal.digest)


def _sealed_event(seal: Seal, event: Event | None, report: Report, removals: set[int]) -> Iterator[Finding]:
    if event is None:
        yield Finding("missing_event", f"Event {seal.event_id}, sealed at {seal.position}, is missing.")
        return
    if not chain.same(event.digest, seal.digest):
        yield Finding("changed_event", f"Event {event.pk} is not the one sealed at {seal.position}.")
        return
    yield from _event(event, report, removals)


def _event(event: Event, report: Report, removals: set[int]) -> Iterator[Finding]:
    if not chain.same(event.digest, chain.event_digest(event.columns())):
        yield Finding("changed_event", f"Event {event.pk} was changed after it was written.")
    values: EventValues | None = getattr(event, "values", None)
    if values is None:
        yield Finding("missing_values", f"The values of event {event.pk} are missing.")
    elif values.removed_at:
        report.removed += 1
        if event.pk not in removals:
            yield Finding("removed_values", f"The values of event {event.pk} were removed outside retention.")
        if values.before or values.after or values.note:
            yield Finding("changed_values", f"The values of event {event.pk} were removed, and others put there.")
    elif not chain.same(
        event.values_digest, chain.values_digest(values.salt, values.before, values.after, values.note)
    ):
        yield Finding("changed_values", f"The values of event {event.pk} were changed.")


def _named_removals() -> set[int]:
    """The events whose values retention says it removed."""
    lists = EventValues.objects.filter(event__action=REMOVED).values_list("after", flat=True)
    return {event_id for after in lists.iterator(CHUNK) for event_id in after.get("events", [])}


def _end(head_file: Path, report: Report) -> Iterator[Finding]:
    last = Seal.objects.order_by("position").last()
    try:
        head = heads.read(head_file)
    except heads.UnreadableHead as error:
        yield Finding("unreadable_head", str(error))
        return
    if head is None and last:
        yield Finding("no_head", f"There are {report.sealed} seals, and no head is kept outside the database.")
    if missing := heads.check(head):
        yield missing
