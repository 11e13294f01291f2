"""The PDF of a letter, made once from its stored words."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.documents import pdf
from core.documents.letter import from_json
from core.documents.models import Document
from core.documents.rules.lifecycle import MADE, DocumentState
from core.documents.services import storing


def make(document_id: int, *, actor: Actor, at: datetime) -> Document:
    """Make and store the PDF unless it is there. Two runs at once leave one file."""
    document = Document.objects.select_related("letter_text").get(pk=document_id)
    if document.state != DocumentState.UNMADE:
        return document
    content = pdf.render(from_json(document.letter_text.content))
    return settle(document, storing.put(ContentFile(content)), content, actor=actor, at=at)


def settle(document: Document, key: str, content: bytes, *, actor: Actor, at: datetime) -> Document:
    """Give the letter its file, or delete the file when another run was first."""
    try:
        with transaction.atomic():
            locked = Document.objects.lock(document.reference)
            if locked.state == DocumentState.UNMADE:
                keep(locked, key, content, actor=actor, at=at)
                return locked
    except BaseException:
        storing.remove(key)
        raise
    storing.remove(key)
    return locked


def keep(document: Document, key: str, content: bytes, *, actor: Actor, at: datetime) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    before = document.state
    document.write(state=MADE.apply(before, "make"), key=key, size=len(content), sha256=sha256)
    audit.record(
        actor=actor,
        action="document.make",
        subject=document.subject,
        at=at,
        from_state=before,
        to_state=document.state,
        after={"sha256": sha256, "size": len(content)},
    )
