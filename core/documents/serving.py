"""Sending a file to a person whom the owning app has let see it. Checks no permission itself."""

from http import HTTPStatus

from django.http import FileResponse, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.http import content_disposition_header

from core.documents.models import Document
from core.documents.services import storing

POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


def serve(document: Document, *, inline: bool = False, size: str = "large") -> HttpResponse:
    """The file as a response: a download, or `inline` for a picture within a page.

    Only a file that is ready is sent; otherwise a page says where it stands (409). Of a picture only
    what we re-encoded is sent, at `size` "large", "medium" or "small". Call it after a scoped fetch.
    """
    if not document.is_ready:
        return not_ready(document)
    key, content_type, name = document.key, document.content_type, document.name
    if document.is_picture:
        rendition = document.renditions.get(size_name=size)
        key, content_type, name = rendition.key, rendition.content_type, f"{stem(name)}.jpg"
    response = FileResponse(storing.fetch(key), content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(not (inline and document.is_picture), name)
    return guarded(response)


def not_ready(document: Document) -> HttpResponse:
    response = SimpleTemplateResponse(
        "documents/not_ready.html",
        {"document": document, "state": document.current_state},
        status=HTTPStatus.CONFLICT,
    ).render()
    add_never_cache_headers(response)
    return response


def guarded(response: HttpResponse | FileResponse) -> HttpResponse:
    """The headers that keep a file from acting as a page of ours, or staying on a shared computer."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    add_never_cache_headers(response)
    response.headers["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]


def stem(name: str) -> str:
    return name.rpartition(".")[0] or name
