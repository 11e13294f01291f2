"""Showing a picture to everyone, and taking it back. The owning app decides when."""

from datetime import datetime

from core.access.actor import Actor
from core.audit import services as audit
from core.documents import messages, tasks
from core.documents.models import Document
from core.errors import DomainError


def publish(reference: str, *, actor: Actor, at: datetime) -> Document:
    """Show the renditions of a picture to everyone, from inside the caller's transaction.

    The files are copied by a task; until then `Rendition.public_url` is empty. Publishing twice does
    nothing. Raises DomainError for what is not a picture that is ready.
    """
    document = Document.objects.lock(reference)
    if not (document.is_picture and document.is_ready):
        raise DomainError(messages.not_a_ready_picture(), code="not_a_ready_picture")
    if document.published_at is None:
        document.write(published_at=at)
        audit.record(actor=actor, action="document.publish", subject=document.subject, at=at)
        tasks.settle_publication.enqueue(document.pk)
    return document


def withdraw(reference: str, *, actor: Actor, at: datetime) -> Document:
    """Take the renditions of a picture back, from inside the caller's transaction."""
    document = Document.objects.lock(reference)
    if document.published_at is not None:
        document.write(published_at=None)
        audit.record(actor=actor, action="document.withdraw", subject=document.subject, at=at)
        tasks.settle_publication.enqueue(document.pk)
    return document
