from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from core.access.actor import system
from core.audit import services as audit
from core.audit.rules.chain import Head
from core.audit.services import sealing
from core.jobs import services as jobs
from core.notifications import tasks
from portal.views import health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_worker(settings, tmp_path):
    settings.AUDIT_HEAD = tmp_path / "audit-head.json"
    jobs.beat(worker_id="one", at=timezone.now())


def fault(client, part):
    response = client.get("/health/")
    said = response.json()["parts"][part]
    assert response.status_code == (200 if said == "well" else 503)
    return said


def test_a_well_service_says_so(client):
    response = client.get("/health/")
    assert response.status_code == 200
    assert set(response.json()["parts"]) == {"database", "migrations", "worker", "queue", "seals"}
    assert set(response.json()["parts"].values()) == {"well"}
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


def test_a_worker_that_fell_silent_is_missed(client):
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert fault(client, "worker") == "no worker is running"


def test_a_queue_that_does_not_move_is_told(client):
    now = timezone.now()
    tasks.sweep.using(run_after=now - timedelta(minutes=14)).enqueue()
    assert fault(client, "queue") == "well"
    tasks.sweep.using(run_after=now - timedelta(minutes=20)).enqueue()
    assert fault(client, "queue") == "a task has waited for 20 minutes"


def test_events_without_a_seal_are_told(client):
    long_ago = timezone.now() - timedelta(minutes=30)
    audit.record(actor=system("test"), action="home.submit", subject=("home", "HM-1"), at=long_ago)
    assert fault(client, "seals") == "an event has waited 30 minutes for its seal"
    sealing.seal()
    assert fault(client, "seals") == "well"


def test_a_chain_that_does_not_reach_its_head_is_told(client, settings):
    sealing.heads.write(settings.AUDIT_HEAD, Head(position=7, event_id=7, mac="m" * 64))
    assert "7 seals" in fault(client, "seals")
    settings.AUDIT_HEAD.write_text("garbage")
    assert "cannot be read" in fault(client, "seals")
