from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError


class TelephoneField(forms.CharField):
    """A telephone number as people write it, kept in international form (+441632960001).

    Any possible number is taken: a check against the list of numbers in use would refuse new ones.
    """

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not text:
            return ""
        try:
            number = phonenumbers.parse(text, "GB")
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_possible_number(number):
            raise ValidationError("Enter a telephone number, like 01632 960 001 or +44 7400 123456", code="invalid")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def prepare_value(self, value: Any) -> Any:
        return in_words(value) if isinstance(value, str) and value.startswith("+") else value


def in_words(telephone: str) -> str:
    """A kept number as people in this country read it: 01632 960001. Anything else is left as it is."""
    try:
        number = phonenumbers.parse(telephone, "GB")
    except phonenumbers.NumberParseException:
        return telephone
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if number.country_code == phonenumbers.country_code_for_region("GB")
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(number, style)
