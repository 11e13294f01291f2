"""Where unpaid rent stands against each level that matters, and when the next is reached if nothing is paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from core.money import Money
from core.rulebook.rules.arrears import Level, Threshold, threshold
from core.rulebook.rules.rent import Frequency
from tenancies.rules.rent import Balance, due_days

LONGEST = 120
"""How many further rent days are looked at. No level is ten years of rent away."""


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
