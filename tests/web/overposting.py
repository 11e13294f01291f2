"""What else could be put into a form: every column that we store, each with a value of its own kind."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from core.access.models import FormKey
from tests.house.sources import APPS
from tests.web.markup import soup

CANARY = "zq7extra"
# Tables of facts that no form writes and that hold thousands of rows.
FACTS = ("core.places", "core.rulebook")
Snapshot = dict[tuple[str, int, str], Any]


def ours() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        ours = model.__module__.split(".")[0] in APPS
        if ours and model is not FormKey and not model.__module__.startswith(FACTS):
            yield model


def value_for(column: models.Field) -> str:
    if isinstance(column, models.BooleanField):
        return "on"
    if isinstance(column, models.DateField):
        return "1987-06-05"
    if column.is_relation or isinstance(column, models.IntegerField):
        return "1"
    return "active" if column.name == "state" else CANARY


def extras(known: set[str]) -> dict[str, str]:
    """A value for every column of ours that the form does not ask for."""
    found = {"pk": "1", "is_superuser": "on", "is_staff": "on", "actor": "1", "at": "1987-06-05"}
    for model in ours():
        for column in model._meta.concrete_fields:
            found |= dict.fromkeys((column.name, column.attname), value_for(column))
    return {name: value for name, value in found.items() if name not in known}


def asked(html: bytes) -> set[str]:
    """The names that the page's forms ask for, a date by its own name too."""
    names = {str(box["name"]) for box in soup(html).select("[name]")}
    return names | {name.rsplit("-", 1)[0] for name in names if name.endswith(("-day", "-month", "-year"))}


def snapshot() -> Snapshot:
    """Every cell of every table of ours, by table, place of the row and column."""
    return {
        (model._meta.label, place, column): value
        for model in ours()
        for place, row in enumerate(model._base_manager.order_by("pk").values())
        for column, value in row.items()
    }


def differing(one: Snapshot, other: Snapshot) -> set[tuple[str, int, str]]:
    return {cell for cell in one.keys() | other.keys() if one.get(cell, CANARY) != other.get(cell, CANARY)}
