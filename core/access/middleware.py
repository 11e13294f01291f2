from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import get_resolver, get_urlconf

from core.access import doors, refusals
from core.access.actor import NOBODY, Kind
from core.access.once import AlreadySent
from core.access.request import Respond, View
from core.errors import DomainError, IllegalMove, NotFound, Refused, Stale


class SecurityHeaders:
    """No page of a signed-in person is kept by any cache; the page editor has its own content policy."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "actor", NOBODY).kind is not Kind.NOBODY:
            response["Cache-Control"] = "no-store"
        if request.path.startswith(settings.PAGE_EDITOR_PREFIX):
            response._csp_replace = settings.PAGE_EDITOR_CSP  # type: ignore[attr-defined]
        return response


class SignInByDefault:
    """Closes every page to those who have not signed in, but for the names listed as public."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        del view, args, kwargs
        if request.actor.kind is not Kind.NOBODY:  # type: ignore[attr-defined]
            return None
        match = request.resolver_match
        if match is not None and match.view_name in settings.PUBLIC_URL_NAMES:
            return None
        if request.method not in doors.METHODS:
            return HttpResponseNotAllowed(doors.METHODS)
        return doors.sign_in_first(request)


class DomainErrors:
    """An error that means something becomes the page that says it; a refusal is logged."""

    STATUS: tuple[tuple[type[Exception], int], ...] = (
        (NotFound, 404),
        (Refused, 403),
        (IllegalMove, 409),
        (AlreadySent, 409),
        (Stale, 409),
        (DomainError, 400),
    )

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        status = next((status for kind, status in self.STATUS if isinstance(exception, kind)), None)
        if status is None:
            return None
        if isinstance(exception, Refused):
            refusals.log(request, exception.code)
        return get_resolver(get_urlconf()).resolve_error_handler(status)(request, exception=exception)  # type: ignore[call-arg]
