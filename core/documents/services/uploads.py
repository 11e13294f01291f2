"""Taking a file from a person, and giving it to the record it belongs to."""

import hashlib
from datetime import datetime

from django.core.files import File
from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.documents import messages, policies, tasks
from core.documents.models import Document
from core.documents.rules import lifecycle
from core.documents.rules.kinds import FileKind
from core.documents.services import inspection, storing
from core.errors import DomainError, NotFound
from core.references import services as references

PROVISIONAL = frozenset({"draft"})
"""Kinds of record that only keep a file until the real one exists: their files may move on."""


def receive(file: File, *, kind: FileKind, actor: Actor, at: datetime, field: str = "file") -> Document:
    """Take an uploaded file: check it, store it, and put it in quarantine until it is scanned.

    The bytes are written before the transaction, so call this outside of one. The document belongs
    to no record until `link`, and is deleted a day later if it never does. Raises DomainError on
    `field` in words for the person.
    """
    found = inspection.inspect(file, kind=kind, field=field)
    sha256 = digest(file)
    key = storing.put(file)
    try:
        with transaction.atomic():
            document = Document.objects.create(
                reference=references.take(Document.PREFIX, at=at),
                created_at=at,
                purpose=kind.slug,
                name=found.name,
                content_type=found.content_type,
                width=found.width,
                height=found.height,
                size=file.size,
                sha256=sha256,
                key=key,
                state=lifecycle.UPLOADED.start,
                uploaded_by_id=actor.user_id,
                loose_at=at,
            )
            audit.record(
                actor=actor,
                action="document.receive",
                subject=document.subject,
                at=at,
                to_state=document.state,
                after={"purpose": kind.slug, "name": found.name, "size": file.size, "sha256": sha256},
            )
            tasks.check_document.enqueue(document.pk)
    except BaseException:
        storing.remove(key)
        raise
    return document


def digest(file: File) -> str:
    file.seek(0)
    sha256 = hashlib.sha256()
    for chunk in file.chunks():
        sha256.update(chunk)
    file.seek(0)
    return sha256.hexdigest()


def link(reference: str, *, subject: tuple[str, str], actor: Actor, at: datetime, field: str = "file") -> Document:
    """Give a file to the record it belongs to, inside the caller's transaction.

    The person who sent it may link it, and so may an officer. Linking twice to the same record does
    nothing. A file that a draft keeps may move to the real record. Raises DomainError on `field`.
    """
    try:
        document = Document.objects.lock(reference)
    except NotFound as error:
        raise DomainError(messages.not_found(), field=field, code="not_found") from error
    if not (verdict := policies.may_link(actor, document)):
        raise DomainError(verdict.reason, field=field, code="not_yours")
    held = (document.subject_kind, document.subject_reference)
    if held == subject:
        return document
    if document.loose_at is None and document.subject_kind not in PROVISIONAL:
        raise DomainError(messages.taken(), field=field, code="taken")
    document.write(subject_kind=subject[0], subject_reference=subject[1], loose_at=None)
    audit.record(
        actor=actor,
        action="document.link",
        subject=document.subject,
        at=at,
        before={"subject": list(held)},
        after={"subject": list(subject)},
    )
    return document


def unlink(reference: str, *, subject: tuple[str, str], actor: Actor, at: datetime) -> Document:
    """Take a file away from its record, inside the caller's transaction. It is deleted a day later."""
    document = Document.objects.about(subject).lock(reference)
    document.write(subject_kind="", subject_reference="", loose_at=at, published_at=None)
    audit.record(
        actor=actor,
        action="document.unlink",
        subject=document.subject,
        at=at,
        before={"subject": list(subject)},
        after={"subject": ["", ""]},
    )
    tasks.settle_publication.enqueue(document.pk)
    return document
