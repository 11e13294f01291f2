"""Who may enter a page. Every view of ours stands behind exactly one of these decorators."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.timezone import now

from core.access import interrupted, once
from core.access.actor import Can, Kind
from core.access.request import Request, View
from core.errors import Refused

METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True)
class Door:
    """The audience of a view, none for everyone, and the capability that an officer needs."""

    audience: frozenset[Kind]
    capability: Can | None = None

    @property
    def is_public(self) -> bool:
        return not self.audience


WORDS = {
    Kind.OFFICER: "This page is for council staff.",
    Kind.LANDLORD: "This page is for landlords.",
    Kind.RESIDENT: "This page is for residents.",
    Kind.PARTNER: "This page is for organisations that refer people to us.",
}


def office_view(capability: Can) -> Callable[[View], View]:
    """For officers who hold the capability."""

    def decorate(view: View) -> View:
        return _behind(Door(frozenset({Kind.OFFICER}), capability), view)

    return decorate


def landlord_view(view: View) -> View:
    return _behind(Door(frozenset({Kind.LANDLORD})), view)


def resident_view(view: View) -> View:
    return _behind(Door(frozenset({Kind.RESIDENT})), view)


def partner_view(view: View) -> View:
    return _behind(Door(frozenset({Kind.PARTNER})), view)


def signed_in_view(view: View) -> View:
    """For anyone who is signed in: their own account, the way to their own door."""
    return _behind(Door(frozenset(WORDS)), view)


def public_view(view: View) -> View:
    """For everyone. The URL's name must also stand in the list of public names."""
    return _behind(Door(frozenset()), view)


def token_page(view: View) -> View:
    """The address of this page is a secret: no other site, cache, log or search engine may learn it.

    The browser names this site but never the page. It must name the site: without that, the page's
    own form could not be told from one of another site.
    """

    @wraps(view)
    def hushed(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    return hushed


def no_copy(view: View) -> View:
    """Where someone begins to tell or ask: search engines may list it, no browser keeps it for whoever comes after."""

    @wraps(view)
    def unkept(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return unkept


def no_trace(view: View) -> View:
    """What this page shows is one person's: no browser keeps it for whoever comes after, no search engine lists it."""

    @wraps(view)
    def hushed(*args: Any, **kwargs: Any) -> HttpResponse:
        response = no_copy(view)(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return hushed


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and, after it, back here.

    A form that was sent just after its own person's session had ended is kept for them.
    """
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.get_full_path())
    owner = getattr(request, "signed_out_user_id", None)
    if owner is not None and request.method == "POST" and interrupted.keep(request, user_id=owner):
        return redirect_to_login(request.get_full_path())
    return redirect_to_login(page_of_the_form(request))


def page_of_the_form(request: HttpRequest) -> str:
    """The page of ours that the form was sent from, or the front page."""
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        parts = urlsplit(referer)
        return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return "/"


def _behind(door: Door, view: View) -> View:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if not door.is_public and request.actor.kind is Kind.NOBODY:
            return sign_in_first(request)
        _admit(door, request)

        def respond(request: Request) -> HttpResponse:
            return view(request, *args, **kwargs)

        if request.method == "POST":
            return once.carry_out(request, respond, view, at=now())
        if request.method == "GET" and not door.is_public:
            fields = interrupted.take(request, user_id=request.actor.user_id)
            if fields is not None:
                return import_string(settings.INTERRUPTED_VIEW)(request, fields)
        return respond(request)

    guarded.door = door  # type: ignore[attr-defined]  # a view carries its door
    return guarded


def _admit(door: Door, request: Request) -> None:
    if door.is_public:
        return
    if request.actor.kind not in door.audience:
        raise Refused(" ".join(WORDS[kind] for kind in WORDS if kind in door.audience), code="other_door")
    if door.capability and not request.actor.can(door.capability):
        raise Refused(
            "Your role does not include this. If you need it for your work, ask your manager.",
            code=f"lacks_{door.capability}",
        )
