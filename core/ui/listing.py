"""A long list on a page: which rows, where one is in it, and which filters are in use."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from django import forms
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.formats import date_format

from core.ui.components import Chip, Filters, Pagination

M = TypeVar("M", bound=Model)

SIZE = 25
PAGE = "page"


def page_of(rows: QuerySet[M], asked: QueryDict, *, noun: str = "results") -> tuple[Sequence[M], Pagination]:
    """The rows of the page that was asked for, in two queries. What is not a page is the nearest one."""
    page = Paginator(rows, SIZE).get_page(asked.get(PAGE))
    return list(page.object_list), Pagination(
        page=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        size=SIZE,
        query=_without(asked, PAGE),
        noun=noun,
    )


def filters_of(form: forms.BaseForm, asked: QueryDict) -> Filters:
    """The filter form with a chip for each answer in use. The form must have been validated."""
    chips = [
        Chip(f"{form[name].label}: {_words(form.fields[name], value)}", f"?{_without(asked, PAGE, name)}")
        for name, value in form.cleaned_data.items()
        if value not in form.fields[name].empty_values
    ]
    return Filters(form=form, chips=chips)


def _without(asked: QueryDict, *names: str) -> str:
    """The rest of the address. A date is several boxes, `name-day` and so on."""
    rest = asked.copy()
    for key in list(rest):
        if any(key == name or key.startswith(f"{name}-") for name in names):
            del rest[key]
    return rest.urlencode()


def _words(field: forms.Field, value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list | tuple):
        return ", ".join(_words(field, item) for item in value)
    if isinstance(field, forms.ChoiceField):
        choices = cast("Iterable[tuple[object, object]]", field.choices)
        return next((str(words) for key, words in choices if str(key) == str(value)), str(value))
    return str(value)
