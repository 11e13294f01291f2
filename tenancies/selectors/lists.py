"""Lists of tenancies, each page of them in a constant number of queries."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from core import dates
from core.access.actor import Actor
from core.money import Money
from core.rulebook.models import ArrearsLevel
from core.rulebook.rules.arrears import Level
from core.rulebook.selectors import law
from core.ui.addresses import record_url
from core.ui.components import Cell, Column, Table, Tag
from tenancies.models import RentEntry, Tenancy
from tenancies.rules import arrears
from tenancies.rules.tenancy import TENANCY, TenancyState
from tenancies.selectors import rents

HOME = "nomination__let__home"
SHOWN = (
    *("reference", "state", "rent", "rent_frequency", "regime", "started_on", "first_due_on"),
    *(f"{HOME}__{part}" for part in ("address", "town", "postcode", "landlord__name")),
)


def tenancies(actor: Actor, *, q: str = "", state: str = "") -> "QuerySet[Tenancy]":
    """The tenancies that the actor may see, the newest first, with their rent as this actor may see it."""
    entries = Prefetch("entries", RentEntry.objects.standing().shown_to(actor), to_attr="shown_entries")
    rows = Tenancy.objects.visible_to(actor).select_related(f"{HOME}__landlord").only(*SHOWN)
    if state in TENANCY.states:
        rows = rows.filter(state=state)
    if text := q.strip():
        rows = rows.filter(
            Q(reference__iexact=text)
            | Q(**{f"{HOME}__landlord__name__icontains": text})
            | Q(**{f"{HOME}__postcode__iexact": text})
        )
    return rows.prefetch_related(entries).order_by("-started_on", "-id")


def state_tag(row: Tenancy) -> Tag:
    state = TENANCY.state(row.state)
    return Tag(state.label, state.colour)


def plain_tag(row: Tenancy) -> Tag:
    """How it stands, for the two sides: that we think it at risk is ours alone."""
    shown = TenancyState.STARTED if row.state == TenancyState.AT_RISK else row.state
    state = TENANCY.state(shown)
    words = "Running" if row.state in (TenancyState.STARTED, TenancyState.AT_RISK) else state.label
    return Tag(words, state.colour)


def levels_by_regime(on: date) -> dict[str, list[Level]]:
    """Every level of every regime on a day, in one query."""
    found: dict[str, list[Level]] = {}
    for row in ArrearsLevel.objects.on(on).order_by("order"):
        found.setdefault(row.regime, []).append(law.level(row))
    return found


def unpaid(row: Tenancy, levels: Sequence[Level], on: date) -> Cell:
    """What is unpaid, and the highest level that it reaches."""
    balance = rents.balance_of(row.shown_entries, on)
    if not row.shown_entries:
        return Cell("Not entered yet")
    standings = arrears.stand_all(levels, balance, row.rent, row.frequency, row.first_due_on, on)
    reached = [each.level.label for each in standings if each.met]
    return Cell(str(balance.owed or Money.zero()), note=reached[-1] if reached else "")


def office_table(rows: Iterable[Tenancy], actor: Actor, on: date) -> Table:
    levels = levels_by_regime(on)
    columns = ("Reference", "Home", "Landlord", "Began", "Unpaid", "State")
    return Table(
        caption="Tenancies",
        caption_hidden=True,
        columns=[Column(label, numeric=label == "Unpaid", whole=label == "Began") for label in columns],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor)),
                Cell(row.nomination.let.home.area_label),
                Cell(row.nomination.let.home.landlord.name),
                Cell(dates.short(row.started_on)),
                unpaid(row, levels.get(row.regime, []), on),
                Cell(state_tag(row)),
            ]
            for row in rows
        ],
        empty="No tenancy matches. Take a filter away.",
    )


def landlord_table(rows: Iterable[Tenancy], actor: Actor, on: date) -> Table:
    levels = levels_by_regime(on)
    return Table(
        caption="Your tenancies",
        caption_hidden=True,
        columns=[Column("Home"), Column("Unpaid", numeric=True), Column("How it stands")],
        rows=[
            [
                Cell(row.known_as, url=record_url(row.subject, actor), note=row.reference),
                unpaid(row, levels.get(row.regime, []), on),
                Cell(plain_tag(row)),
            ]
            for row in rows
        ],
        empty="You have no tenancy through us yet. It stands here from the day of the keys.",
    )


def resident_table(rows: Iterable[Tenancy], actor: Actor) -> Table:
    return Table(
        caption="Your homes",
        caption_hidden=True,
        columns=[Column("Home"), Column("Since"), Column("How it stands")],
        rows=[
            [
                Cell(row.known_as, url=record_url(row.subject, actor)),
                Cell(dates.short(row.started_on)),
                Cell(plain_tag(row)),
            ]
            for row in rows
        ],
        empty="You have no home through us yet. When you have the keys of one, it stands here.",
    )
