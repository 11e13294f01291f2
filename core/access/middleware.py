from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from core.access import answers, doors
from core.access.actor import NOBODY, Kind
from core.access.request import Request, Respond, View
from core.errors import NotFound


class SecurityHeaders:
    """No page of a signed-in person is kept by any cache; the page editor has its own content policy."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "actor", NOBODY).kind is not Kind.NOBODY:
            response["Cache-Control"] = "no-store"
        if request.path.startswith(settings.PAGE_EDITOR_PREFIX):
            response._csp_replace = settings.PAGE_EDITOR_CSP  # type: ignore[attr-defined]  # read by django-csp
        return response


class SignInByDefault:
    """Closes every page to those who have not signed in, but for the names listed as public."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Request, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        del view, args, kwargs
        if request.actor.kind is not Kind.NOBODY:
            return None
        match = request.resolver_match
        if match is not None and match.view_name in settings.PUBLIC_URL_NAMES:
            return None
        if request.method not in doors.METHODS:
            return HttpResponseNotAllowed(doors.METHODS)
        return doors.sign_in_first(request)


class AddressesInWords:
    """An address with a null character in it leads nowhere, and no database is asked about it."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            response = answers.page_for(request, NotFound("There is no such page.", code="null_in_address"))
            assert response is not None
            return response
        return self.get_response(request)


class DomainErrors:
    """An error that means something becomes the page that says it."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return answers.page_for(request, exception)
