from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

EMPTY = (None, "", [], ())


def said(bound: BoundField, value: Any) -> Any:
    """A checked answer as a person reads it: a choice by its label, nothing given as None."""
    if value in EMPTY:
        return None
    if not isinstance(bound.field, forms.ChoiceField):
        return value
    labels = dict(_flat(bound.field.choices))
    typed = bound.value()
    if isinstance(typed, list | tuple):
        return [labels.get(str(item), str(item)) for item in typed]
    return labels.get(str(typed), str(typed))


def files(number: int) -> str | None:
    """ "1 file", "3 files"; None for none."""
    return {0: None, 1: "1 file"}.get(number, f"{number} files")


def _flat(choices: Any) -> Iterator[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
