from typing import Any

from django.core import exceptions
from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.query_utils import DeferredAttribute

from core.errors import DomainError
from core.money import Money
from core.money.forms import MoneyField


class PenceAttribute(DeferredAttribute):
    """Turns a plain number of pence, such as a column default of 0, into Money on assignment."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = Money(value) if type(value) is int else value


class PenceField(models.BigIntegerField):
    """A column of whole pence that reads as Money.

    Plain aggregates give Money too. In an expression write `pence(money)`, and wrap a difference in
    `ExpressionWrapper(..., output_field=PenceField())`. A column default is `0`, that of an empty
    sum `default=0`.
    """

    # What mypy reads for assignment and for attributes.
    _pyi_private_set_type: Money | int | Combinable
    _pyi_private_get_type: Money

    description = "An amount in whole pence"
    descriptor_class = PenceAttribute

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Money | None:
        return None if value is None else Money(int(value))

    def to_python(self, value: Any) -> Money | None:
        if value is None or isinstance(value, Money):
            return value
        if type(value) is int:
            return Money(value)
        try:
            return Money.parse(str(value))
        except DomainError as error:
            raise exceptions.ValidationError(error.message, code=error.code) from error

    def get_prep_value(self, value: Any) -> Any:
        if value is None or hasattr(value, "resolve_expression"):
            return value
        if isinstance(value, Money):
            return value.pence
        if type(value) is int:
            return value
        raise TypeError(f"{self.name or 'This column'} holds Money or whole pence, not {value!r}")

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.pence if isinstance(value, Money) else value)

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else str(value.pence)

    def formfield(self, **kwargs: Any) -> Any:
        options = {"required": not self.blank, "label": self.verbose_name, "help_text": self.help_text}
        return MoneyField(**{**options, **kwargs})


def pence(money: Money) -> models.Value:
    """The amount as a value for a database expression: `F("drawn") + pence(award)`."""
    return models.Value(money.pence, output_field=PenceField())


def total(rows: models.QuerySet, column: str) -> Money:
    """The sum of a pence column over the rows; nothing when there are none.

    Safer than `Sum(column, default=0)`, which gives a plain 0 for a queryset known to be empty.
    """
    return rows.aggregate(total=models.Sum(column))["total"] or Money.zero()
