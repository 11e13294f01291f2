"""What a page says about the rent: what is unpaid, the lines behind it, and each level with its sum."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from core import dates
from core.access.actor import Actor
from core.money import Money
from core.rulebook.rules.arrears import words
from core.ui.components import Action, Cell, Column, Row, SumLine, Table, Tag
from tenancies.models import RentEntry, Tenancy
from tenancies.rules import advice
from tenancies.rules.arrears import Standing, next_level
from tenancies.rules.rent import ENTRY_LABELS, Balance, EntryKind
from tenancies.rules.tenancy import TenancyState
from tenancies.selectors import rents

LATEST = 12
"""Lines of the record that a page shows before it leads to the whole."""


@dataclass(frozen=True)
class LevelShown:
    """One level on a page: how it stands in words, the sum behind it, and what to do before it."""

    label: str
    tag: Tag
    words: str
    summary: str
    lines: Sequence[SumLine]
    counted: Money
    advice: str


@dataclass(frozen=True)
class RentShown:
    """The rent on a page. `headline` says the hard thing plainly; `next` when the next level is met."""

    headline: str
    next: str
    facts: Sequence[Row]
    lines: Sequence[SumLine]
    total: Money
    total_label: str
    is_unpaid: bool
    levels: Sequence[LevelShown]
    waiting_days: Sequence[str]
    record: Sequence[Row]
    is_long: bool


def shown(tenancy: Tenancy, actor: Actor, on: date, correct: Callable[[int], str] | None = None) -> RentShown:
    """The rent as this actor may see it. `correct` leads from a line to where it is put right."""
    rows = rents.entries(tenancy, actor)
    balance = rents.balance_of(rows, on)
    standings = rents.standings_of(tenancy, rows, on)
    days = rents.not_entered(tenancy, on)
    return RentShown(
        headline=headline(balance, rows),
        next=coming(standings, balance),
        facts=[
            Row("Rent", f"{tenancy.rent.short} {words(tenancy.frequency)}"),
            Row("First rent day", tenancy.first_due_on),
        ],
        lines=sum_lines(balance),
        total=abs(balance.due - balance.paid),
        total_label="Ahead" if balance.ahead else "Unpaid",
        is_unpaid=bool(balance.owed),
        levels=[level(each, actor, on, noticed=tenancy.state == TenancyState.NOTICE_SERVED) for each in standings],
        waiting_days=[dates.in_words(day) for day in days],
        record=record(rows[-LATEST:], correct),
        is_long=len(rows) > LATEST,
    )


def headline(balance: Balance, rows: Sequence[RentEntry]) -> str:
    if not rows:
        return "No rent has been entered yet."
    if balance.ahead:
        return f"The rent is {balance.ahead} ahead."
    if not balance.owed:
        return "All the rent that was entered is paid."
    return f"{balance.owed} of rent is unpaid."


def coming(standings: Sequence[Standing], balance: Balance) -> str:
    following = next_level(standings)
    if not balance.owed or following is None or following.reached_on is None:
        return ""
    label = f"{following.level.label[:1].lower()}{following.level.label[1:]}"
    return f"If nothing is paid, the next level ({label}) is reached on {dates.in_words(following.reached_on)}."


def sum_lines(balance: Balance) -> list[SumLine]:
    return [
        SumLine("Rent that fell due", balance.due, "A rent day counts as unpaid from the day after it"),
        SumLine("Rent paid", -balance.paid, "As it was entered"),
    ]


def level(standing: Standing, actor: Actor, on: date, *, noticed: bool) -> LevelShown:
    lines = [SumLine("Unpaid today", standing.owed, "The rent record")]
    if standing.left_out:
        rule = "Rent unpaid only because a Universal Credit award has not come does not count here"
        lines.append(SumLine("Left out", -standing.left_out, rule, standing.level.source))
    return LevelShown(
        label=standing.level.label,
        tag=Tag("Reached", "yellow") if standing.met else Tag("Not reached"),
        words=how_far(standing, on),
        summary=f"{standing.counted} of {standing.threshold.amount}",
        lines=[*lines, SumLine("The level", standing.threshold.amount, standing.threshold.rule, standing.level.source)],
        counted=standing.counted,
        advice=advice.before(standing.level.key, actor.kind, noticed=noticed),
    )


def how_far(standing: Standing, on: date) -> str:
    if standing.met:
        return "This level is reached."
    if not standing.owed or standing.reached_on is None:
        return "Nothing is unpaid that counts here."
    day = f"{dates.in_words(standing.reached_on)} ({dates.relative(standing.reached_on, on)})"
    return f"{standing.short_by} away. Reached on {day} if nothing is paid."


def record(rows: Sequence[RentEntry], correct: Callable[[int], str] | None) -> list[Row]:
    """The lines that stand, the newest first, each with the way to put it right."""
    found = []
    for row in reversed(rows):
        key = f"{what(row)}, {dates.short(row.day)}"
        action = Action("Put right", correct(row.number), hidden=key) if correct else None
        found.append(Row(key, str(row.amount), action, note=note(row)))
    return found


def what(row: RentEntry) -> str:
    return ENTRY_LABELS[EntryKind(row.kind)]


def note(row: RentEntry) -> str:
    if row.kind == EntryKind.AWARD and row.expected_on:
        return f"Expected on {dates.short(row.expected_on)}"
    return f"Put right: {row.reason}" if row.corrects_id else ""


def history(tenancy: Tenancy, actor: Actor) -> Table:
    """Every line ever entered, the newest first, with who entered it and what took its place."""
    return Table(
        "Everything that was entered",
        [Column("Entered"), Column("What"), Column("Amount", numeric=True), Column("By")],
        [
            [
                Cell(dates.short(dates.today(row.entered_at))),
                Cell(f"{what(row)}, {dates.short(row.day)}", note=fate(row)),
                Cell(str(row.amount)),
                Cell("The landlord" if row.entered_as == "landlord" else "The council"),
            ]
            for row in rents.every_entry(tenancy, actor)
        ],
        empty="No rent has been entered yet.",
    )


def fate(row: RentEntry) -> str:
    later = getattr(row, "corrected_by", None)
    return f"Put right since: {later.reason}" if later else note(row)
