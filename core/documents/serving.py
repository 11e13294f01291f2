"""Sending a file to a person whom the owning app has let see it. Checks no permission itself."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from core.documents.models import Document
from core.documents.services import storing
from core.errors import IllegalMove

POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


class NotReady(IllegalMove):
    """The file is still being checked or made, or never became fit to open."""


def serve(document: Document, *, inline: bool = False, size: str = "large") -> HttpResponse:
    """The file as a response: a download, or `inline` for a picture within a page.

    Only a file that is ready is sent. Of a picture only what we re-encoded is sent, at `size` "large",
    "medium" or "small". Call it after a scoped fetch. Raises NotReady, which is a page (409), otherwise.
    """
    if not document.is_ready:
        state = document.current_state
        raise NotReady(f"“{document.name}”: {state.next_step} {state.otherwise}".strip(), code=document.state)
    key, content_type, name = document.key, document.content_type, document.name
    if document.is_picture:
        rendition = get_object_or_404(document.renditions, size_name=size)
        key, content_type, name = rendition.key, rendition.content_type, f"{stem(name)}.jpg"
    response = FileResponse(storing.fetch(key), content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(not (inline and document.is_picture), name)
    return guarded(response)


def guarded(response: HttpResponse | FileResponse) -> HttpResponse:
    """The headers that keep a file from acting as a page of ours, or staying on a shared computer."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def stem(name: str) -> str:
    return name.rpartition(".")[0] or name
