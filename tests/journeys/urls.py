"""A small site with the caravan journey behind the landlord's door."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path, reverse

from core.access import doors, once
from core.access.request import Request
from core.errors import DomainError
from core.journeys import views
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.journeys.views import Urls
from portal import urls
from tests.journeys.caravan import CARAVANS

AT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))
SENT: list[dict] = []
LAYOUT = "layouts/landlord.html"


def urls_of(draft: Draft) -> Urls:
    return Urls(
        step=lambda slug: reverse("site_question", args=[draft.reference, slug]),
        check=reverse("site_check", args=[draft.reference]),
        leave=reverse("site_home"),
    )


def fetch(request: Request, reference: str) -> Draft:
    return get_object_or_404(Draft.objects.visible_to(request.actor), reference=reference)


@doors.landlord_view
def home(request: Request) -> HttpResponse:
    return HttpResponse("home")


@doors.landlord_view
def start(request: Request) -> HttpResponse:
    draft = drafts.open(kind=CARAVANS.name, actor=request.actor, at=AT)
    return views.resume(CARAVANS, draft=draft, urls=urls_of(draft), at=AT)


@doors.landlord_view
@once.repeatable
def question(request: Request, reference: str, slug: str) -> HttpResponse:
    draft = fetch(request, reference)
    return views.step(request, CARAVANS, slug, draft=draft, urls=urls_of(draft), layout=LAYOUT, at=AT)


@doors.landlord_view
def check(request: Request, reference: str) -> HttpResponse:
    draft = fetch(request, reference)
    submit = partial(send, request, draft)
    return views.check(request, CARAVANS, draft=draft, urls=urls_of(draft), layout=LAYOUT, at=AT, submit=submit)


def send(request: Request, draft: Draft, seen: int) -> str:
    with transaction.atomic():
        answers = drafts.finish(ref=draft.reference, journey=CARAVANS, seen=seen, actor=request.actor, at=AT)
        if answers.value("name", "name") == "Taken":
            raise DomainError("There is a site of this name already", field="name")
    SENT.append({page: dict(values) for page, values in answers.items()})
    return reverse("site_home")


@doors.landlord_view
def elsewhere(request: Request, reference: str) -> HttpResponse:
    """A view that forgot which journey the draft belongs to."""
    draft = fetch(request, reference)
    Draft.objects.filter(pk=draft.pk).update(kind="other")
    draft.refresh_from_db()
    return redirect("site_home") if views.resume(CARAVANS, draft=draft, urls=urls_of(draft), at=AT) else HttpResponse()


urlpatterns = [
    path("landlord/sites/", home, name="site_home"),
    path("landlord/sites/new/", start, name="site_new"),
    path("landlord/sites/<reference>/check/", check, name="site_check"),
    path("landlord/sites/<reference>/elsewhere/", elsewhere, name="site_elsewhere"),
    path("landlord/sites/<reference>/<slug:slug>/", question, name="site_question"),
    path("", include(urls.urlpatterns)),
]
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler409 = urls.handler409
handler500 = urls.handler500
