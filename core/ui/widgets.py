"""Form controls that need to know more than Django's: what stands around them and how they are read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import normalize_newlines

PARTS = ("day", "month", "year")


class Text(forms.TextInput):
    """One line. `width` is the number of characters expected: 2, 3, 4, 5, 10, 20 or 30."""

    def __init__(self, *, prefix: str = "", suffix: str = "", width: int = 0, **attrs: Any) -> None:
        super().__init__(attrs)
        self.prefix = prefix
        self.suffix = suffix
        self.width = width


class Paragraphs(forms.Textarea):
    """Several lines. Line ends are counted as one character, as the counter on the page counts them."""

    def __init__(self, *, rows: int = 5, **attrs: Any) -> None:
        super().__init__({"rows": rows, **attrs})

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return normalize_newlines(value) if isinstance(value, str) else value


class Radios(forms.RadioSelect):
    """`hints` by value; `divider` names the value before which "or" stands; `barred` are values shown but disabled."""

    def __init__(
        self, *, inline: bool = False, small: bool = False, hints: Mapping[str, str] | None = None, divider: str = ""
    ) -> None:
        super().__init__()
        self.barred: frozenset[str] = frozenset()
        self.inline = inline
        self.small = small
        self.hints = hints or {}
        self.divider = divider


class Checkboxes(forms.CheckboxSelectMultiple):
    """`exclusive` names the value that unticks the others, such as "none"; "or" stands before it."""

    def __init__(self, *, small: bool = False, hints: Mapping[str, str] | None = None, exclusive: str = "") -> None:
        super().__init__()
        self.inline = False
        self.small = small
        self.hints = hints or {}
        self.divider = self.exclusive = exclusive


class Upload(forms.FileInput):
    """A file, or several. `accept` lists types for the browser's chooser; it checks nothing."""

    def __init__(self, *, multiple: bool = False, accept: str = "", **attrs: Any) -> None:
        super().__init__({"accept": accept, **attrs} if accept else attrs)
        self.multiple = multiple

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        if self.multiple and hasattr(files, "getlist"):
            return files.getlist(name)
        return super().value_from_datadict(data, files, name)


class DateWidget(forms.Widget):
    """Three boxes: `name-day`, `name-month`, `name-year`. Also reads one ISO date under `name`, from a link."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, ...] | None:
        del files
        if any(f"{name}-{part}" in data for part in PARTS):
            return tuple(str(data.get(f"{name}-{part}") or "").strip() for part in PARTS)
        return self.format_value(data[name]) if data.get(name) else None

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        del files
        return name not in data and not any(f"{name}-{part}" in data for part in PARTS)

    def format_value(self, value: Any) -> tuple[str, ...]:
        """Day, month and year as typed, from a date, an ISO date, or the three parts."""
        if isinstance(value, date):
            return (str(value.day), str(value.month), str(value.year))
        if isinstance(value, list | tuple) and len(value) == len(PARTS):
            return tuple(str(part or "") for part in value)
        if isinstance(value, str) and value:
            parts = value.split("-")
            return tuple(reversed(parts)) if len(parts) == len(PARTS) else (value, "", "")
        return ("", "", "")
