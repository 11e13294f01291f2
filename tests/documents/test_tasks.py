from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from core.access.actor import Kind, system
from core.accounts.middleware import actor_of
from core.documents import tasks
from core.documents.models import Document
from core.documents.providers import fake
from core.documents.rules.kinds import CERTIFICATE, PHOTO
from core.documents.services import letters, publish, uploads
from core.journeys.services import drafts
from tests import jobs
from tests.documents import files
from tests.documents.letters import LETTER
from tests.web.client import person

pytestmark = pytest.mark.django_db
ACTOR = system("test")
HOME = ("home", "HM-2026-0001")


@pytest.fixture
def clock(at):
    with time_machine.travel(at, tick=False) as traveller:
        yield traveller


def photo(at) -> Document:
    return uploads.receive(files.upload("a.jpg", files.picture()), kind=PHOTO, actor=ACTOR, at=at)


def write(at) -> Document:
    with transaction.atomic():
        return letters.store(
            LETTER, kind="k", subject=("household", "H"), template="t", template_version=1, actor=ACTOR, at=at
        )


def test_the_files_of_a_questionnaire_that_was_thrown_away_are_let_go(at, clock):
    landlord = actor_of(person(Kind.LANDLORD, at))
    kept, thrown = (drafts.open(kind=kind, actor=landlord, at=at) for kind in ("one", "two"))
    for draft in (kept, thrown):
        document = uploads.receive(files.upload("a.jpg", files.picture()), kind=PHOTO, actor=landlord, at=at)
        with transaction.atomic():
            uploads.link(document.reference, subject=draft.subject, actor=landlord, at=at)
    drafts.remove(ref=thrown.reference, actor=landlord, at=at, reason="begun again")
    tasks.sweep_documents.call()
    assert list(Document.objects.filter(loose_at=None).values_list("subject_reference", flat=True)) == [kept.reference]
    clock.shift(timedelta(days=2))
    tasks.sweep_documents.call()
    assert Document.objects.count() == 1


def state(document: Document) -> str:
    return Document.objects.get(pk=document.pk).state


def test_a_worker_checks_what_is_sent_and_makes_what_is_written(at, clock):
    sent, written = photo(at), write(at)
    jobs.drain()
    assert (state(sent), state(written)) == ("clean", "clean")


def test_a_worker_shows_and_withdraws_what_is_published(at, clock):
    sent = photo(at)
    jobs.drain()
    publish.publish(sent.reference, actor=ACTOR, at=at)
    jobs.drain()
    assert all(one.public_url.startswith("/pictures/") for one in sent.renditions.all())
    publish.withdraw(sent.reference, actor=ACTOR, at=at)
    jobs.drain()
    assert not any(one.public_url for one in sent.renditions.all())


def test_while_the_scanner_is_out_of_order_files_wait_and_are_checked_when_it_is_back(at, clock, monkeypatch):
    sent = uploads.receive(files.upload("a.pdf", files.pdf()), kind=CERTIFICATE, actor=ACTOR, at=at)
    monkeypatch.setattr(fake.EicarScanner, "out_of_order", True)
    jobs.drain()
    clock.shift(timedelta(seconds=31))
    jobs.drain()
    clock.shift(timedelta(seconds=61))
    jobs.drain(expect_failures=True)
    assert not jobs.waiting().exists()
    assert state(sent) == "quarantined"
    monkeypatch.setattr(fake.EicarScanner, "out_of_order", False)
    clock.shift(timedelta(minutes=10))
    tasks.sweep_documents.enqueue()
    jobs.drain()
    assert state(sent) == "clean"


def test_a_sweep_finds_again_what_a_lost_queue_left(at, clock):
    sent, written, shown = photo(at), write(at), photo(at)
    with transaction.atomic():
        for document in (sent, shown):
            uploads.link(document.reference, subject=HOME, actor=ACTOR, at=at)
    tasks.check_document.func(shown.pk)
    publish.publish(shown.reference, actor=ACTOR, at=at)
    jobs.forget_waiting()
    tasks.sweep_documents.enqueue()
    jobs.drain()
    assert (state(sent), state(written)) == ("quarantined", "unmade")
    assert shown.renditions.exclude(public_key="").count() == 3
    clock.shift(timedelta(minutes=11))
    tasks.sweep_documents.enqueue()
    jobs.drain()
    assert (state(sent), state(written)) == ("clean", "clean")


def test_a_sweep_deletes_what_belongs_to_nothing_after_a_day(at, clock):
    sent = photo(at)
    clock.shift(timedelta(hours=25))
    tasks.sweep_documents.enqueue()
    tasks.sweep_orphan_files.enqueue()
    jobs.drain()
    assert not Document.objects.filter(pk=sent.pk).exists()
    assert jobs.waiting().count() == 0


def test_a_file_that_is_gone_is_no_failure(at, clock):
    sent = photo(at)
    Document.objects.filter(pk=sent.pk).delete()
    jobs.drain()
    assert jobs.waiting().count() == 0
