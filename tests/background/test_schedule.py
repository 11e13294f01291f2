import threading
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django_tasks_db.models import DBTaskResult

from core.jobs import services
from core.jobs.models import Slot
from core.jobs.pulse import Pulse
from core.jobs.rules.timetable import Daily, Every
from core.jobs.schedule import Job
from portal.worker import SCHEDULE
from tests.background import probes
from tests.jobs import drain, waiting

OFTEN = Job("often", Every(minutes=5), probes.note)
NIGHTLY = Job("nightly", Daily(time(2, 30)), probes.note)


@pytest.mark.django_db
def test_a_job_fires_once_a_slot(at: datetime) -> None:
    fired = [services.fire_due([OFTEN, NIGHTLY], at=at + timedelta(minutes=minutes)) for minutes in (0, 0, 4, 5, 9, 10)]
    assert fired == [["often", "nightly"], [], [], ["often"], [], ["often"]]
    assert waiting().count() == 4
    assert drain() == 4


@pytest.mark.django_db
def test_slots_that_nobody_saw_are_not_made_up_for(at: datetime) -> None:
    services.fire_due([OFTEN], at=at)
    assert services.fire_due([OFTEN], at=at + timedelta(hours=8)) == ["often"]
    assert waiting().count() == 2


@pytest.mark.django_db
def test_the_database_keeps_a_second_firing_out(at: datetime) -> None:
    services.fire_due([OFTEN], at=at)
    slot = Slot.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.create(job="often", begins_at=slot.begins_at, fired_at=at)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_fire_once(at: datetime) -> None:
    together = threading.Barrier(4)
    fired: list[str] = []

    def worker() -> None:
        try:
            together.wait(timeout=10)
            fired.extend(services.fire_due([OFTEN], at=at))
        finally:
            connection.close()

    threads = [threading.Thread(target=worker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert fired == ["often"]
    assert waiting().count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_slot_is_not_spent_when_its_task_cannot_be_queued(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DBTaskResult.objects, "create", lambda **columns: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.fire_due([OFTEN], at=at)
    monkeypatch.undo()
    assert services.fire_due([OFTEN], at=at) == ["often"]


def test_the_portals_jobs_have_names_of_their_own_that_fit() -> None:
    names = [job.name for job in SCHEDULE]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 60


@pytest.mark.django_db
def test_every_job_of_the_portal_runs(at: datetime, settings, tmp_path) -> None:
    settings.AUDIT_HEAD = tmp_path / "audit-head.json"
    assert len(services.fire_due(SCHEDULE, at=at)) == len(SCHEDULE)
    assert drain() == len(SCHEDULE)


@pytest.mark.django_db(transaction=True)
def test_the_pulse_beats_fires_and_signs_off() -> None:
    moment = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    pulse = Pulse("heart", [OFTEN], lambda: moment)
    pulse.start()
    pulse.stop()
    assert not pulse.is_alive()
    beat = services.WorkerBeat.objects.get(worker_id="heart")
    assert (beat.started_at, beat.seen_at, beat.stopped_at) == (moment, moment, moment)
    assert waiting().count() == 1
