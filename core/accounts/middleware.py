from datetime import datetime
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import now

from core.access import answers
from core.access.actor import NOBODY, Actor, Can, Kind
from core.access.request import Respond, View
from core.accounts import messages as words
from core.accounts import session as marks
from core.accounts.models import User
from core.accounts.rules import session
from core.errors import Refused


class SessionLimits:
    """Ends a session that was left alone or has lasted too long, and notes that the others are in use."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and isinstance(request.user, User):
            self._check(request, request.user, at=now())
        return self.get_response(request)

    def _check(self, request: HttpRequest, user: User, *, at: datetime) -> None:
        moment = at.timestamp()
        if marks.is_forged(request.session):
            logout(request)
            return
        times = session.Times(
            signed_in=request.session.get(marks.SIGNED_IN_AT, moment), used=request.session.get(marks.USED_AT, moment)
        )
        reason = session.ending(times, kind=user.kind, now=moment)
        if reason is not None:
            logout(request)
            request.signed_out_user_id = user.pk
            messages.info(request, words.signed_out(reason, user.kind))
        elif marks.USED_AT not in request.session or moment - times.used >= session.NOTE_EVERY.total_seconds():
            request.session[marks.SIGNED_IN_AT] = times.signed_in
            request.session[marks.USED_AT] = moment
            UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=at)


def actor_of(user: User, *, trusted: bool = True) -> Actor:
    """The actor that a person is. An officer's roles count only when the session is `trusted`."""
    held = user.kind == Kind.OFFICER and trusted
    return user.acting(user.role_grants.values_list("role", flat=True) if held else [])


def has_second_factor(request: HttpRequest, user: User) -> bool:
    """This session was opened with an authenticator app, a passkey or a recovery code, or is a demonstration's."""
    if marks.is_demonstration(request.session):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, user))


class ActorMiddleware:
    """Sets `request.actor`, built when first asked for. A browser without a session asks no database."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: self._actor(request))
        return self.get_response(request)

    @staticmethod
    def _actor(request: HttpRequest) -> Actor:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return NOBODY
        user = request.user
        if not isinstance(user, User) or not user.is_active:
            return NOBODY
        return actor_of(user, trusted=user.kind != Kind.OFFICER or has_second_factor(request, user))


class SecondFactorMiddleware:
    """Council staff reach the office and the page editor only with a second factor, the editor only by role."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        del view, args, kwargs
        editor = request.path.startswith(settings.PAGE_EDITOR_PREFIX)
        if not editor and not request.path.startswith(settings.OFFICE_PREFIX):
            return None
        actor: Actor = request.actor
        if actor.is_officer and not has_second_factor(request, request.user):
            return self._ask(request)
        if editor and actor.kind is not Kind.NOBODY and not actor.can(Can.EDIT_PAGES):
            return answers.page_for(request, Refused(words.EDITORS_ONLY, code="lacks_edit_pages"))
        return None

    @staticmethod
    def _ask(request: HttpRequest) -> HttpResponse:
        if not is_mfa_enabled(request.user):
            return redirect_to_login(request.get_full_path(), reverse("accounts_second_step"))
        back = request.get_full_path() if request.method == "GET" else settings.OFFICE_PREFIX
        return redirect_to_login(back, reverse("mfa_reauthenticate"))
