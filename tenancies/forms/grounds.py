"""The grounds in a landlord's notice, as an officer types them."""

from typing import Any

from django import forms

from core.ui.forms import Text


class GroundsField(forms.CharField):
    """Numbers of the rulebook's grounds ("8", "14"), each once, in the order typed; with spaces or commas between."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "The numbers, with spaces between: 8 10 14")
        super().__init__(max_length=60, widget=Text(width=20), **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:
        typed = str(super().clean(value)).upper().replace(",", " ").split()
        return tuple(dict.fromkeys(typed))
