"""Loading the rulebook's tables from their files."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.rulebook.models import TABLES, DatedRow
from core.rulebook.rules.sheets import Dated, Refusal, Sheet, SheetRow, read, settle
from core.rulebook.rules.sheets.tables import SHEETS

SHIPPED = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class Report:
    """What loading a table did. Where a row was refused, nothing was written."""

    table: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()


@dataclass
class Plan:
    """What loading a table would write, gathered key by key."""

    added: list[DatedRow] = field(default_factory=list)
    changed: list[DatedRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    unchanged: int = 0


def shipped(table: str) -> bytes:
    """The file of a table as it comes with the product."""
    return (SHIPPED / f"{table}.csv").read_bytes()


def load(*, table: str, content: bytes, actor: Actor, at: datetime) -> Report:
    """Bring a table up to its file: all of the file or, if any row is refused, nothing of it.

    A row of the same key and first day is brought up to the file; a new first day adds a row, and
    the open row before it ends there. Rows that the file does not have stay. Loading the same file
    again changes nothing. Filling an empty table is part of setting the service up, like a migration;
    every change after that is audited.
    """
    sheet = SHEETS[table]
    rows, refused = read(sheet, content)
    if refused:
        return Report(table, refused=tuple(refused))
    with transaction.atomic():
        plan = planned(sheet, rows)
        if plan.refused:
            return Report(table, refused=tuple(plan.refused))
        model = TABLES[table]
        is_first_fill = not model.objects.exists()
        model.objects.bulk_create(plan.added, batch_size=500)
        if plan.changed:
            fields = [column.target for column in sheet.columns if column.target not in sheet.key]
            model.objects.bulk_update(plan.changed, fields, batch_size=100)
        if (plan.added or plan.changed) and not is_first_fill:
            after = {"added": len(plan.added), "changed": len(plan.changed)}
            audit.record(actor=actor, action="rulebook.load", subject=("rulebook table", table), at=at, after=after)
    return Report(table, added=len(plan.added), changed=len(plan.changed), unchanged=plan.unchanged)


def planned(sheet: Sheet, rows: list[SheetRow]) -> Plan:
    """What to write, key by key along time."""
    model = TABLES[sheet.name]
    stored: dict[tuple[Any, ...], dict[Any, DatedRow]] = defaultdict(dict)
    for each in model.objects.select_for_update():
        stored[tuple(getattr(each, name) for name in sheet.key)][each.valid_from] = each
    by_key: dict[tuple[Any, ...], list[SheetRow]] = defaultdict(list)
    for row in rows:
        by_key[row.key].append(row)
    plan = Plan()
    for key, group in by_key.items():
        plan_key(plan, sheet, stored.get(key, {}), group)
    return plan


def plan_key(plan: Plan, sheet: Sheet, stored: dict[Any, DatedRow], group: list[SheetRow]) -> None:
    """Add to the plan what the rows of one key need."""
    if sheet.keep_stored and stored:
        plan.unchanged += len(group)
        return
    in_file = {each.values["valid_from"]: each for each in group}
    spans = {start: Dated(start, each.values["valid_to"], each.number) for start, each in in_file.items()}
    for start, row in stored.items():
        spans.setdefault(start, Dated(start, row.valid_to))
    for clash in settle(spans.values()):
        number = clash.row or group[0].number
        plan.refused.append(Refusal(number, "valid_from", "It overlaps another row of the same key."))
    for start, span in spans.items():
        values = {**(in_file[start].values if start in in_file else {}), "valid_to": span.valid_to}
        old = stored.get(start)
        if old is None:
            plan.added.append(TABLES[sheet.name](**values))
        elif any(getattr(old, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(old, name, value)
            plan.changed.append(old)
        elif start in in_file:
            plan.unchanged += 1
