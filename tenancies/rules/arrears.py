"""Where unpaid rent stands against each level that matters, and when the next is reached if nothing is paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from core.money import Money
from core.rulebook.rules.rent import Frequency, a_year
from tenancies.rules.rent import Balance, due_days

LONGEST = 120
"""How many further rent days are looked at. No level is ten years of rent away."""

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


@dataclass(frozen=True, slots=True)
class Standing:
    """A tenancy against one level on a day.

    `counted` is the unpaid rent that counts for this level. `reached_on` is the first day on which the
    level is met if nothing at all is paid; None when it is met already or cannot be said.
    """

    level: Level
    threshold: Threshold
    owed: Money
    left_out: Money
    reached_on: date | None

    @property
    def counted(self) -> Money:
        return self.owed - self.left_out

    @property
    def met(self) -> bool:
        return self.counted >= self.threshold.amount

    @property
    def short_by(self) -> Money:
        """How much more unpaid rent it would take; nothing when it is met."""
        return max(self.threshold.amount - self.counted, Money.zero())


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


def coming(first: date, frequency: Frequency, on: date) -> list[date]:
    """The rent days that are not unpaid yet on a day: `on` itself and those after it."""
    found: list[date] = []
    for day in due_days(first, frequency):
        if day >= on:
            found.append(day)
        if len(found) == LONGEST:
            return found
    return found


def stand(
    level: Level, balance: Balance, rent: Money, frequency: Frequency, rent_days: Iterable[date], on: date
) -> Standing:
    """Where the unpaid rent stands against one level, and the day it is met if nothing is paid.

    For a level that leaves out an unpaid award (RRA 2025 Sch 1 para 24), what waits only for one does
    not count, and is taken to go on waiting. `rent_days` are the days on which rent falls due from
    `on`; each counts as unpaid from the day after it.
    """
    needed = threshold(level, rent, frequency)
    left_out = balance.waiting if level.leaves_out_award else Money.zero()
    standing = Standing(level, needed, balance.owed, left_out, None)
    if standing.met:
        return standing
    unpaid = balance.due - balance.paid - left_out
    for number, day in enumerate(islice(rent_days, LONGEST), start=1):
        if unpaid + rent * number >= needed.amount:
            reached = max(day + timedelta(days=1), on)
            return Standing(level, needed, balance.owed, left_out, reached)
    return standing


def stand_all(
    levels: Iterable[Level], balance: Balance, rent: Money, frequency: Frequency, first: date, on: date
) -> list[Standing]:
    """Every level in its order. `first` is the tenancy's first rent day."""
    rent_days = coming(first, frequency, on)
    return [stand(level, balance, rent, frequency, rent_days, on) for level in levels]


def next_level(standings: Iterable[Standing]) -> Standing | None:
    """The level that is reached next if nothing is paid."""
    ahead = [each for each in standings if not each.met and each.reached_on is not None]
    return min(ahead, key=lambda each: (each.reached_on, each.threshold.amount), default=None)
