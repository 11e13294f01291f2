"""The form fields that Django has no good counterpart for."""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.formats import date_format

from core.ui.widgets import PARTS, DateWidget, Radios, Upload

MONTHS: Mapping[str, int] = {
    name.lower(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}


def _wrong(message: str, *parts: str, code: str = "invalid") -> ValidationError:
    return ValidationError(message.replace("%", "%%"), code=code, params={"parts": parts or PARTS})


class DateField(forms.Field):
    """A day, typed as day, month and year. Yields a `date`.

    The error's `params["parts"]` names the boxes that are wrong. Months may be written as names.
    Years before 1900 are refused. `earliest` and `latest` are inclusive and may be set by the form
    once it knows the day. `called` names the day in errors where a form asks for more than one:
    "The date it was given".
    """

    widget = DateWidget

    def __init__(
        self, *, earliest: date = date(1900, 1, 1), latest: date = date(2100, 12, 31), called: str = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.earliest = earliest
        self.latest = latest
        self.called = called

    @property
    def subject(self) -> str:
        label = self.called or str(self.label or "")
        return "The date" if not label or label.endswith("?") else label

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        typed = DateWidget().format_value(value)
        if not any(typed):
            return None
        missing = [part for part, text in zip(PARTS, typed, strict=True) if not text]
        if missing:
            raise _wrong(f"{self.subject} must include a {' and a '.join(missing)}", *missing, code="missing")
        return self._within(self._real(*typed))

    def _real(self, day: str, month: str, year: str) -> date:
        if not re.fullmatch("[0-9]{1,2}", day):
            raise self._part("the day must be a number, like 27", "day")
        month_number = MONTHS.get(month.lower().rstrip("."), 0)
        if not month_number and re.fullmatch("[0-9]{1,2}", month):
            month_number = int(month)
        if not 1 <= month_number <= 12:
            raise self._part("the month must be a number from 1 to 12, or a name like March", "month")
        if not re.fullmatch("[0-9]{4}", year):
            raise self._part("the year must have 4 numbers, like 2026", "year")
        if int(year) < self.earliest.year == 1900:
            raise self._part("the year must be 1900 or later", "year")
        last = calendar.monthrange(max(int(year), 1), month_number)[1]
        if not 1 <= int(day) <= last:
            month = calendar.month_name[month_number]
            raise self._part(f"the day must be from 1 to {last} in {month} {year}", "day")
        return date(int(year), month_number, int(day))

    def _part(self, words: str, part: str) -> ValidationError:
        return _wrong(f"{self.called}: {words}" if self.called else f"{words[0].upper()}{words[1:]}", part)

    def _within(self, day: date) -> date:
        if day < self.earliest:
            raise _wrong(f"{self.subject} must be {date_format(self.earliest, 'j F Y')} or later", code="too_early")
        if day > self.latest:
            raise _wrong(f"{self.subject} must be {date_format(self.latest, 'j F Y')} or earlier", code="too_late")
        return day

    def prepare_value(self, value: Any) -> Any:
        return DateWidget().format_value(value)


class YesNoField(forms.TypedChoiceField):
    """Yes or no. Yields True or False, or None when it may be left out."""

    def __init__(self, *, yes: str = "Yes", no: str = "No", **kwargs: Any) -> None:
        kwargs.setdefault("widget", Radios(inline=True))
        super().__init__(
            choices=[("yes", yes), ("no", no)], coerce=lambda value: value == "yes", empty_value=None, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class FilesField(forms.FileField):
    """One file or several. Yields a list of uploaded files."""

    def __init__(self, *, most: int = 20, accept: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("widget", Upload(multiple=True, accept=accept))
        super().__init__(**kwargs)
        self.most = most

    def clean(self, data: Sequence[UploadedFile] | None, initial: Any = None) -> list[UploadedFile]:
        files = [file for file in data or [] if file]
        if len(files) > self.most:
            raise ValidationError(f"Choose {self.most} files or fewer", code="too_many")
        if not files:
            super().clean(None, initial)
        return [super(FilesField, self).clean(file) for file in files]
