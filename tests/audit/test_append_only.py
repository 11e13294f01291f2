from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from core.audit.models import Event, EventValues, Seal
from core.audit.services import sealing

pytestmark = pytest.mark.django_db
TABLES = ("audit_event", "audit_eventvalues", "audit_seal")


@pytest.fixture(autouse=True)
def event(record: Callable[..., Event]) -> Event:
    event = record(after={"rent": 95000}, note="Looks right")
    sealing.seal()
    return event


def attempt(statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", TABLES)
def test_rows_cannot_be_deleted(table: str) -> None:
    attempt(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    ("table", "change"),
    [
        *[("audit_event", f"{field.column} = {field.column}") for field in Event._meta.concrete_fields],
        *[("audit_eventvalues", f'"{field.column}" = "{field.column}"') for field in EventValues._meta.concrete_fields],
        *[("audit_seal", f"{field.column} = {field.column}") for field in Seal._meta.concrete_fields],
    ],
)
def test_no_column_can_be_written_again(table: str, change: str) -> None:
    attempt(f"UPDATE {table} SET {change}")


EMPTIED = {"before": "'{}'", "after": "'{}'", "note": "''", "salt": "''", "removed_at": "'2026-11-21 12:00+00:00'"}


@pytest.mark.parametrize("left", [name for name in EMPTIED if name != "before"])
def test_values_can_be_emptied_only_as_a_whole(left: str) -> None:
    changes = ", ".join(f'"{name}" = {value}' for name, value in EMPTIED.items() if name != left)
    attempt(f"UPDATE audit_eventvalues SET {changes}")


def test_values_can_be_emptied_once_and_not_filled_again() -> None:
    changes = ", ".join(f'"{name}" = {value}' for name, value in EMPTIED.items())
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE audit_eventvalues SET {changes}")
    attempt(f"UPDATE audit_eventvalues SET {changes}")
    attempt("UPDATE audit_eventvalues SET note = 'Never happened'")


def test_values_cannot_move_to_another_event(event: Event) -> None:
    changes = ", ".join(f'"{name}" = {value}' for name, value in EMPTIED.items())
    attempt(f"UPDATE audit_eventvalues SET {changes}, event_id = event_id + 1000 WHERE event_id = {event.pk}")


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize("table", TABLES)
def test_a_row_cannot_be_replaced(table: str) -> None:
    attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_a_seal_cannot_be_replaced_by_its_position() -> None:
    attempt("INSERT OR REPLACE INTO audit_seal (position, event_id, digest, mac) VALUES (1, 999, 'x', 'y')")
    columns = "position, event_id, digest, mac"
    attempt(f"INSERT OR REPLACE INTO audit_seal ({columns}) SELECT 9, event_id, 'x', 'y' FROM audit_seal")


@pytest.mark.skipif("connection.vendor != 'postgresql'")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_cannot_be_truncated(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    attempt(f"TRUNCATE {table} CASCADE")
