"""A letter's words as a page of the reader's own door."""

from django.http import HttpResponse
from django.shortcuts import render

from core.access.actor import Kind
from core.access.request import Request
from core.documents.models import Document
from core.documents.services import letters
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
