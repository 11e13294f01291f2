"""Every form is carried out once: double click, back and resubmit lead to what the first one did."""

import hashlib
import json
import re
import secrets
import time
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseRedirect

from core.access.models import FormKey
from core.access.request import Request, View
from core.errors import DomainError

FIELD = "form_key"
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
IGNORED = frozenset({FIELD, "csrfmiddlewaretoken"})
WAIT_SECONDS = 3.0
PAUSE_SECONDS = 0.05


class KeyMissing(DomainError):
    """The form came without its one-use key."""


class AlreadySent(DomainError):
    """The form was sent before with other content, or the first sending is still running.

    `location` is where the first sending led, empty when it is unknown or not this person's.
    """

    def __init__(self, message: str, *, location: str = "", code: str) -> None:
        super().__init__(message, code=code)
        self.location = location


def new_key() -> str:
    """A key for one rendering of one form."""
    return secrets.token_urlsafe(16)


def repeatable(view: View) -> View:
    """A changed resubmit of this view's form is a new answer: for pages that save the same row again."""
    return _marked(view, "repeatable")


def without_key(view: View) -> View:
    """This view's POST comes from a machine and carries its own proof against replay."""
    return _marked(view, "without_key")


def _marked(view: View, mark: str) -> View:
    @wraps(view)
    def marked(*args: Any, **kwargs: Any) -> HttpResponse:
        return view(*args, **kwargs)

    setattr(marked, mark, True)
    return marked


def carry_out(request: Request, respond: View, view: View, *, at: datetime) -> HttpResponse:
    """Answer a POST once. `respond` runs the `view`, whose marks say how its form may be resent.

    The key is used up only by an answer that leads on (a redirect): a form that comes back with
    errors, or an error of any kind, leaves it free. The first sending that dies half way keeps its
    key, so nothing is ever done twice.

    Raises KeyMissing, or AlreadySent when this sending must not be carried out.
    """
    if getattr(view, "without_key", False):
        return respond(request)
    key, digest = request.POST.get(FIELD, ""), _digest(request)
    if not KEY.fullmatch(key):
        raise KeyMissing("This page is out of date. Go back, open it again and send it once more.", code="no_form_key")
    if getattr(view, "repeatable", False):
        key = hashlib.sha256((key + digest).encode()).hexdigest()
    claim = _claim_or_first(key, request.actor.user_id, digest, at)
    if isinstance(claim, HttpResponse):
        return claim
    try:
        response = respond(request)
    except BaseException:
        claim.delete()
        raise
    if _leads_on(response):
        FormKey.objects.filter(pk=claim.pk).update(location=response.headers["Location"][:2000])
    else:
        claim.delete()
    return response


def forget(*, before: datetime) -> int:
    """Remove the keys used before a moment. No page that old can still be sent: its session has ended."""
    return FormKey.objects.filter(used_at__lt=before).delete()[0]


def _leads_on(response: HttpResponse) -> bool:
    redirects = {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.MOVED_PERMANENTLY}
    return response.status_code in redirects and "Location" in response.headers


def _digest(request: Request) -> str:
    fields = sorted((name, values) for name, values in request.POST.lists() if name not in IGNORED)
    files = sorted((name, [(f.name, f.size) for f in values]) for name, values in request.FILES.lists())
    return hashlib.sha256(json.dumps([request.path, fields, files]).encode()).hexdigest()


def _claim_or_first(key: str, user_id: int | None, digest: str, at: datetime) -> FormKey | HttpResponse:
    """The claim on an unused key, or the redirect that answers a resubmit."""
    waited = 0.0
    while True:
        try:
            with transaction.atomic():
                return FormKey.objects.create(key=key, user_id=user_id, digest=digest, used_at=at)
        except IntegrityError:
            first = FormKey.objects.filter(key=key).first()
        if first is not None and (first.user_id, first.digest) != (user_id, digest):
            location = first.location if first.user_id == user_id else ""
            raise AlreadySent(
                "You have sent this form before. What you changed since has not been saved.",
                location=location,
                code="form_changed",
            )
        if first is not None and first.location:
            return HttpResponseRedirect(first.location)
        if waited >= WAIT_SECONDS:
            raise AlreadySent("We are still doing what you asked. Wait a moment, then look again.", code="form_running")
        time.sleep(PAUSE_SECONDS)
        waited += PAUSE_SECONDS
