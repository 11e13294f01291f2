"""When rent falls due, and what the landlord's entries come to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core import dates
from core.money import Money
from core.rulebook.rules.rent import Frequency

DAYS = {Frequency.WEEKLY: 7, Frequency.FORTNIGHTLY: 14, Frequency.FOUR_WEEKLY: 28}
MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}


class EntryKind(StrEnum):
    """`AWARD` says how much of what is unpaid waits only for a Universal Credit housing award."""

    DUE = "due"
    PAID = "paid"
    AWARD = "award"


ENTRY_LABELS = {
    EntryKind.DUE: "Rent due",
    EntryKind.PAID: "Rent paid",
    EntryKind.AWARD: "Waiting for a Universal Credit award",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a rent record. `on` is the day due, the day paid, or the day from which an award is known late."""

    kind: EntryKind
    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Balance:
    """What was due and paid by a day. `waiting` is the part of what is owed that waits only for an award."""

    due: Money
    paid: Money
    waiting: Money

    @property
    def owed(self) -> Money:
        """Rent unpaid; nothing when the tenant is ahead."""
        return max(self.due - self.paid, Money.zero())

    @property
    def ahead(self) -> Money:
        return max(self.paid - self.due, Money.zero())


def due_day(first: date, frequency: Frequency, number: int) -> date:
    """The day on which the rent falls due for the period `number`, the first being 0.

    A monthly rent due on the 31st falls due on the last day of a shorter month.
    """
    if frequency in DAYS:
        return first + timedelta(days=DAYS[frequency] * number)
    return dates.add_months(first, MONTHS[frequency] * number)


def due_days(first: date, frequency: Frequency) -> Iterator[date]:
    """Every day on which rent falls due, without end."""
    number = 0
    while True:
        yield due_day(first, frequency, number)
        number += 1


def due_to(first: date, frequency: Frequency, last: date) -> list[date]:
    """The days on which rent fell due up to and on `last`."""
    found = []
    for day in due_days(first, frequency):
        if day > last:
            break
        found.append(day)
    return found


def balance(entries: Iterable[Entry], on: date) -> Balance:
    """How the record stands on a day.

    Rent may be paid until the end of the day on which it falls due, so it counts as unpaid from the
    day after (Dibble v Bowater (1853) 2 E & B 564). The newest word on a late award holds, and never
    for more than is owed.
    """
    due = paid = waiting = Money.zero()
    known = date.min
    for entry in entries:
        if entry.kind is EntryKind.DUE and entry.on < on:
            due += entry.amount
        elif entry.kind is EntryKind.PAID and entry.on <= on:
            paid += entry.amount
        elif entry.kind is EntryKind.AWARD and known <= entry.on <= on:
            known, waiting = entry.on, entry.amount
    return Balance(due, paid, min(waiting, max(due - paid, Money.zero())))
