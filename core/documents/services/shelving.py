"""Putting the renditions of a published picture where anyone can fetch them, and taking them away."""

from django.core.files import File

from core.documents.models import Document, Rendition
from core.documents.services import storing


def settle(document_id: int) -> None:
    """Bring the public storage in line with the row: copy what is published, delete what is not.

    Safe to run twice, and after a run that was cut short.
    """
    document = Document.objects.filter(pk=document_id).first()
    if document is None:
        return
    for rendition in document.renditions.all():
        if document.published_at and document.is_ready and not rendition.public_key:
            show(rendition)
        elif not document.published_at and rendition.public_key:
            hide(rendition)


def show(rendition: Rendition) -> None:
    with storing.fetch(rendition.key) as file:
        public_key = storing.put(File(file), into=storing.PUBLIC, ending=".jpg")
    written = Rendition.objects.filter(pk=rendition.pk, public_key="", document__published_at__isnull=False).update(
        public_key=public_key
    )
    if not written:
        storing.remove(public_key, out_of=storing.PUBLIC)


def hide(rendition: Rendition) -> None:
    """Row first, then the file: a link that is shown always opens."""
    Rendition.objects.filter(pk=rendition.pk, public_key=rendition.public_key).update(public_key="")
    storing.remove(rendition.public_key, out_of=storing.PUBLIC)
