"""The council's settings, read by kind. A name that no setting has is a mistake in the code: LookupError."""

from datetime import date
from typing import Any

from core.money import Money
from core.rulebook.memory import remembered
from core.rulebook.models import PolicySetting
from core.rulebook.rules import settings
from core.rulebook.rules.settings import SettingKind


@remembered
def named(name: str) -> list[PolicySetting]:
    """A setting as it was, is and will be."""
    return list(PolicySetting.objects.filter(name=name))


def setting(name: str, on: date) -> PolicySetting:
    row = next((row for row in named(name) if row.holds_on(on)), None)
    if row is None:
        raise LookupError(f"No setting {name} on {on}")
    return row


def value(name: str, kind: SettingKind, on: date) -> Any:
    row = setting(name, on)
    if row.kind != kind:
        raise LookupError(f"The setting {name} is a {row.kind}, not a {kind}")
    return settings.read(row.kind, row.value)


def yes(name: str, on: date) -> bool:
    return value(name, SettingKind.YES_NO, on)


def number(name: str, on: date) -> int:
    return value(name, SettingKind.NUMBER, on)


def numbers(name: str, on: date) -> tuple[int, ...]:
    return value(name, SettingKind.NUMBERS, on)


def money(name: str, on: date) -> Money:
    return value(name, SettingKind.MONEY, on)


def day(name: str, on: date) -> date:
    return value(name, SettingKind.DAY, on)


@remembered
def numbers_named(prefix: str, on: date) -> dict[str, int]:
    """Every number whose name begins so, without the beginning: `shortlist_need` as `need`. One query."""
    rows = PolicySetting.objects.on(on).filter(name__startswith=prefix, kind=SettingKind.NUMBER)
    return {row.name.removeprefix(prefix): settings.number(row.value) for row in rows}
