"""Rents by the week and by the month. Each benefit, and the deposit cap, has its own conversion."""

from decimal import Decimal
from enum import StrEnum

from core.money import Money


class Frequency(StrEnum):
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


PAYMENTS_A_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.FORTNIGHTLY: 26,
    Frequency.FOUR_WEEKLY: 13,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.YEARLY: 1,
}


def a_year(rent: Money, frequency: Frequency, free_periods: int = 0) -> Money:
    """The rent of a year, less the periods that are free of rent. Raises ValueError when all or more are free."""
    payments = PAYMENTS_A_YEAR[frequency] - free_periods
    if not 0 < payments <= PAYMENTS_A_YEAR[frequency]:
        raise ValueError("Some of the year's payments must be due")
    return rent * payments


def uc_month(rent: Money, frequency: Frequency, free_periods: int = 0) -> Money:
    """The rent of a month for Universal Credit: 52, 26 or 13 payments over 12 months.

    UC Regs 2013 Sch 4 para 7. The 365 / 7 / 12 of the published allowance is never used on a rent.
    """
    return Money.rounded(a_year(rent, frequency, free_periods).pounds / 12)


def hb_week(rent: Money, frequency: Frequency) -> Money:
    """The rent of a week for Housing Benefit: a monthly rent times 12 over 52. HB Regs 2006 reg 80."""
    return Money.rounded(a_year(rent, frequency).pounds / 52)


def weeks_of_rent(rent: Money, frequency: Frequency, weeks: int) -> Money:
    """So many weeks of rent, a week being the year's rent over 52, down to the penny.

    Tenant Fees Act 2019 Sch 1 para 2: a week's rent is the annual rent divided by 52. Rounding down
    keeps a cap a cap.
    """
    return Money.floored(a_year(rent, frequency).pounds * Decimal(weeks) / 52)
