"""The whole history of migrations, from an empty database to what the models say."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Site

OURS = {app.rpartition(".")[2] for app in settings.OUR_APPS}


@pytest.mark.django_db
def test_an_empty_database_migrates_to_the_newest_state():
    """The database of these tests began empty, and was migrated with this code: `tests.database.template_key`."""
    loader = MigrationLoader(connection)
    assert set(loader.graph.leaf_nodes()) <= set(loader.applied_migrations)
    assert Site.objects.count() == 1


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
