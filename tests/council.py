"""The demonstration council, built once for its sources and kept as a template; each module gets a copy.

A test of it undoes what it changes. On PostgreSQL, where one build is one too many for a run, only the
written stories are played.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.test import override_settings

from core.dates import LONDON
from portal.demonstration import build
from tests import database

DAY = date(2026, 11, 23)
EVENING = datetime(2026, 11, 23, 18, tzinfo=LONDON)
SHOWN = {"views", "forms", "urls", "templates", "templatetags", "migrations", "static", "content"}
"""Rooms that no story goes through."""


def crowded() -> bool:
    """Whether the crowd is played here, and not only the written stories."""
    return database.kind() is database.SqliteTemplate


def key() -> str:
    """Changes with the template and with all code that a story goes through."""
    digest = hashlib.sha256(database.template_key().encode())
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR)]
    folders = [*(path for path in ours if ".venv" not in path.parts), settings.BASE_DIR / "portal" / "demonstration"]
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        if not SHOWN & {part.removesuffix(".py") for part in path.parts}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def files_in(folder: Path) -> Iterator[None]:
    own = {}
    for name in ("private", "public"):
        usual = settings.STORAGES[name]
        own[name] = usual | {"OPTIONS": {**usual["OPTIONS"], "location": str(folder / name)}}
    with override_settings(STORAGES=settings.STORAGES | own):
        yield


@contextmanager
def copied() -> Iterator[None]:
    """Run inside with the connection on a private copy of the council, and its files."""
    named, before = key(), settings.DATABASES[database.ALIAS]["NAME"]
    kept, mine = database.CACHE / f"council-{named}-files", Path(os.environ["VAR_DIR"]) / "council-files"

    def fill() -> None:
        for old in database.CACHE.glob("council-*-files"):
            shutil.rmtree(old)
        with files_in(kept):
            build.build(at=EVENING, crowded=crowded())

    base = database.kind()(database.template_key())
    council = database.kind()(named, "council", fill, base)
    database.opened(base, council)
    shutil.copytree(kept, mine, copy_function=os.link)
    try:
        with files_in(mine):
            yield
    finally:
        council.discard()
        database.point_at(before)
        shutil.rmtree(mine)
