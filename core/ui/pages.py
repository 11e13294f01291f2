"""What most pages of ours do: show a page of a long list, or carry out one form and lead on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from core import dates
from core.access.actor import Actor
from core.access.request import Request
from core.errors import DomainError, NotFound
from core.ui.addresses import record_url
from core.ui.components import Chip, Filters, Pagination, Table
from core.ui.forms import Form, RecordForm

PAGE_SIZE = 25


class Row(Protocol):
    """A record as this module knows it: what names it, and the version that was shown."""

    reference: str
    version: int

    @property
    def known_as(self) -> str: ...

    @property
    def subject(self) -> tuple[str, str]: ...


@dataclass(frozen=True)
class FormPage:
    """The words around one form. `button_style` is primary or warning; `back_url` leads out without doing it.

    `caption` says above the title whom or what the form is about.
    """

    title: str
    button: str
    layout: str = "layouts/office.html"
    intro: str = ""
    back_url: str = ""
    back_label: str = "Back"
    button_style: str = "primary"
    template: str = "ui/form_page.html"
    caption: str = ""


def act(
    request: HttpRequest,
    form: Form,
    do: Callable[[Any], str],
    page: FormPage,
    *,
    said: str = "",
    **context: Any,
) -> HttpResponse:
    """Show a form, or carry it out and lead on to the address that `do` returns.

    A DomainError stands at the field it names and everything typed is kept. `said` is shown on the
    page that follows.
    """
    if request.method == "POST" and form.is_valid():
        try:
            address = do(form)
        except NotFound:
            raise
        except DomainError as error:
            form.refuse(error)
        else:
            if said:
                messages.success(request, said)
            return redirect(address)
    return render(request, page.template, {"form": form, "page": page, **context})


def act_on(
    request: Request,
    row: Row,
    form_class: type[RecordForm],
    service: Callable[..., Any],
    page: FormPage,
    *,
    at: datetime,
    said: str = "",
    to: str = "",
    initial: dict[str, Any] | None = None,
    **context: Any,
) -> HttpResponse:
    """One action on one record: the service gets the row's reference, the version seen, and the form's answers.

    Leads to `to`, or else to the record's own page.
    """
    form = form_class(request.POST or None, request.FILES or None, initial={**(initial or {}), "seen": row.version})
    record = record_url(row.subject, request.actor)

    def do(form: RecordForm) -> str:
        answers = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        service(ref=row.reference, seen=form.cleaned_data["seen"], actor=request.actor, at=at, **answers)
        return to or record or "/"

    page = replace(page, back_url=page.back_url or record, caption=page.caption or about(row, page, request.actor))
    return act(request, form, do, page, said=said, **context)


def about(row: Row, page: FormPage, actor: Actor) -> str:
    """What the form is about, for officers, who see many records a day. The title need not say it again."""
    named = [part for part in (row.known_as, row.reference) if part and part not in page.title]
    return ", ".join(named) if actor.is_officer else ""


def show_list(
    request: Request,
    title: str,
    form: Form,
    rows: "QuerySet[Any]",
    table: Callable[[list[Any]], Table],
    *,
    noun: str,
    template: str = "ui/list.html",
    keys_first: bool = False,
    **context: Any,
) -> HttpResponse:
    """A page of a long list as a table, beside its filters. The form must have been validated."""
    found, pagination = paginate(request, rows, noun=noun, keys_first=keys_first)
    shown = {"title": title, "form": form, "filters": filters_of(request, form), "pagination": pagination}
    return render(request, template, {**shown, "table": table(found), **context})


def filters_of(request: HttpRequest, form: Form, *, asked: QueryDict | None = None, sort: str = "") -> Filters:
    """A list's filter form with a chip for each filter in use. The form must have been validated.

    `asked` is what of the address may be shown again: all of it unless given. `sort` names the field that only sorts.
    """
    given = request.GET if asked is None else asked
    chips = []
    for name, field in form.fields.items():
        if name == sort:
            continue
        day = form.cleaned_data.get(name)
        if isinstance(day, date):
            boxes = [key for key in given if key.startswith(f"{name}-")]
            chips.append(Chip(f"{form[name].label}: {dates.short(day)}", _without(given, boxes)))
            continue
        for value in given.getlist(name):
            if value:
                words = dict(getattr(field, "choices", ())).get(value, value)
                chips.append(Chip(f"{form[name].label}: {words}", _without(given, [name], value)))
    return Filters(form=form, chips=chips)


def _without(given: QueryDict, names: Iterable[str], value: str = "") -> str:
    """The address without these parameters, or without one value of them, and on the first page."""
    rest = given.copy()
    rest.pop("page", None)
    for name in names:
        rest.setlist(name, [other for other in rest.getlist(name) if value and other != value])
    return f"?{rest.urlencode()}"


def paginate(
    request: HttpRequest,
    rows: "QuerySet[Any]",
    *,
    noun: str,
    size: int = PAGE_SIZE,
    asked: QueryDict | None = None,
    count: int | None = None,
    keys_first: bool = False,
) -> tuple[list[Any], Pagination]:
    """The rows of the page asked for, and where it stands among the others. A page beyond the end is the last.

    `asked` is what of the address its links carry on: all of it unless given. `count` is how many rows there are,
    where that is known already. `keys_first` sorts the keys alone and then reads one page of rows: a query more,
    which pays where rows are wide and no index has their order. Such an order must be annotated as an alias.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    found = paginator.get_page(request.GET.get("page"))
    query = (request.GET if asked is None else asked).copy()
    query.pop("page", None)
    if keys_first:
        start = (found.number - 1) * size
        keys = list(rows.values_list("pk", flat=True)[start : start + size])
        by_key = rows.order_by().in_bulk(keys)
        found.object_list = [by_key[key] for key in keys if key in by_key]
    return list(found.object_list), Pagination(
        page=found.number,
        pages=found.paginator.num_pages,
        total=found.paginator.count,
        size=size,
        query=query.urlencode(),
        noun=noun,
    )
