"""Writing a letter once: its words now, its PDF in a task."""

from datetime import datetime
from functools import partial

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.documents import tasks
from core.documents.letter import Letter, from_json
from core.documents.models import Document, LetterText
from core.documents.rules import lifecycle, names
from core.documents.services import storing
from core.references import services as references


def store(
    letter: Letter,
    *,
    kind: str,
    subject: tuple[str, str],
    template: str,
    template_version: int,
    actor: Actor,
    at: datetime,
    supersedes: Document | None = None,
) -> Document:
    """Keep the words of a letter for ever, inside the caller's transaction, and have its PDF made.

    `kind` is the kind of letter ("guarantee_certificate"), `template` and `template_version` name the
    code that wrote the words. `supersedes` is the letter that this one takes the place of.
    """
    document = Document.objects.create(
        reference=references.take(Document.PREFIX, at=at),
        created_at=at,
        purpose=kind,
        name=names.clean(f"{letter.title} {letter.reference}.pdf"),
        content_type="application/pdf",
        state=lifecycle.MADE.start,
        uploaded_by_id=actor.user_id,
        subject_kind=subject[0],
        subject_reference=subject[1],
        template=template,
        template_version=template_version,
        supersedes=supersedes,
    )
    LetterText.objects.create(document=document, content=letter.to_json())
    audit.record(
        actor=actor,
        action="document.write",
        subject=document.subject,
        at=at,
        to_state=document.state,
        after={"kind": kind, "about": list(subject), "template": template, "template_version": template_version},
    )
    tasks.make_letter.enqueue(document.pk)
    return document


def forget(*, about: tuple[str, str], actor: Actor, at: datetime) -> int:
    """Delete the letters about a record, words and all, in the caller's transaction; their files go after it.

    Only for a record whose personal data is deleted by law. How many there were.
    """
    found = list(Document.objects.about(about).exclude(template=""))
    for document in found:
        audit.record(actor=actor, action="document.discard", subject=document.subject, at=at)
        LetterText.objects.filter(document=document).delete()
        document.delete()
        transaction.on_commit(partial(storing.remove, document.key))
    return len(found)


def read(document: Document) -> Letter:
    """The letter as it was written, for its page."""
    return from_json(document.letter_text.content)
