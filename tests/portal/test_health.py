import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder

from portal.views import health

pytestmark = pytest.mark.django_db


def test_a_well_service_says_so(client):
    response = client.get("/health/")
    assert response.status_code == 200
    assert response.json()["parts"] == {"database": "well", "migrations": "well"}
    assert "no-store" in response.headers["Cache-Control"]


def test_a_migration_that_was_not_run_is_named(client):
    MigrationRecorder.Migration.objects.filter(app="audit").delete()
    response = client.get("/health/")
    assert response.status_code == 503
    assert response.json()["parts"]["migrations"] == "1 apps have migrations to run"
    assert response.json()["parts"]["database"] == "well"


def test_a_database_that_does_not_answer_is_no_500(client, monkeypatch):
    def silent(at):
        raise DatabaseError("could not connect to server at 10.0.0.1")

    monkeypatch.setitem(health.PARTS, "database", silent)
    response = client.get("/health/")
    assert response.status_code == 503
    assert "10.0.0.1" not in response.text
