from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.errors import DomainError
from core.places.rules import postcode


class PostcodeField(forms.CharField):
    """A postcode as people type it, kept as "DA1 1AB". Says what is wrong with one that cannot be."""

    widget = forms.TextInput(attrs={"autocomplete": "postal-code", "class": "govuk-input--width-10"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not text:
            return ""
        try:
            return str(postcode.parse(text))
        except DomainError as error:
            raise ValidationError(error.message, code=error.code or "invalid") from error
