"""The whole history of migrations, from an empty database to what the models say."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

OURS = {app.rpartition(".")[2] for app in settings.OUR_APPS}


def test_an_empty_database_migrates_to_the_newest_state(tmp_path):
    path = tmp_path / "new.sqlite3"
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{path}"}
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
    with sqlite3.connect(path) as database:
        applied = set(database.execute("SELECT app, name FROM django_migrations"))
        assert set(MigrationLoader(None).graph.leaf_nodes()) <= applied
        assert database.execute("SELECT count(*) FROM wagtailcore_site").fetchone() == (1,)


@pytest.mark.django_db
def test_the_models_say_nothing_that_no_migration_says():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_migration_of_ours_can_be_reversed():
    graph = MigrationLoader(None).graph
    stuck = [
        f"{app}.{name}: {operation}"
        for (app, name), migration in graph.nodes.items()
        if app in OURS
        for operation in migration.operations
        if not operation.reversible
    ]
    assert stuck == []
