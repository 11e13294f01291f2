"""The pages of any journey: a question, the two-tabs page, check your answers. An app's view calls them."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from core.access.request import Request
from core.dates import today
from core.errors import DomainError, NotFound, Refused, Stale
from core.journeys import typed
from core.journeys.forms import SeenForm
from core.journeys.journey import Change, Journey, Page, rows_of
from core.journeys.models import Draft
from core.journeys.rules.walk import Walk
from core.journeys.services import drafts
from core.ui.components import Action, Row


@dataclass(frozen=True)
class Urls:
    """Where the pages of one draft are: each question, check your answers, and where leaving leads."""

    step: Callable[[str], str]
    check: str
    leave: str

    def open(self, page: Page | None) -> str:
        """The address of a question, or of check your answers when none is left."""
        return self.check if page is None else self.step(page.slug)


@dataclass(frozen=True)
class Turn:
    """One request about one page of one draft."""

    request: Request
    journey: Journey
    page: Page
    walk: Walk[Page]
    draft: Draft
    urls: Urls
    layout: str
    at: datetime
    begin_with: Mapping[str, Any] = field(default_factory=dict)

    @property
    def on(self) -> date:
        return today(self.at)

    @property
    def stored(self) -> typed.Typed | None:
        return self.draft.answers.get(self.page.slug)

    def form(self, data: typed.Typed | None, *, with_files: bool = False) -> Form:
        files = self.request.FILES if with_files else None
        form = self.page.form(self.walk.answers_before(self.page.slug), self.on, data=data, files=files)
        form.initial |= self.begin_with
        return form


def resume(journey: Journey, *, draft: Draft, urls: Urls, at: datetime) -> HttpResponse:
    """To the first question without an answer, or to check your answers."""
    return redirect(urls.open(_walk(journey, draft, at).next))


def step(
    request: Request,
    journey: Journey,
    slug: str,
    *,
    draft: Draft,
    urls: Urls,
    layout: str,
    at: datetime,
    begin_with: Mapping[str, Mapping[str, Any]] | None = None,
) -> HttpResponse:
    """One question: shows it, or stores its answer and leads on to the first question that is open.

    A page that the answers do not lead to sends there as well. A button named `again` stays on the
    page, to add one file more; one named `take_out` removes the kept reference that is its value. `begin_with`
    holds, by page and field, what a page without an answer begins with: the person may change it.
    """
    walk = _walk(journey, draft, at)
    page = walk.page(slug)
    if page is None:
        if slug not in {known.slug for known in journey.pages}:
            raise Http404(f"{journey.name} has no page {slug}")
        return redirect(urls.open(walk.next))
    turn = Turn(request, journey, page, walk, draft, urls, layout, at, (begin_with or {}).get(slug, {}))
    if request.method != "POST":
        return _question(turn, turn.form(turn.stored))
    return _take_out(turn) if "take_out" in request.POST else _answer(turn)


def check(
    request: Request,
    journey: Journey,
    *,
    draft: Draft,
    urls: Urls,
    layout: str,
    at: datetime,
    submit: Callable[[int], str],
    template: str = "journeys/check.html",
    **more: Any,
) -> HttpResponse:
    """Check your answers.

    `submit` gets the version that was on screen, carries the answers out and returns the address of
    the confirmation. Answers that changed in another tab meanwhile are shown again. `more` is what a
    template of the journey's own shows besides.
    """
    walk = _walk(journey, draft, at)
    if walk.next is not None:
        return redirect(urls.step(walk.next.slug))
    form = SeenForm(request.POST if request.method == "POST" else None)
    status, changed = HTTPStatus.OK, False
    if form.is_bound and form.is_valid():
        try:
            return redirect(submit(form.cleaned_data["seen"]))
        except Stale:
            draft.refresh_from_db()
            status, changed = HTTPStatus.CONFLICT, True
        except (NotFound, Refused):
            raise
        except DomainError as error:
            form.add_error(None, error.message)
    rows = [
        Row(row.question, row.answer, Action("Change", urls.step(row.page.slug), hidden=row.question))
        for row in journey.summary(draft.answers, on=today(at))
    ]
    back = urls.step(walk.pages[-1].slug) if walk.pages else urls.leave
    context = {"layout": layout, "journey": journey, "draft": draft, "rows": rows, "form": form, "back": back}
    context |= more
    return render(request, template, context | {"changed": changed, "leave": urls.leave}, status=status)


def _walk(journey: Journey, draft: Draft, at: datetime) -> Walk[Page]:
    if draft.kind != journey.name:
        raise Http404(f"{draft.reference} is not a draft of {journey.name}")
    return journey.walk(draft.answers, on=today(at))


def _question(turn: Turn, form: Form) -> HttpResponse:
    previous = turn.walk.before(turn.page.slug)
    inside = {*getattr(form, "parents", {}), *turn.page.kept}
    fields = [field for field in form if field.name not in inside]
    context = {
        "layout": turn.layout,
        "journey": turn.journey,
        "page": turn.page,
        "draft": turn.draft,
        "form": form,
        "fields": fields,
        "only": fields[0] if len(fields) == 1 else None,
        "answers": turn.walk.answers,
        "mark": typed.mark(turn.stored),
        "back": turn.urls.step(previous.slug) if previous else turn.urls.leave,
        "leave": turn.urls.leave,
        **turn.page.context(turn.draft, turn.walk.answers),
    }
    return render(turn.request, turn.page.template, context)


def _answer(turn: Turn) -> HttpResponse:
    answer = turn.page.sent(turn.form(None), turn.request.POST, turn.stored or {})
    form = turn.form(answer, with_files=True)
    seen = turn.request.POST.get("seen", "")
    if not form.is_valid():
        return _question(turn, form)
    try:
        brings_something = answer != turn.stored or bool(turn.page.kept and turn.request.FILES)
        if brings_something and typed.mark(turn.stored) != seen:
            raise Stale(Draft.KIND, turn.draft.reference)
        if turn.page.on_valid is not None:
            answer |= turn.page.on_valid(turn.request, form, turn.request.actor, turn.at)
        draft = _save(turn, answer, seen)
    except Stale:
        return _conflict(turn, form, answer)
    except (NotFound, Refused):
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return _question(turn, form)
    if "again" in turn.request.POST:
        return redirect(turn.request.path)
    return redirect(turn.urls.open(turn.journey.walk(draft.answers, on=turn.on).next))


def _take_out(turn: Turn) -> HttpResponse:
    """One kept reference leaves the page. Shown again, unchanged, when another tab changed it meanwhile."""
    if turn.stored is None:
        return redirect(turn.request.path)
    named = turn.request.POST["take_out"]
    left = {name: [item for item in turn.stored.get(name, []) if item != named] for name in turn.page.kept}
    with suppress(Stale):
        _save(turn, turn.stored | left, turn.request.POST.get("seen", ""))
    return redirect(turn.request.path)


def _save(turn: Turn, answer: typed.Typed, seen: str) -> Draft:
    def within(change: Change) -> None:
        if turn.page.on_saved is not None:
            turn.page.on_saved(change, turn.request.actor, turn.at)

    return drafts.save(
        ref=turn.draft.reference,
        page=turn.page.slug,
        answer=answer,
        seen=seen,
        actor=turn.request.actor,
        at=turn.at,
        within=within,
    )


def _conflict(turn: Turn, form: Form, answer: typed.Typed) -> HttpResponse:
    """Another tab answered this page meanwhile: both answers, and the choice between them."""
    draft = Draft.objects.get(pk=turn.draft.pk)
    stored = draft.answers.get(turn.page.slug)
    saved = turn.form(stored or {})
    context = {
        "layout": turn.layout,
        "page": turn.page,
        "saved": [Row(row.question, row.answer) for row in rows_of(turn.page, saved)] if saved.is_valid() else [],
        "typed": [Row(row.question, row.answer) for row in rows_of(turn.page, form)],
        "fields": [
            (name, value)
            for name, values in typed.as_data(answer).lists()
            for value in values
            if name not in turn.page.kept
        ],
        "mark": typed.mark(stored),
        "files": bool(turn.request.FILES),
        "keep": turn.urls.open(turn.journey.walk(draft.answers, on=turn.on).next),
        "here": turn.request.path,
    }
    return render(turn.request, "journeys/conflict.html", context, status=HTTPStatus.CONFLICT)
