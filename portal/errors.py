"""The pages shown when something cannot be done: what happened, and what to do now."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from core.access import doors, once
from core.access.actor import NOBODY, Actor
from core.audit.selectors import trail
from core.errors import DomainError, Stale
from core.ui.components import Happening

LATEST = 3


def _page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    return render(request, f"errors/{status}.html", context, status=status)


def _words(exception: Exception | None) -> str:
    return exception.message if isinstance(exception, DomainError) else ""


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400, message=_words(exception))


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403, message=_words(exception))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return _page(request, 404)


def conflict(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The record changed meanwhile, cannot make that move now, or the form was sent before."""
    stale = exception if isinstance(exception, Stale) else None
    location = exception.location if isinstance(exception, once.AlreadySent) else ""
    happenings = _meanwhile(stale, getattr(request, "actor", NOBODY)) if stale else []
    return _page(
        request,
        409,
        message=_words(exception),
        stale=stale,
        location=location,
        happenings=happenings,
        back=doors.page_of_the_form(request),
    )


def _meanwhile(stale: Stale, actor: Actor) -> list[Happening]:
    """The last that happened to the record, for officers: who did what, without the values."""
    if not actor.is_officer:
        return []
    latest = trail.history(actor, (stale.kind, stale.reference))[:LATEST]
    return [replace(happening, detail=()) for happening in latest]


def server_error(request: HttpRequest) -> HttpResponse:
    """Made without the request, so that it comes out whatever is broken."""
    del request
    return HttpResponse(render_to_string("errors/500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from a page of ours, or the browser has dropped its cookies since."""
    del reason
    message = "To keep you safe we did not do what you asked. Open the page again and send it once more."
    return _page(request, 403, heading="This page was open for too long", message=message)


def send_again(request: HttpRequest, fields: list[tuple[str, str]]) -> HttpResponse:
    """What this person typed before they were signed out, to be sent now or left."""
    return render(request, "errors/send_again.html", {"fields": fields, "form_key": once.new_key()})


@doors.public_view
@once.without_key
def closed(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A page of a library that this service does not use."""
    del request, rest
    raise Http404
