"""The council's settings: what its policy leaves open, each a value with the days it holds."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from core.errors import DomainError
from core.money import Money


class SettingKind(StrEnum):
    YES_NO = "yes_no"
    NUMBER = "number"
    NUMBERS = "numbers"
    MONEY = "money"
    DAY = "day"


def yes_no(text: str) -> bool:
    if text not in ("yes", "no"):
        raise DomainError("This must be yes or no.", code="not_yes_or_no")
    return text == "yes"


def number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text, re.ASCII):
        raise DomainError("This must be a whole number.", code="not_a_number")
    return int(text)


def numbers(text: str) -> tuple[int, ...]:
    """Whole numbers with spaces between."""
    return tuple(number(each) for each in text.split())


def day(text: str) -> date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise DomainError("This must be a real date as year-month-day, like 2026-11-21.", code="not_a_day") from None


READERS: dict[SettingKind, Callable[[str], Any]] = {
    SettingKind.YES_NO: yes_no,
    SettingKind.NUMBER: number,
    SettingKind.NUMBERS: numbers,
    SettingKind.MONEY: Money.parse,
    SettingKind.DAY: day,
}


def read(kind: str, text: str) -> Any:
    """The value of a setting. Raises DomainError when the text is not of its kind."""
    return READERS[SettingKind(kind)](text)
