"""What the Housing Act 1996 says of people who left care."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core import dates

PROTECTED_TO_AGE = 25


def never_intentional(*, born_on: date, decided_on: date, bar_from: date) -> bool:
    """Whether someone who left care cannot be found homeless intentionally by a decision of a day.

    A relevant child, and a former relevant child until the day before the 25th birthday, from the day on which the
    bar began (s191(1ZA)-(1C); Children's Wellbeing and Schools Act 2026 s9).
    """
    return decided_on >= bar_from and dates.age_on(born_on, decided_on) < PROTECTED_TO_AGE


@dataclass(frozen=True)
class District:
    """A local housing authority's district. `county` is the county council's area that it lies in, if it has one."""

    code: str
    county: str


def connected_with(council: str, districts: Iterable[District]) -> set[str]:
    """The districts with which a care leaver has a local connection, by code (s199(8)).

    `council` owes them help as a former relevant child (Children Act 1989 s23C): a county by name, or an authority
    that has no county above it by code. A county council connects them with every district of its area (8)(b), any
    other council with its own (8)(a).
    """
    return {each.code for each in districts if council and council in (each.county, each.code)}
