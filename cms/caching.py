"""A published page is made once and kept for strangers, until anything in the page tree changes.

There is nothing to purge: the key under which a page is kept names the newest line of Wagtail's own log, which every
publish, unpublish, move, reorder, rename and delete writes in its own transaction. A copy made from older pages can
never be found under the new key, in any process.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse

SECONDS = 300
NEWEST = "SELECT MAX(id) FROM wagtailcore_pagelogentry"
PERSONAL_COOKIES = frozenset({settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name})


@dataclass(frozen=True)
class Kept:
    """A whole answer, ready to send again."""

    body: bytes
    content_type: str


def serve(request: HttpRequest, make: Callable[[], HttpResponse], *, on: date) -> HttpResponse:
    """The kept answer to this request, or a fresh one, kept when that is safe.

    `on` is the London day: pages say things that are true on a day.
    """
    if not _is_stranger(request):
        return make()
    key = _key(request, on)
    kept: Kept | None = cache.get(key)
    if kept is not None:
        return _answer(HttpResponse(kept.body, content_type=kept.content_type))
    response = make()
    if hasattr(response, "render") and not response.is_rendered:
        response = response.render()
    if not _same_for_all(request, response):
        return response
    cache.set(key, Kept(response.content, response["Content-Type"]), SECONDS)
    return _answer(response)


def _is_stranger(request: HttpRequest) -> bool:
    """Nobody signed in, nobody with a message waiting, and the plain address of a page."""
    return (
        request.method in ("GET", "HEAD")
        and not request.META.get("QUERY_STRING")
        and PERSONAL_COOKIES.isdisjoint(request.COOKIES)
    )


def _same_for_all(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether nothing in this answer was made for one visit: no cookie, header, form token or script nonce."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and set(response.headers) <= {"Content-Type"}
        and not request.session.modified
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and getattr(request, "_csp_nonce", None) is None
    )


def _key(request: HttpRequest, on: date) -> str:
    with connection.cursor() as cursor:
        cursor.execute(NEWEST)
        (newest,) = cursor.fetchone()
    release = getattr(staticfiles_storage, "manifest_hash", "")
    place = f"{request.scheme}://{request.get_host()}{request.path}"
    parts = f"{place}\n{on.isoformat()}\n{newest}\n{release}"
    return "page:" + hashlib.sha256(parts.encode()).hexdigest()


def _answer(response: HttpResponse) -> HttpResponse:
    """Browsers ask again each time: signing in, or a new edition, must show at once."""
    response["Cache-Control"] = "no-cache"
    return response
