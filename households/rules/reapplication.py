"""Asking for help again after a private rented sector offer (Housing Act 1996 s195A, repealed and saved).

Sources: s195A; Renters' Rights Act 2025 Sch 2; SI 2026/421 reg 10 (saved for offers accepted before 1 May 2026).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from core import dates

REPEALED_ON = date(2026, 5, 1)
YEARS = 2
SOURCE = "Housing Act 1996 s195A; SI 2026/421 reg 10"


@dataclass(frozen=True)
class EarlierOffer:
    """A private offer that ended a main duty, and the day on which they applied again.

    `used_before`: they applied again already after this offer. `restricted_person`: they are homeless, or have
    priority need, only through a restricted person in the household.
    """

    accepted_on: date
    applied_on: date
    used_before: bool = False
    restricted_person: bool = False


def until(accepted_on: date) -> date | None:
    """The last day for a new application: two years beginning with the acceptance. None when none is saved."""
    if accepted_on >= REPEALED_ON:
        return None
    return dates.add_years(accepted_on, YEARS) - timedelta(days=1)


def bar(offer: EarlierOffer) -> str:
    """Why the new application has no right under s195A, in words; empty when it has."""
    last = until(offer.accepted_on)
    if last is None:
        return "The offer was not accepted before 1 May 2026, so no right is saved."
    if offer.applied_on > last:
        return f"They applied after {dates.short(last)}, when the two years ended."
    if offer.used_before:
        return "They applied again after this offer before. The right is for once only."
    if offer.restricted_person:
        return "It rests on a restricted person only."
    return ""


def disregards_need(offer: EarlierOffer | None) -> bool:
    """Whether the main duty follows relief whatever the priority need, unless found intentional (s195A(1))."""
    return offer is not None and not bar(offer)
