"""The rent record as it stands, and where it stands against each level."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch

from core.access.actor import Actor, system
from core.rulebook.rules.arrears import Level
from core.rulebook.selectors import law
from tenancies.models import RentEntry, Tenancy
from tenancies.rules import arrears, rent
from tenancies.rules.arrears import Standing
from tenancies.rules.rent import Balance, EntryKind

EVERYTHING = system("rent record")


def entries(tenancy: Tenancy, actor: Actor = EVERYTHING) -> list[RentEntry]:
    """The lines that stand, the oldest first, that this actor may see."""
    return list(tenancy.entries.standing().shown_to(actor))


def every_entry(tenancy: Tenancy, actor: Actor) -> list[RentEntry]:
    """Every line ever entered, the newest first, with what corrects it."""
    rows = tenancy.entries.shown_to(actor).select_related("corrected_by", "corrects", "entered_by")
    return list(rows.order_by("-number"))


def balance(tenancy: Tenancy, on: date, actor: Actor = EVERYTHING) -> Balance:
    """What was due and paid by a day, as this actor may see it."""
    return balance_of(entries(tenancy, actor), on)


def balance_of(rows: Iterable[RentEntry], on: date) -> Balance:
    return rent.balance([row.fact for row in rows], on)


def levels(tenancy: Tenancy, on: date) -> list[Level]:
    return [law.level(row) for row in law.arrears_levels(tenancy.regime, on)]


def standings(tenancy: Tenancy, on: date, actor: Actor = EVERYTHING) -> list[Standing]:
    """The tenancy against every level of the law on a day, as this actor may see it."""
    return standings_of(tenancy, entries(tenancy, actor), on)


def standings_of(tenancy: Tenancy, rows: Iterable[RentEntry], on: date) -> list[Standing]:
    return arrears.stand_all(
        levels(tenancy, on), balance_of(rows, on), tenancy.rent, tenancy.frequency, tenancy.first_due_on, on
    )


def shown_to_landlord(tenancy: Tenancy) -> list[RentEntry]:
    """The lines that stand and that the landlord may see, whoever asks."""
    return list(tenancy.entries.standing().filter(shared=True))


def behind(key: str, on: date) -> set[str]:
    """References of the tenancies that have not ended and meet this level on a day, by what was entered.

    A constant number of queries, whatever the number of tenancies.
    """
    rows = Tenancy.objects.live().filter(entries__isnull=False).distinct()
    lines = Prefetch("entries", RentEntry.objects.standing(), to_attr="lines")
    known: dict[str, list[Level]] = {}
    found = set()
    for row in rows.prefetch_related(lines):
        if row.regime not in known:
            known[row.regime] = [each for each in levels(row, on) if each.key == key]
        balance = balance_of(row.lines, on)
        standings = arrears.stand_all(known[row.regime], balance, row.rent, row.frequency, row.first_due_on, on)
        if any(each.met for each in standings):
            found.add(row.reference)
    return found


def not_entered(tenancy: Tenancy, on: date) -> list[date]:
    """The rent days that have come and are not entered yet, the oldest first. None after the tenancy ended."""
    last = min(on, tenancy.ended_on) if tenancy.ended_on else on
    known = set(tenancy.entries.filter(kind=EntryKind.DUE).values_list("day", flat=True))
    days = rent.due_to(tenancy.first_due_on, tenancy.frequency, last)
    return [day for day in days if day not in known]
