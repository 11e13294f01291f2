"""The test database: migrated once, kept as a template, copied for each run and worker.

A transactional test puts the copy back afterwards instead of flushing it, so the append-only
triggers stay armed and the pages, roles and reference data that migrations made stay there.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Self

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase
from filelock import FileLock

from portal import reference_data

CACHE = settings.BASE_DIR / ".cache" / "tests"
ALIAS = "default"


def template_key() -> str:
    """Changes with Django, with any app's migrations and what they plant, and with the reference data."""
    digest = hashlib.sha256(version("django").encode())
    for app in apps.get_app_configs():
        try:
            package = import_module(f"{app.name}.migrations")
        except ModuleNotFoundError:
            continue
        for path in sorted(Path(package.__path__[0]).glob("*.py")):
            digest.update(path.read_bytes())
    planted = sorted((settings.BASE_DIR / "cms" / "content").glob("*.py"))
    for path in [*planted, *reference_data.sources()]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def fill() -> None:
    """Migrate the empty database that the connection points to, and load what every council starts with."""
    call_command("migrate", verbosity=0, interactive=False)
    reference_data.load()


class SqliteTemplate:
    """A file beside the sources; a copy is a file in the run's own folder.

    `fill` fills it, from empty or from what `base` holds.
    """

    def __init__(
        self,
        key: str,
        name: str = "template",
        fill: Callable[[], object] = fill,
        base: Self | None = None,
    ) -> None:
        self.name, self.fill, self.base = name, fill, base
        self.path = CACHE / f"{name}-{key}.sqlite3"
        self.copy = Path(os.environ["VAR_DIR"]) / f"{name}.sqlite3"

    def exists(self) -> bool:
        return self.path.exists()

    def build(self) -> None:
        for old in CACHE.glob(f"{self.name}-*.sqlite3*"):
            old.unlink()
        unfinished = self.path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        if self.base:
            shutil.copyfile(self.base.path, unfinished)
        point_at(str(unfinished))
        self.fill()
        with connections[ALIAS].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections[ALIAS].close()
        unfinished.replace(self.path)

    def open_copy(self) -> None:
        shutil.copyfile(self.path, self.copy)
        point_at(str(self.copy))

    def restore(self) -> None:
        connection = connections[ALIAS]
        connection.ensure_connection()
        with closing(sqlite3.connect(self.path)) as template:
            template.backup(connection.connection)

    def discard(self) -> None:
        connections[ALIAS].close()
        self.copy.unlink(missing_ok=True)


class PostgresTemplate:
    """A database of the same server; a copy is made by the server itself."""

    def __init__(
        self,
        key: str,
        name: str = "template",
        fill: Callable[[], object] = fill,
        base: Self | None = None,
    ) -> None:
        self.fill, self.base = fill, base
        self.name = f"lintel_{name}_{key}"
        self.copy = f"lintel_{name}_copy_{os.getpid()}"

    def exists(self) -> bool:
        return bool(self._server("SELECT 1 FROM pg_database WHERE datname = %s", [self.name]))

    def build(self) -> None:
        unfinished = f"{self.name}_unfinished"
        self._server(f"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")
        self._server(f"CREATE DATABASE {unfinished}" + (f" TEMPLATE {self.base.name}" if self.base else ""))
        point_at(unfinished)
        self.fill()
        connections[ALIAS].close()
        self._server(f"ALTER DATABASE {unfinished} RENAME TO {self.name}")

    def open_copy(self) -> None:
        connections[ALIAS].close()
        self.discard()
        self._server(f"CREATE DATABASE {self.copy} TEMPLATE {self.name}")
        point_at(self.copy)

    restore = open_copy

    def discard(self) -> None:
        connections[ALIAS].close()
        self._server(f"DROP DATABASE IF EXISTS {self.copy} WITH (FORCE)")

    def _server(self, statement: str, values: list[str] | None = None) -> list[tuple]:
        with connections[ALIAS]._nodb_cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []


def point_at(name: str) -> None:
    connections[ALIAS].close()
    settings.DATABASES[ALIAS]["NAME"] = name
    connections[ALIAS].settings_dict["NAME"] = name


def kind() -> type[SqliteTemplate | PostgresTemplate]:
    return SqliteTemplate if connections[ALIAS].vendor == "sqlite" else PostgresTemplate


def opened(*templates: SqliteTemplate | PostgresTemplate) -> None:
    """Point at a copy of the last of these templates; each is built, if need be, on the one before."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "template.lock"):
        for template in templates:
            if not template.exists():
                template.build()
        templates[-1].open_copy()


@contextmanager
def copied() -> Iterator[None]:
    """Run inside with the connection on a private copy of the migrated database."""
    template = kind()(template_key())
    opened(template)
    flush = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda self: template.restore()
    try:
        yield
    finally:
        TransactionTestCase._fixture_teardown = flush
        template.discard()
