import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.jobs import selectors, services
from core.jobs.models import Slot, WorkerBeat
from core.jobs.worker import Worker
from core.notifications import tasks
from core.notifications.models import OutboxMessage
from core.notifications.rules.delivery import Delivery
from core.notifications.rules.message import Message, Recipient
from core.notifications.services import outbox
from tests.background import probes
from tests.jobs import drain, forget_waiting


def running(worker: str, started_at: datetime) -> DBTaskResult:
    result = DBTaskResult.objects.get(pk=probes.note.enqueue().id)
    result.status, result.started_at, result.worker_ids = TaskResultStatus.RUNNING, started_at, [worker]
    result.save()
    return result


@pytest.mark.django_db
def test_only_the_tasks_of_silent_workers_are_ended(at: datetime) -> None:
    long_ago = at - timedelta(hours=3)
    services.beat(worker_id="dead", at=at - timedelta(minutes=2))
    services.beat(worker_id="alive", at=at - timedelta(minutes=1))
    services.beat(worker_id="stopped", at=at)
    services.sign_off(worker_id="stopped", at=at)
    left = [running(worker, long_ago) for worker in ("dead", "stopped", "unknown")]
    kept = [running("alive", long_ago), running("unknown", at - timedelta(minutes=1))]

    assert services.reap(at=at) == 3
    for result in left:
        result.refresh_from_db()
        assert (result.status, result.finished_at) == (TaskResultStatus.FAILED, at)
        assert result.task_result.errors[0].exception_class is services.WorkerDied
    for result in kept:
        result.refresh_from_db()
        assert result.status == TaskResultStatus.RUNNING
    assert services.reap(at=at) == 0


@pytest.mark.django_db
def test_a_worker_is_alive_while_it_beats(at: datetime) -> None:
    assert not selectors.worker_alive(at)
    services.beat(worker_id="one", at=at)
    services.beat(worker_id="one", at=at + timedelta(seconds=5))
    assert WorkerBeat.objects.get().started_at == at
    assert selectors.worker_alive(at + timedelta(seconds=90))
    assert not selectors.worker_alive(at + timedelta(seconds=100))
    services.sign_off(worker_id="one", at=at + timedelta(seconds=10))
    assert not selectors.worker_alive(at + timedelta(seconds=11))


@pytest.mark.django_db
def test_the_queue_says_how_long_its_front_has_waited(at: datetime) -> None:
    with time_machine.travel(at, tick=False) as clock:
        assert selectors.queue(at) == selectors.Queue(0, 0, 0, timedelta(0))
        probes.note.enqueue()
        probes.note.using(run_after=at + timedelta(minutes=3)).enqueue()
        probes.says_no.using(run_after=at + timedelta(hours=9)).enqueue()
        clock.shift(timedelta(minutes=5))
        later = timezone.now()
        assert selectors.queue(later) == selectors.Queue(2, 0, 0, timedelta(minutes=5))
        drain()
        assert selectors.queue(later) == selectors.Queue(0, 0, 0, timedelta(0))
        clock.shift(timedelta(hours=9))
        drain(expect_failures=True)
        assert selectors.queue(timezone.now()).failed_since_yesterday == 1


@pytest.mark.django_db
def test_old_rows_are_pruned_and_failures_are_kept_longer(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        probes.note.enqueue()
        probes.says_no.enqueue()
        drain(expect_failures=True)
        probes.note.enqueue()
        Slot.objects.create(job="often", begins_at=at, fired_at=at)
        services.beat(worker_id="one", at=at)
    assert services.prune(at=at + timedelta(days=6)) == 0
    assert services.prune(at=at + timedelta(days=8)) == 2
    assert services.prune(at=at + timedelta(days=61)) == 2
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY


def address() -> str:
    """The address of the database that this test is on."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    host = at["HOST"] or at["OPTIONS"].get("host", "")
    return f"postgres://{at['USER']}@/{at['NAME']}?host={host}&port={at['PORT'] or 5432}"


@contextmanager
def worker_process(folder: Path) -> Iterator[subprocess.Popen]:
    """A real worker on this test's database."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "LINTEL_MODE": "test",
            "DATABASE_URL": address(),
            "AUDIT_HEAD": str(folder / "audit-head.json"),
        },
        stdin=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=10)


def until(happened, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.real_clock
def test_what_a_killed_worker_held_is_ended_swept_and_done(tmp_path: Path) -> None:
    mark, start = tmp_path / "mark", timezone.now()
    with transaction.atomic():
        message = outbox.send(
            Message("test/hello", "About your home", "Hello Sam."),
            to=Recipient("Sam", "sam@example.com"),
            about=("home", "HM-2026-0001"),
            at=start,
        )
    forget_waiting()
    OutboxMessage.objects.update(claimed_at=start)
    held = probes.claim_and_hang.using(priority=99).enqueue(message.reference, str(mark))
    with worker_process(tmp_path) as process:
        until(mark.exists)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
    assert DBTaskResult.objects.get(pk=held.id).status == TaskResultStatus.RUNNING
    forget_waiting()

    with time_machine.travel(start + timedelta(minutes=20), tick=True):
        assert services.reap(at=timezone.now()) == 1
        assert DBTaskResult.objects.get(pk=held.id).status == TaskResultStatus.FAILED
        tasks.sweep.call()
        drain()
    message.refresh_from_db()
    assert (message.state, message.attempts) == (Delivery.SENT, 2)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_asked_to_stop_finishes_and_signs_off(tmp_path: Path) -> None:
    done = probes.note.using(priority=99).enqueue("finished")
    with worker_process(tmp_path) as process:
        until(lambda: DBTaskResult.objects.get(pk=done.id).status == TaskResultStatus.SUCCESSFUL)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    beat = WorkerBeat.objects.get()
    assert beat.stopped_at is not None
    assert Slot.objects.exists()


@pytest.mark.django_db
def test_the_first_signal_lets_the_worker_finish_and_the_second_does_not() -> None:
    worker = Worker("one")
    worker.shutdown(signal.SIGTERM, None)
    assert not worker.running
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    try:
        with pytest.raises(SystemExit):
            worker.shutdown(signal.SIGTERM, None)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
