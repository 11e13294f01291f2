from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.errors import DomainError
from core.money import Money


class MoneyField(forms.CharField):
    """An amount in pounds, typed as "950", "£950" or "1,234.50". Cleans to Money, or None when empty.

    `least` and `most` bound it, both included.
    """

    prefix = "£"

    def __init__(self, *, least: Money | None = None, most: Money | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {}).setdefault("required", "Enter an amount in pounds, like 950 or 950.00.")
        super().__init__(empty_value=None, **kwargs)
        self.least = least
        self.most = most

    def to_python(self, value: Any) -> Money | None:
        if isinstance(value, Money):
            return value
        typed = super().to_python(value)
        if typed is None:
            return None
        try:
            return Money.parse(typed)
        except DomainError as error:
            raise ValidationError(error.message, code=error.code) from error

    def validate(self, value: Money | None) -> None:
        super().validate(value)
        if value is None:
            return
        if self.least is not None and value < self.least:
            raise ValidationError(f"The amount must be {self.least.short} or more.", code="amount_too_small")
        if self.most is not None and value > self.most:
            raise ValidationError(f"The amount must be {self.most.short} or less.", code="amount_too_large")

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.plain if isinstance(value, Money) else value)

    def prepare_value(self, value: Any) -> Any:
        return value.plain if isinstance(value, Money) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "decimal", "spellcheck": "false"}
