"""Several dates on one form: an error says which one it means."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

import pytest
from django import forms as django_forms
from django.apps import apps

from core.ui import forms


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("9", "", "2026"), "The date it was given must include a month"),
        (("31", "4", "2026"), "The date it was given: the day must be from 1 to 30 in April 2026"),
    ],
)
def test_a_date_among_others_is_called_by_its_name(typed: tuple[str, str, str], words: str) -> None:
    field = forms.DateField(label="When was it given?", called="The date it was given")
    with pytest.raises(django_forms.ValidationError, match=words):
        field.clean(typed)


def test_no_form_asks_for_two_dates_with_the_same_name() -> None:
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.forms"):
            rooms = import_module(f"{app.name}.forms")
            for room in iter_modules(getattr(rooms, "__path__", [])):
                import_module(f"{rooms.__name__}.{room.name}")
    for form in all_forms(django_forms.BaseForm):
        fields = getattr(form, "base_fields", {}).values()
        names = [field.subject for field in fields if isinstance(field, forms.DateField)]
        assert len(set(names)) == len(names), (form, names)


def all_forms(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from all_forms(each)
