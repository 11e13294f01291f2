"""Between a form and plain JSON: what the browser sent for a form's own fields, nothing else."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

Typed = dict[str, str | list[str]]


class _Asked(MultiValueDict):
    """Remembers the names that it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __contains__(self, key: object) -> bool:
        self.names.append(str(key))
        return False

    def get(self, key: str, default: Any = None) -> Any:
        self.names.append(key)
        return default

    def getlist(self, key: str, default: Any = None) -> list:
        self.names.append(key)
        return default or []


def names_of(form: forms.BaseForm) -> tuple[str, ...]:
    """The names under which a browser sends this form, the parts of a date among them. No files."""
    asked = _Asked()
    for name, field in form.fields.items():
        if not isinstance(field, forms.FileField):
            field.widget.value_from_datadict(asked, MultiValueDict(), form.add_prefix(name))
    return tuple(dict.fromkeys(asked.names))


def read(data: MultiValueDict, names: Iterable[str]) -> Typed:
    """What was sent under these names: a text, or a list when there were several.

    The NUL character is taken out: no database column of JSON holds it.
    """
    found = {name: [value.replace("\x00", "") for value in data.getlist(name)] for name in names if name in data}
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def as_data(typed: Mapping[str, Any]) -> MultiValueDict:
    """The same, as the data that a form is bound with."""
    return MultiValueDict(
        {
            name: [str(item) for item in value] if isinstance(value, list) else [str(value)]
            for name, value in typed.items()
            if value != []
        }
    )


def mark(typed: Mapping[str, Any] | None) -> str:
    """A short digest of one page's answer, empty when there is none: tells whether it changed meanwhile."""
    if typed is None:
        return ""
    text = json.dumps(typed, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
