"""Questions about a home that we know already: a change, a certificate, more photos."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.once import repeatable
from core.access.request import Request
from core.journeys import views as journeys
from core.journeys.journey import Journey
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.ui.addresses import record_url
from properties import policies
from properties.forms.given import answers_of
from properties.journeys import CHANGE, MORE_PHOTOS, RENEWALS
from properties.models import Home
from properties.rules.home import HomeState
from properties.services import drafted

LAYOUT = "layouts/landlord.html"


@dataclass(frozen=True)
class Errand:
    """One questionnaire about one home: its pages are at `name` with `arguments` in front."""

    home: Home
    journey: Journey
    name: str
    arguments: tuple[str, ...]
    draft: Draft
    at: datetime

    def urls(self, request: Request) -> journeys.Urls:
        return journeys.Urls(
            step=lambda slug: reverse(f"{self.name}_step", args=[*self.arguments, slug]),
            check=reverse(f"{self.name}_check", args=self.arguments),
            leave=record_url(self.home.subject, request.actor),
        )

    def begin(self, request: Request) -> HttpResponse:
        return journeys.resume(self.journey, draft=self.draft, urls=self.urls(request), at=self.at)

    def step(self, request: Request, slug: str) -> HttpResponse:
        urls = self.urls(request)
        return journeys.step(request, self.journey, slug, draft=self.draft, urls=urls, layout=LAYOUT, at=self.at)

    def check(self, request: Request, submit: Callable[[int], object]) -> HttpResponse:
        urls = self.urls(request)

        def send(seen: int) -> str:
            submit(seen)
            return urls.leave

        return journeys.check(
            request, self.journey, draft=self.draft, urls=urls, layout=LAYOUT, at=self.at, submit=send
        )


def errand(request: Request, reference: str, journey: Journey, name: str, *arguments: str) -> Errand:
    home = get_object_or_404(Home.objects.visible_to(request.actor).select_related("landlord"), reference=reference)
    policies.may_change(request.actor, home).require()
    if home.state == HomeState.ARCHIVED or (journey is CHANGE and home.state != HomeState.CHANGES_REQUESTED):
        raise Http404(f"{reference} takes no change now")
    at = now()
    draft = drafts.open(
        kind=journey.name,
        actor=request.actor,
        at=at,
        subject_reference=home.reference,
        answers=answers_of(home) if journey is CHANGE else None,
    )
    return Errand(home, journey, name, (reference, *arguments), draft, at)


def change_of(request: Request, reference: str) -> Errand:
    return errand(request, reference, CHANGE, "properties_landlord_change")


@landlord_view
def change(request: Request, reference: str) -> HttpResponse:
    return change_of(request, reference).begin(request)


@landlord_view
@repeatable
def change_step(request: Request, reference: str, slug: str) -> HttpResponse:
    return change_of(request, reference).step(request, slug)


@landlord_view
def change_check(request: Request, reference: str) -> HttpResponse:
    this = change_of(request, reference)

    def submit(seen: int) -> Home:
        return drafted.change_draft(
            ref=reference,
            home_seen=this.home.version,
            draft_ref=this.draft.reference,
            seen=seen,
            actor=request.actor,
            at=this.at,
        )

    return this.check(request, submit)


def renewal_of(request: Request, reference: str, kind: str) -> Errand:
    if kind not in RENEWALS:
        raise Http404(f"no certificate is called {kind}")
    return errand(request, reference, RENEWALS[kind], "properties_landlord_renew", kind)


@landlord_view
def renew(request: Request, reference: str, kind: str) -> HttpResponse:
    return renewal_of(request, reference, kind).begin(request)


@landlord_view
@repeatable
def renew_step(request: Request, reference: str, kind: str, slug: str) -> HttpResponse:
    return renewal_of(request, reference, kind).step(request, slug)


@landlord_view
def renew_check(request: Request, reference: str, kind: str) -> HttpResponse:
    this = renewal_of(request, reference, kind)

    def submit(seen: int) -> Home:
        return drafted.renew_draft(
            ref=reference, kind=kind, draft_ref=this.draft.reference, seen=seen, actor=request.actor, at=this.at
        )

    return this.check(request, submit)


def photos_of(request: Request, reference: str) -> Errand:
    return errand(request, reference, MORE_PHOTOS, "properties_landlord_more_photos")


@landlord_view
def more_photos(request: Request, reference: str) -> HttpResponse:
    return photos_of(request, reference).begin(request)


@landlord_view
@repeatable
def more_photos_step(request: Request, reference: str, slug: str) -> HttpResponse:
    return photos_of(request, reference).step(request, slug)


@landlord_view
def more_photos_check(request: Request, reference: str) -> HttpResponse:
    this = photos_of(request, reference)

    def submit(seen: int) -> Home:
        return drafted.add_photos_draft(
            ref=reference, draft_ref=this.draft.reference, seen=seen, actor=request.actor, at=this.at
        )

    return this.check(request, submit)
