"""How much deposit a landlord may ask of a tenant, and how a council's guarantee stands to that cap."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.money import Money
from core.rulebook.rules.rent import Frequency, a_year, weeks_of_rent


@dataclass(frozen=True, slots=True)
class Cap:
    """So many weeks of rent at most, where the year's rent is `annual_rent_from` or more."""

    annual_rent_from: Money
    weeks: int
    source: str


@dataclass(frozen=True, slots=True)
class DepositCap:
    """The most a tenant may be asked for, with the week's rent and the weeks that make it."""

    amount: Money
    weeks: int
    week: Money
    source: str


def deposit_cap(rent: Money, frequency: Frequency, caps: Iterable[Cap]) -> DepositCap:
    """The cap on a tenancy deposit: 5 weeks' rent below 50,000 pounds a year, 6 from there.

    Tenant Fees Act 2019 Sch 1 para 2. Raises ValueError when no cap covers the rent.
    """
    annual = a_year(rent, frequency)
    covering = [cap for cap in caps if cap.annual_rent_from <= annual]
    if not covering:
        raise ValueError("No deposit cap covers that rent")
    cap = max(covering, key=lambda each: each.annual_rent_from)
    return DepositCap(
        amount=weeks_of_rent(rent, frequency, cap.weeks),
        weeks=cap.weeks,
        week=weeks_of_rent(rent, frequency, 1),
        source=cap.source,
    )


def within_policy(guarantee: Money, cap: DepositCap, reason: str = "") -> bool:
    """Whether the council's own policy lets a guarantee be this large.

    The cap binds what is asked of a tenant. A council's guarantee above it is lawful (Tenant Fees Act 2019
    s1(10)), yet by policy it needs a reason, signed by the head of service.
    """
    return guarantee <= cap.amount or bool(reason.strip())
