"""The levels of unpaid rent that matter, and how much rent each one takes."""

from dataclasses import dataclass

from core.money import Money
from core.rulebook.rules.rent import Frequency, a_year

WEEKS_A_PERIOD = {Frequency.WEEKLY: 1, Frequency.FORTNIGHTLY: 2, Frequency.FOUR_WEEKLY: 4}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of unpaid rent, as the rulebook holds it for the tenancy's regime.

    `months` counts where rent is paid by the month or more seldom, `weeks` where it is paid more often;
    a level with only one of the two uses it for every rent. `ground` is the ground for possession
    that it makes out, if any.
    """

    key: str
    label: str
    months: int
    weeks: int
    ground: str
    leaves_out_award: bool
    source: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least unpaid rent that meets a level, with the rule that made it."""

    amount: Money
    rule: str


def threshold(level: Level, rent: Money, frequency: Frequency) -> Threshold:
    """So many months or weeks of rent, up to the whole penny: "at least" is not met by a fraction less.

    Housing Act 1988 Sch 2 ground 8: weeks where the rent is payable weekly or fortnightly, months where
    it is payable monthly. A week of a monthly rent is the year's rent over 52, a month of a weekly
    rent the year's over 12.
    """
    by_the_week = frequency in WEEKS_A_PERIOD
    if level.weeks and (by_the_week or not level.months):
        if by_the_week:
            pence, parts = rent.pence * level.weeks, WEEKS_A_PERIOD[frequency]
            return Threshold(Money(-(-pence // parts)), f"{rent} {words(frequency)}, for {level.weeks} weeks")
        pence = a_year(rent, frequency).pence * level.weeks
        return Threshold(Money(-(-pence // 52)), f"A year's rent ÷ 52 × {level.weeks}, up to the penny")
    if frequency is Frequency.MONTHLY:
        return Threshold(rent * level.months, f"{rent} a month × {level.months}")
    pence = a_year(rent, frequency).pence * level.months
    return Threshold(Money(-(-pence // 12)), f"A year's rent ÷ 12 × {level.months}, up to the penny")


def words(frequency: Frequency) -> str:
    """ "a week", "every four weeks"."""
    return {
        Frequency.WEEKLY: "a week",
        Frequency.FORTNIGHTLY: "every two weeks",
        Frequency.FOUR_WEEKLY: "every four weeks",
        Frequency.MONTHLY: "a month",
        Frequency.QUARTERLY: "a quarter",
        Frequency.YEARLY: "a year",
    }[frequency]
