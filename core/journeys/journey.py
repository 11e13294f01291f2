"""A questionnaire as data: its pages in order, and when each is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from core.access.actor import Actor
from core.errors import DomainError
from core.journeys import typed, words
from core.journeys.models import Draft
from core.journeys.rules import walk as rules
from core.journeys.rules.walk import Answers, Stored, Walk


def always(_answers: Answers) -> bool:
    return True


def no_kwargs(_answers: Answers, _on: date) -> Mapping[str, Any]:
    return {}


def no_context(_draft: Draft, _answers: Answers) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Change:
    """What became of one page's answer, told inside the transaction that stores it."""

    draft: Draft
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    def added(self, field: str) -> list[str]:
        """The references that a kept field holds now and did not before."""
        return [item for item in self.after.get(field, []) if item not in self.before.get(field, [])]

    def removed(self, field: str) -> list[str]:
        return [item for item in self.before.get(field, []) if item not in self.after.get(field, [])]


OnValid = Callable[[HttpRequest, forms.Form, Actor, datetime], Mapping[str, Any]]
OnSaved = Callable[[Change, Actor, datetime], None]
Rows = Callable[[Mapping[str, Any]], Iterable[tuple[str, Any]]]


@dataclass(frozen=True)
class Page:
    """One question, or a few that belong together.

    `applies` gets the checked answers before it. `form_kwargs` gets them and the London day, and
    returns what the form is made with: choices that depend on an earlier answer, the latest day
    allowed. `context` adds to what a template of the page's own is given. `rows` turns the page's
    checked values into questions and answers for "check your answers"; without it each field is one.

    `kept` names fields that never come from the browser, such as the references of uploaded files:
    only `on_valid` writes them; a `context` with `kept_items`, pairs of value and label, lists them
    with a button to remove each. `on_valid` runs after the form has passed and before the transaction, may
    raise DomainError, and returns values to store beside what was typed. `on_saved` runs inside the
    transaction that stores the answer: there, files are linked to the draft or let go.
    """

    slug: str
    form_class: type[forms.Form]
    title: str
    applies: Callable[[Answers], bool] = always
    form_kwargs: Callable[[Answers, date], Mapping[str, Any]] = no_kwargs
    template: str = "journeys/question.html"
    context: Callable[[Draft, Answers], Mapping[str, Any]] = no_context
    rows: Rows | None = None
    kept: tuple[str, ...] = ()
    on_valid: OnValid | None = None
    on_saved: OnSaved | None = None

    def form(
        self,
        answers: Answers,
        on: date,
        *,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict | None = None,
    ) -> forms.Form:
        """The page's form: blank, or bound with typed answers and files."""
        kwargs = self.form_kwargs(answers, on)
        if data is None:
            return self.form_class(**kwargs)
        return self.form_class(typed.as_data(data), files, **kwargs)

    def sent(self, form: forms.Form, data: MultiValueDict, before: Mapping[str, Any]) -> typed.Typed:
        """What the browser sent for this page's fields, with the kept ones as they were stored."""
        names = [name for name in typed.names_of(form) if name not in self.kept]
        return typed.read(data, names) | {name: before[name] for name in self.kept if name in before}


@dataclass(frozen=True)
class SummaryRow:
    """A line of "check your answers": the page that changes it, the question, and the answer.

    `answer` is a value as `core.ui` shows them: text, a date, Money, a list; None when not given.
    """

    page: Page
    question: str
    answer: Any


class Journey:
    """A named questionnaire. `name` is the kind of its drafts; it must not change while drafts are open."""

    def __init__(self, name: str, title: str, pages: Sequence[Page]) -> None:
        slugs = [page.slug for page in pages]
        if len(set(slugs)) < len(slugs):
            raise ValueError(f"{name}: two pages have the same name")
        self.name = name
        self.title = title
        self.pages = tuple(pages)

    def walk(self, stored: Stored, *, on: date) -> Walk[Page]:
        """Replay the stored answers as of a London day."""

        def read(page: Page, kept: Stored, answers: Answers) -> Mapping[str, Any] | None:
            form = page.form(answers, on, data=kept)
            return form.cleaned_data if form.is_valid() else None

        return rules.walk(self.pages, stored, read)

    def answers(self, stored: Stored, *, on: date) -> Answers:
        """The checked answers of a finished journey. Raises DomainError when a question is still open."""
        walk = self.walk(stored, on=on)
        if walk.next is not None:
            raise DomainError(f"Answer this question first: {walk.next.title}", code="unanswered")
        return walk.answers

    def summary(self, stored: Stored, *, on: date) -> list[SummaryRow]:
        """Every answer on the path, in words. Answers that fell away are not in it."""
        walk = self.walk(stored, on=on)
        rows: list[SummaryRow] = []
        for page in walk.pages:
            if page.slug in walk.answers:
                form = page.form(walk.answers_before(page.slug), on, data=stored[page.slug])
                form.is_valid()
                rows += rows_of(page, form)
        return rows


def rows_of(page: Page, form: forms.Form) -> Iterator[SummaryRow]:
    """The lines of one page, from its form once it has passed. Fields that were not opened are left out."""
    if page.rows is not None:
        yield from (SummaryRow(page, question, answer) for question, answer in page.rows(form.cleaned_data))
        return
    inside = getattr(form, "parents", {})
    for name, field in form.fields.items():
        question = str(form[name].label or page.title)
        value = form.cleaned_data.get(name)
        if name in page.kept:
            yield SummaryRow(page, question, words.files(len(value or [])))
        elif isinstance(field, forms.FileField) or form[name].is_hidden or (name in inside and value in words.EMPTY):
            continue
        else:
            yield SummaryRow(page, question, words.said(form[name], value))
