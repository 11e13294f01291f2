import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from core.access.actor import Actor, Kind, system
from core.accounts.models import User
from core.audit.models import Event
from core.documents.models import Document
from core.documents.providers import fake
from core.documents.providers.base import ScannerUnavailable
from core.documents.rules.kinds import CERTIFICATE, PHOTO
from core.documents.services import checking, publish, shelving, sweeping, uploads
from core.errors import DomainError
from tests.documents import files

pytestmark = pytest.mark.django_db(transaction=False)
HOME = ("home", "HM-2026-0001")
CHECKER = system("check_document")


@pytest.fixture
def landlord(at) -> Actor:
    return person("ann@example.com", at)


def person(email: str, at: datetime) -> Actor:
    reference = f"US-2026-{User.objects.count() + 9000}"
    user = User.objects.create(reference=reference, email=email, name=email, kind="landlord", created_at=at)
    return Actor(kind=Kind.LANDLORD, name=user.name, user_id=user.pk)


def receive(actor: Actor, at, name="Kitchen.jpg", content=None, kind=PHOTO) -> Document:
    return uploads.receive(files.upload(name, content or files.picture()), kind=kind, actor=actor, at=at)


def stored(key: str, storage: str = "private") -> bool:
    return bool(key) and storages[storage].exists(key)


def every_key() -> set[str]:
    return set(sweeping.old_keys(storages["private"], datetime(2100, 1, 1, tzinfo=UTC)))


def test_a_photo_waits_in_quarantine_until_it_is_checked(landlord, at):
    document = receive(landlord, at)
    assert document.state == "quarantined"
    assert (document.width, document.height) == (640, 480)
    assert stored(document.key)
    document = checking.check(document.pk, actor=CHECKER, at=at)
    assert document.state == "clean"
    assert sorted(document.renditions.values_list("size_name", "width", "height")) == [
        ("large", 640, 480),
        ("medium", 640, 480),
        ("small", 400, 300),
    ]


def test_the_row_knows_the_hash_size_and_type_of_what_was_sent(landlord, at):
    content = files.pdf()
    document = receive(landlord, at, "gas.pdf", content, CERTIFICATE)
    assert (document.size, document.content_type, document.width) == (len(content), "application/pdf", None)
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    with storages["private"].open(document.key) as file:
        assert file.read() == content
    assert document.key[:2] == document.key[3:5]
    assert len(document.key) == 35


def test_receiving_asks_for_a_check(landlord, at):
    document = receive(landlord, at)
    queued = DBTaskResult.objects.get(task_path="core.documents.tasks.check_document")
    assert queued.args_kwargs["args"] == [document.pk]


def test_nothing_stays_in_storage_when_the_row_cannot_be_written(at):
    before = every_key()
    stranger = Actor(kind=Kind.LANDLORD, name="nobody", user_id=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        receive(stranger, None)
    assert every_key() == before


def test_a_virus_is_found_and_its_bytes_are_deleted(landlord, at, django_capture_on_commit_callbacks):
    document = receive(landlord, at, "gas.pdf", files.pdf(fake.EICAR), CERTIFICATE)
    with django_capture_on_commit_callbacks(execute=True):
        checked = checking.check(document.pk, actor=CHECKER, at=at)
    assert (checked.state, checked.finding, checked.key) == ("infected", fake.NAME, "")
    assert not stored(document.key)
    assert Event.objects.filter(action="document.check", to_state="infected").exists()


def test_without_a_verdict_the_file_stays_in_quarantine(landlord, at, monkeypatch):
    document = receive(landlord, at)
    monkeypatch.setattr(fake.EicarScanner, "out_of_order", True)
    with pytest.raises(ScannerUnavailable):
        checking.check(document.pk, actor=CHECKER, at=at)
    assert Document.objects.get(pk=document.pk).state == "quarantined"


def test_a_picture_that_cannot_be_decoded_is_refused_and_deleted(landlord, at, django_capture_on_commit_callbacks):
    document = receive(landlord, at, "a.png", files.png(100, 100, b"this is not compressed"))
    with django_capture_on_commit_callbacks(execute=True):
        checked = checking.check(document.pk, actor=CHECKER, at=at)
    assert (checked.state, checked.key) == ("refused", "")
    assert not stored(document.key)


def test_checking_twice_changes_nothing(landlord, at):
    document = receive(landlord, at)
    first = checking.check(document.pk, actor=CHECKER, at=at)
    keys = every_key()
    second = checking.check(document.pk, actor=CHECKER, at=at)
    assert second.version == first.version
    assert every_key() == keys


def test_who_lost_the_race_of_two_checks_leaves_no_file(landlord, at):
    document = receive(landlord, at)
    stale = Document.objects.get(pk=document.pk)
    checking.check(document.pk, actor=CHECKER, at=at)
    keys = every_key()
    with storages["private"].open(document.key) as file:
        encoded = checking.pictures.encode(file, document.content_type)
    checking.release(stale, checking.store(stale, encoded), actor=CHECKER, at=at)
    assert every_key() == keys


def test_a_file_belongs_to_the_record_that_it_was_linked_to(landlord, at):
    document = receive(landlord, at)
    with transaction.atomic():
        uploads.link(document.reference, subject=HOME, actor=landlord, at=at)
        linked = uploads.link(document.reference, subject=HOME, actor=landlord, at=at)
    assert list(Document.objects.about(HOME)) == [linked]
    assert linked.loose_at is None
    assert Event.objects.filter(action="document.link").count() == 1


def test_nobody_can_link_what_another_person_sent(landlord, at):
    document = receive(landlord, at)
    with pytest.raises(DomainError) as refusal, transaction.atomic():
        uploads.link(document.reference, subject=HOME, actor=person("bo@example.com", at), at=at, field="photo")
    assert (refusal.value.field, refusal.value.code) == ("photo", "not_yours")
    with pytest.raises(DomainError) as refusal, transaction.atomic():
        uploads.link("DO-2026-9999", subject=HOME, actor=landlord, at=at)
    assert refusal.value.code == "not_found"


def test_a_file_leaves_a_draft_for_its_record_but_never_a_record_for_another(landlord, at):
    reference = receive(landlord, at).reference
    with transaction.atomic():
        uploads.link(reference, subject=("draft", "DR-2026-0001"), actor=landlord, at=at)
        uploads.link(reference, subject=HOME, actor=landlord, at=at)
        with pytest.raises(DomainError) as refusal:
            uploads.link(reference, subject=("home", "HM-2026-0002"), actor=landlord, at=at)
    assert refusal.value.code == "taken"


def test_a_file_without_a_record_is_deleted_after_a_day(landlord, at, django_capture_on_commit_callbacks):
    loose, linked = receive(landlord, at), receive(landlord, at)
    with transaction.atomic():
        uploads.link(linked.reference, subject=HOME, actor=landlord, at=at)
    checking.check(loose.pk, actor=CHECKER, at=at)
    keys = [loose.key, *loose.renditions.values_list("key", flat=True)]
    assert sweeping.sweep_loose(actor=CHECKER, at=at + timedelta(hours=23)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert sweeping.sweep_loose(actor=CHECKER, at=at + timedelta(hours=25)) == 1
    assert list(Document.objects.all()) == [linked]
    assert [key for key in keys if stored(key)] == []
    assert stored(linked.key)


def test_a_file_that_is_taken_away_is_deleted_a_day_later(landlord, at):
    document = receive(landlord, at)
    with transaction.atomic():
        uploads.link(document.reference, subject=HOME, actor=landlord, at=at)
        uploads.unlink(document.reference, subject=HOME, actor=landlord, at=at)
    assert not Document.objects.about(HOME).exists()
    assert sweeping.sweep_loose(actor=CHECKER, at=at + timedelta(hours=25)) == 1


def test_a_file_that_no_row_names_is_deleted_after_a_day(landlord, at):
    document = receive(landlord, at)
    orphan, young = uploads.storing.put(files.upload("x", b"left by a crash")), every_key()
    old = at.timestamp() - 48 * 3600
    for key in (orphan, document.key):
        os.utime(storages["private"].path(key), (old, old))
    assert sweeping.sweep_orphans(at=at) == 1
    assert every_key() == young - {orphan}


def test_a_published_picture_has_an_address_until_it_is_withdrawn(landlord, at, client):
    document = receive(landlord, at)
    with pytest.raises(DomainError):
        publish.publish(document.reference, actor=landlord, at=at)
    checking.check(document.pk, actor=CHECKER, at=at)
    publish.publish(document.reference, actor=landlord, at=at)
    assert sweeping.unsettled_publications() == [document.pk]
    shelving.settle(document.pk)
    shelving.settle(document.pk)
    rendition = document.renditions.get(size_name="medium")
    response = client.get(rendition.public_url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8\xff")
    publish.withdraw(document.reference, actor=landlord, at=at)
    shelving.settle(document.pk)
    assert client.get(rendition.public_url).status_code == 404
    assert document.renditions.get(size_name="medium").public_url == ""
    assert sweeping.unsettled_publications() == []
