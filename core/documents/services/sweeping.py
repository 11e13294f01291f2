"""What time does to files: those that never found a record are deleted, and lost work is found again."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import Storage, storages
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from core.access.actor import Actor
from core.audit import services as audit
from core.documents.models import Document, Rendition
from core.documents.services import storing
from core.journeys.models import Draft

KEEP_LOOSE = timedelta(days=1)
"""How long a file may belong to no record before it is deleted."""


def sweep_loose(*, actor: Actor, at: datetime) -> int:
    """Delete the files that have belonged to no record for a day. Returns how many."""
    due = Document.objects.loose_since(at - KEEP_LOOSE).values_list("pk", flat=True)
    return sum(discard(document_id, actor=actor, at=at) for document_id in list(due))


def let_go_of_drafts(*, actor: Actor, at: datetime) -> int:
    """Let go of the files of questionnaires that were thrown away. They are deleted a day later. Returns how many."""
    open_drafts = Draft.objects.filter(reference=OuterRef("subject_reference"))
    left = Document.objects.filter(~Exists(open_drafts), subject_kind=Draft.KIND)
    released = 0
    for reference in list(left.values_list("reference", flat=True)):
        with transaction.atomic():
            document = left.select_for_update(of=("self",)).filter(reference=reference).first()
            if document is not None:
                before = {"subject": [document.subject_kind, document.subject_reference]}
                document.write(subject_kind="", subject_reference="", loose_at=at)
                audit.record(actor=actor, action="document.unlink", subject=document.subject, at=at, before=before)
                released += 1
    return released


def discard(document_id: int, *, actor: Actor, at: datetime) -> bool:
    """Delete one loose file: row first, bytes after the commit. False when it was linked meanwhile."""
    with transaction.atomic():
        document = (
            Document.objects.select_for_update(of=("self",)).loose_since(at - KEEP_LOOSE).filter(pk=document_id).first()
        )
        if document is None:
            return False
        renditions = list(document.renditions.all())
        audit.record(actor=actor, action="document.discard", subject=document.subject, at=at)
        document.delete()
        transaction.on_commit(lambda: remove_bytes(document, renditions))
    return True


def remove_bytes(document: Document, renditions: list[Rendition]) -> None:
    storing.remove(document.key)
    for rendition in renditions:
        storing.remove(rendition.key)
        storing.remove(rendition.public_key, out_of=storing.PUBLIC)


def unsettled_publications() -> list[int]:
    """Documents whose public files are not in line with their row."""
    shown = Rendition.objects.filter(document=OuterRef("pk"))
    return list(
        Document.objects.filter(
            Q(Exists(shown.filter(public_key="")), published_at__isnull=False)
            | Q(Exists(shown.exclude(public_key="")), published_at=None)
        ).values_list("pk", flat=True)
    )


def sweep_orphans(*, at: datetime) -> int:
    """Delete files that no row names and that are a day old: what a crash between two writes leaves."""
    removed = 0
    for name, known in (
        (storing.PRIVATE, (Document.objects, Rendition.objects)),
        (storing.PUBLIC, (Rendition.objects,)),
    ):
        storage = storages[name]
        column = "key" if name == storing.PRIVATE else "public_key"
        for key in old_keys(storage, at - KEEP_LOOSE):
            if not any(table.filter(**{column: key}).exists() for table in known):
                storage.delete(key)
                removed += 1
    return removed


def old_keys(storage: Storage, before: datetime) -> Iterator[str]:
    """The keys in our folders of two letters, written before a moment."""
    if not storage.exists(""):
        return
    for folder in storage.listdir("")[0]:
        for name in storage.listdir(folder)[1] if len(folder) == 2 else []:
            key = f"{folder}/{name}"
            if storage.get_modified_time(key) < before:
                yield key
