"""What a cell may hold. Each reader takes the text of a cell and raises DomainError in words."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from core.errors import DomainError
from core.money import Money
from core.rulebook.rules import settings

Reader = Callable[[str], Any]

yes_no = settings.yes_no
number = settings.number
day = settings.day
money = Money.parse


def text(cell: str) -> str:
    if not cell:
        raise DomainError("This cell is empty.", code="empty")
    return cell


def slug(cell: str) -> str:
    """A key that code and files use: letters, digits and underscores."""
    if not re.fullmatch(r"[A-Za-z0-9_]{1,80}", cell, re.ASCII):
        raise DomainError("A key is made of letters, digits and underscores.", code="not_a_key")
    return cell


def share(cell: str) -> Decimal:
    """A part of one, such as 0.55."""
    try:
        value = Decimal(cell)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not 0 <= value <= 1:
        raise DomainError("This must be a number from 0 to 1.", code="not_a_share")
    return value


def day_after(cell: str) -> date:
    """A last day covered, read as the first day not covered."""
    return day(cell) + timedelta(days=1)


def one_of(kind: type[StrEnum]) -> Reader:
    def reader(cell: str) -> str:
        try:
            return kind(cell).value
        except ValueError:
            choices = ", ".join(each.value for each in kind)
            raise DomainError(f"This must be one of: {choices}.", code="not_a_choice") from None

    return reader


def blank_or(reader: Reader, blank: Any = None) -> Reader:
    return lambda cell: reader(cell) if cell else blank


def any_text(cell: str) -> str:
    return cell
