"""The page for an error that means something."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver, get_urlconf

from core.access import refusals
from core.access.once import AlreadySent
from core.errors import DomainError, IllegalMove, NotFound, Refused, Stale

STATUS: tuple[tuple[type[Exception], int], ...] = (
    (NotFound, 404),
    (Refused, 403),
    (IllegalMove, 409),
    (AlreadySent, 409),
    (Stale, 409),
    (DomainError, 400),
)


def page_for(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """The page that says what happened, None for an error that is a fault of ours. Refusals are logged."""
    status = next((status for kind, status in STATUS if isinstance(exception, kind)), None)
    if status is None:
        return None
    if isinstance(exception, Refused):
        refusals.log(request, exception.code)
    handler: Callable[..., HttpResponse] = get_resolver(get_urlconf()).resolve_error_handler(status)
    return handler(request, exception=exception)
