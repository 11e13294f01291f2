"""Letting a file out of quarantine: scanned, and, when it is a picture, re-encoded."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.documents import providers
from core.documents.models import Document, Rendition
from core.documents.rules.lifecycle import UPLOADED, DocumentState
from core.documents.services import pictures, storing
from core.errors import NotFound


def check(
    document_id: int, *, actor: Actor, at: datetime, encode: pictures.Encode = pictures.encode
) -> Document | None:
    """Scan a quarantined file and settle its state. Does nothing to one that is settled or gone.

    `encode` makes the sizes of a picture. A file that fails is deleted; its row stays, with the reason.
    Raises ScannerUnavailable when there is no verdict: the file stays in quarantine.
    """
    document = Document.objects.filter(pk=document_id).first()
    if document is None or document.state != DocumentState.QUARANTINED:
        return document
    with storing.fetch(document.key) as file:
        finding = providers.chosen().scan(file)
    if not finding.is_clean:
        return fail(document, "infect", finding.virus[:200], actor=actor, at=at)
    if not document.is_picture:
        return release(document, [], actor=actor, at=at)
    try:
        with storing.fetch(document.key) as file:
            encoded = encode(file, document.content_type)
    except pictures.BadPicture as error:
        return fail(document, "refuse", str(error)[:200], actor=actor, at=at)
    return release(document, store(document, encoded), actor=actor, at=at)


def store(document: Document, encoded: list[pictures.Encoded]) -> list[Rendition]:
    """Write each size to the private storage. The rows are written by `release`."""
    return [
        Rendition(
            document=document,
            size_name=one.size_name,
            key=storing.put(ContentFile(one.content)),
            content_type=one.content_type,
            size=len(one.content),
            width=one.width,
            height=one.height,
        )
        for one in encoded
    ]


def release(document: Document, renditions: list[Rendition], *, actor: Actor, at: datetime) -> Document | None:
    """Make the file ready to open, in one transaction. A second run that lost the race undoes its files."""
    try:
        with transaction.atomic():
            locked = settle(document, "pass", "", actor=actor, at=at)
            if locked is not None:
                Rendition.objects.bulk_create(renditions)
                return locked
    except BaseException:
        forget(renditions)
        raise
    forget(renditions)
    return Document.objects.filter(pk=document.pk).first()


def fail(document: Document, event: str, finding: str, *, actor: Actor, at: datetime) -> Document | None:
    """Refuse the file for good: row first, bytes after the commit."""
    with transaction.atomic():
        locked = settle(document, event, finding, actor=actor, at=at)
        if locked is not None:
            transaction.on_commit(lambda: storing.remove(document.key))
            return locked
    return Document.objects.filter(pk=document.pk).first()


def settle(document: Document, event: str, finding: str, *, actor: Actor, at: datetime) -> Document | None:
    """Lock the row and move it. None when another run settled it, or it is gone."""
    try:
        locked = Document.objects.lock(document.reference)
    except NotFound:
        return None
    if locked.state != DocumentState.QUARANTINED:
        return None
    state = UPLOADED.apply(locked.state, event)
    key = locked.key if state == DocumentState.CLEAN else ""
    before = locked.state
    locked.write(state=state, finding=finding, key=key)
    audit.record(
        actor=actor,
        action="document.check",
        subject=locked.subject,
        at=at,
        from_state=before,
        to_state=state,
        note=finding,
    )
    return locked


def forget(renditions: list[Rendition]) -> None:
    for rendition in renditions:
        storing.remove(rendition.key)
