from typing import Any

from django import forms


class KeptField(forms.Field):
    """References that the service keeps for a page, such as those of uploaded files. Yields a list of texts.

    Name it in `Page.kept`, so that no browser can write it.
    """

    widget = forms.MultipleHiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)

    def to_python(self, value: Any) -> list[str]:
        return [str(item) for item in value or []]

    def prepare_value(self, value: Any) -> list[str]:
        return self.to_python(value)
