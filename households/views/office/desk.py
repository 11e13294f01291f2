"""What every action on a household starts with: the scoped row, and a form's answers as one value."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.request import Request
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act_on
from households.models import Household
from households.services import contact


def scoped(request: Request, reference: str) -> Household:
    """The household, or 404 for one that this officer may not know of."""
    return opened(request, get_object_or_404(Household.objects.visible_to(request.actor), reference=reference))


def opened(request: Request, household: Household) -> Household:
    """The same household; when it is restricted, it is written down that this officer opened it.

    A form that is sent was opened before, and what it does is recorded as itself.
    """
    if household.restricted and request.method == "GET":
        contact.record_opening(ref=household.reference, actor=request.actor, at=now())
    return household


def page_of(request: Request, household: Household) -> str:
    return record_url(household.subject, request.actor)


def giving(service: Callable[..., Any], name: str, build: Callable[[dict[str, Any]], Any]) -> Callable[..., Any]:
    """The service with the form's answers built into one argument."""

    def call(*, ref: str, seen: int, actor: Any, at: Any, **answers: Any) -> Any:
        return service(ref=ref, seen=seen, actor=actor, at=at, **{name: build(answers)})

    return call


def act(
    request: Request, reference: str, form: Any, service: Callable[..., Any], page: FormPage, **more: Any
) -> HttpResponse:
    """One form that changes a household, and back to its page."""
    household = scoped(request, reference)
    return act_on(request, household, form, service, about(household, page), at=now(), **more)


def about(household: Household, page: FormPage) -> FormPage:
    """The page with whom it is about above its title, unless the title names them."""
    named = household.name in page.title
    return page if named else replace(page, caption=f"{household.name}, {household.reference}")
