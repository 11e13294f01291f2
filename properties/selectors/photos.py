from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from core.documents.models import Document, Rendition
from core.documents.rules.lifecycle import DocumentState
from core.ui.components import Picture, Tag
from properties.models import Home, Let, Photo
from properties.rules.let import LetState


def homes_to_settle() -> list[int]:
    """The homes whose photos are ready and not shown though they are available, or shown though they are not."""
    available = Exists(Let.objects.filter(home=OuterRef("home"), state=LetState.AVAILABLE))
    documents = Document.objects.filter(reference=OuterRef("document_reference"))
    ready = Exists(documents.filter(state=DocumentState.CLEAN, published_at=None))
    shown = Exists(documents.filter(published_at__isnull=False))
    rows = Photo.objects.filter(Q(available & ready) | Q(~available & shown))
    return sorted(set(rows.values_list("home_id", flat=True)))


def documents_of(home: Home) -> dict[str, Document]:
    """The files of a home's certificates and photos by reference."""
    return {document.reference: document for document in Document.objects.about(home.subject)}


def public(homes: Iterable[Home], size: str) -> dict[int, list[Picture]]:
    """The pictures of each home that anyone may see, in order. Three queries for any number of homes."""
    photos = list(Photo.objects.filter(home__in=list(homes)).order_by("home_id", "position", "id"))
    renditions = {
        rendition.document.reference: rendition
        for rendition in Rendition.objects.filter(
            document__reference__in=[photo.document_reference for photo in photos],
            document__published_at__isnull=False,
            size_name=size,
        )
        .exclude(public_key="")
        .select_related("document")
    }
    found: dict[int, list[Picture]] = {}
    for photo in photos:
        if rendition := renditions.get(photo.document_reference):
            picture = Picture(rendition.public_url, photo.alt, width=rendition.width, height=rendition.height)
            found.setdefault(photo.home_id, []).append(picture)
    return found


def private(home: Home, documents: dict[str, Document], url_name: str) -> tuple[list[Picture], list[tuple[Photo, Tag]]]:
    """The home's photos that can be shown to those who may see the home, and those that cannot yet, with why."""
    pictures, waiting = [], []
    for photo in home.photos.all():
        document = documents.get(photo.document_reference)
        if document is not None and document.is_ready:
            url = reverse(url_name, args=[home.reference, photo.document_reference])
            pictures.append(Picture(f"{url}?size=medium", photo.alt, caption=photo.alt, full=url))
        elif document is not None:
            state = document.current_state
            waiting.append((photo, Tag(state.label, state.colour)))
    return pictures, waiting
