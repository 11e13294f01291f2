"""A letter's words as a page of the reader's own door."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from core.access.actor import Kind
from core.access.request import Request
from core.documents.models import Document
from core.documents.services import letters, making
from core.documents.serving import serve
from core.ui.addresses import record_url

LAYOUTS = {
    Kind.LANDLORD: "layouts/landlord.html",
    Kind.RESIDENT: "layouts/resident.html",
    Kind.OFFICER: "layouts/office.html",
}


def letter_page(request: Request, document: Document, *, download_url: str) -> HttpResponse:
    """The letter, its PDF, and the way back to the record it is about. Call it after a scoped fetch."""
    context = {
        "letter": letters.read(document),
        "download_url": download_url,
        "layout": LAYOUTS[request.actor.kind],
        "back_url": record_url((document.subject_kind, document.subject_reference), request.actor),
    }
    return render(request, "documents/letter.html", context)


def letter_of(request: Request, reference: str, *, download_url: str) -> HttpResponse:
    """The page of the letter that a record names. Call it after a scoped fetch of the record."""
    return letter_page(request, get_object_or_404(Document, reference=reference), download_url=download_url)


def pdf_of(request: Request, reference: str, *, at: datetime) -> HttpResponse:
    """The same letter as a PDF, made when it is first asked for."""
    document = get_object_or_404(Document, reference=reference)
    return serve(making.make(document.pk, actor=request.actor, at=at))
