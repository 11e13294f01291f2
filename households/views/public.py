"""Telling us early: without an account, one question a page, and no trace when it is done."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial, wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import NOBODY
from core.access.doors import no_copy, no_trace, public_view
from core.access.once import repeatable
from core.access.request import Request, View
from core.dates import today
from core.errors import DomainError, NotFound
from core.journeys import carried, sessions, views
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.journeys.views import Urls
from core.rulebook.selectors import policy
from households.journeys import told
from households.journeys.tell import TELL
from households.models import Told
from households.rules.telling import Worry
from households.services import telling

LAYOUT = "households/public/layout.html"
ELSEWHERE = "https://www.bbc.co.uk/weather"
RECEIPT = "told"
RECEIPT_SHOWN = timedelta(minutes=30)
TRAP = "website"
LIMITS = {"begin_telling": "60/h/ip", "tell": "30/h/ip", "tell_again": "5/d/key"}


def urls() -> Urls:
    return Urls(
        step=lambda slug: reverse("households_public_tell_question", args=[slug]),
        check=reverse("households_public_tell_check"),
        leave=reverse("households_public_tell"),
    )


def within(request: Request, action: str, key: str | None = None) -> bool:
    return bool(ratelimit.consume(request, app="households", action=action, key=key, config=LIMITS))


@public_view
@no_copy
def start(request: Request) -> HttpResponse:
    """What we ask and how we keep it; who may be in danger is shown the telephone number first."""
    at = now()
    busy = request.method == "POST" and not within(request, "begin_telling")
    if request.method == "POST" and not busy:
        draft = sessions.begin(request.session, kind=TELL.name, at=at)
        if request.actor == NOBODY:
            request.session.set_expiry(0)
        return views.resume(TELL, draft=draft, urls=urls(), at=at)
    on = today(at)
    context = {
        "begun": sessions.current(request.session, kind=TELL.name, at=at),
        "carried": carried.held(request.session),
        "days": policy.number("triage_working_days", on),
        "days_within_a_week": policy.number("triage_working_days_within_a_week", on),
        "busy": busy,
        "layout": LAYOUT,
    }
    return render(request, "households/public/start.html", context, status=429 if busy else 200)


def with_draft(view: Callable[[Request, Draft, datetime], HttpResponse]) -> View:
    """The view with this session's draft. Without one: to the receipt if it was sent, else what became of it."""

    @wraps(view)
    def found(request: Request, **kwargs: Any) -> HttpResponse:
        at = now()
        draft = sessions.current(request.session, kind=TELL.name, at=at)
        if draft is not None:
            return view(request, draft, at, **kwargs)
        if receipt(request, at):
            return redirect("households_public_tell_sent")
        return render(request, "households/public/gone.html", {"layout": LAYOUT}, status=410)

    return found


@public_view
@repeatable
@no_trace
@with_draft
def question(request: Request, draft: Draft, at: datetime, slug: str) -> HttpResponse:
    begin_with = from_checker(request)
    return views.step(request, TELL, slug, draft=draft, urls=urls(), layout=LAYOUT, at=at, begin_with=begin_with)


def from_checker(request: Request) -> Mapping[str, Mapping[str, Any]]:
    """What the questions begin with for someone who brought a notice from the checker: nobody types a date twice."""
    for each in carried.held(request.session):
        if each.source == carried.NOTICE:
            return {"worry": {"worries": [Worry.NOTICE]}, "date": {"leave_by": each.day("specified_on")}}
    return {}


@public_view
@no_trace
@with_draft
def check(request: Request, draft: Draft, at: datetime) -> HttpResponse:
    if request.method == "POST" and "leave_out" in request.POST:
        carried.drop(request.session)
        return redirect("households_public_tell_check")
    return views.check(
        request,
        TELL,
        draft=draft,
        urls=urls(),
        layout=LAYOUT,
        at=at,
        submit=partial(send, request, draft, at),
        template="households/public/check.html",
        carried=carried.held(request.session),
        trap=TRAP,
    )


def send(request: Request, draft: Draft, at: datetime, seen: int) -> str:
    """Make fact of the answers, once, and remember for a short while what to show."""
    refuse_machines(request)
    try:
        kept = keep(request, draft, at, seen)
    except NotFound:
        kept = Told.objects.select_related("household").filter(draft_reference=draft.reference).first()
        if kept is None:
            raise
    sessions.forget(request.session, kind=TELL.name, at=at)
    carried.drop(request.session)
    request.session[RECEIPT] = {
        "reference": kept.household.reference,
        "reply_by": kept.reply_by.isoformat(),
        "private": kept.household.restricted,
        "at": at.isoformat(),
    }
    return reverse("households_public_tell_sent")


def keep(request: Request, draft: Draft, at: datetime, seen: int) -> Told:
    summary = TELL.summary(draft.answers, on=today(at))
    with transaction.atomic():
        answers = drafts.finish(ref=draft.reference, journey=TELL, seen=seen, actor=NOBODY, at=at)
        given = told.telling(answers, summary, carried.held(request.session))
        return telling.receive(telling=given, draft_ref=draft.reference, at=at)


def refuse_machines(request: Request) -> None:
    """A box that nobody sees was filled in, or one place sends too much. A person is told to ring; nothing is lost."""
    ring = f"Ring us on {settings.COUNCIL_TELEPHONE}: your answers are still here" if settings.COUNCIL_TELEPHONE else ""
    if request.POST.get(TRAP):
        raise DomainError(f"We could not tell that a person sent this. Press Send again. {ring}", code="trap")
    key = request.session.session_key or ""
    if not (within(request, "tell") and within(request, "tell_again", key)):
        raise DomainError(f"A lot was sent from this place today. {ring}", code="too_many")


def receipt(request: Request, at: datetime) -> dict[str, Any] | None:
    """What was sent from this browser a short while ago."""
    kept = request.session.get(RECEIPT)
    if kept is None or at - datetime.fromisoformat(kept["at"]) > RECEIPT_SHOWN:
        request.session.pop(RECEIPT, None)
        return None
    return {**kept, "reply_by": date.fromisoformat(kept["reply_by"])}


@public_view
@no_trace
def sent(request: Request) -> HttpResponse:
    """The reference, when we answer and what happens next. Its button forgets all of it on this browser."""
    at = now()
    if request.method == "POST":
        forget(request, at)
        return redirect("/")
    found = receipt(request, at)
    if found is None:
        return redirect("households_public_tell")
    context = {"receipt": found, "today": today(at), "layout": LAYOUT}
    return render(request, "households/public/sent.html", context)


@public_view
@no_trace
def leave(request: Request) -> HttpResponse:
    """The quick exit: everything is forgotten on the way out."""
    forget(request, now())
    return redirect(ELSEWHERE)


def forget(request: Request, at: datetime) -> None:
    sessions.forget(request.session, kind=TELL.name, at=at)
    carried.drop(request.session)
    request.session.pop(RECEIPT, None)
    if request.actor == NOBODY:
        request.session.flush()
