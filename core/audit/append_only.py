"""Triggers that make a table append-only, on both databases, as a migration operation."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

Statements = dict[str, list[str]]


def append_only(table: str, unique: Sequence[str] = ("id",), unless: str = "") -> RunPython:
    """Rows of `table` can be added and nothing else.

    `unique` names its unique columns: SQLite's `INSERT OR REPLACE` would otherwise drop a row past
    the delete trigger. `unless` is a condition over OLD and NEW under which an update is allowed,
    in SQL that both databases read and that is never NULL. A later migration that rebuilds the
    table on SQLite (most changes of columns do) drops the triggers: repeat this operation after it.
    """
    return RunPython(
        _executes({"sqlite": _sqlite(table, unique, unless), "postgresql": _postgresql(table, unless)}),
        _executes({"sqlite": _undo_sqlite(table), "postgresql": _undo_postgresql(table)}),
    )


def _executes(statements: Statements) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    def execute(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return execute


def _sqlite(table: str, unique: Sequence[str], unless: str) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    when = f"WHEN NOT ({unless}) " if unless else ""
    taken = " OR ".join(f"{column} = NEW.{column}" for column in unique)
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {taken})"  # noqa: S608  names of our own migrations
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {when}{refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {exists} {refuse}",
    ]


def _undo_sqlite(table: str) -> list[str]:
    return [f"DROP TRIGGER {table}_no_{event}" for event in ("update", "delete", "replace")]


def _postgresql(table: str, unless: str) -> list[str]:
    refuse = f"EXECUTE FUNCTION {table}_refuse()"
    when = f"WHEN (NOT ({unless})) " if unless else ""
    return [
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN "
        f"RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END$$",
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW {when}{refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}",
    ]


def _undo_postgresql(table: str) -> list[str]:
    drops = [f"DROP TRIGGER {table}_no_{event} ON {table}" for event in ("update", "delete", "truncate")]
    return [*drops, f"DROP FUNCTION {table}_refuse()"]
