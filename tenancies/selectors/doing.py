"""What a person can do now about a tenancy."""

from datetime import date

from django.urls import reverse
from django.utils.text import capfirst

from core import dates
from core.access.actor import Actor, Can, Kind
from core.deadlines.models import Deadline
from core.documents.models import Document
from core.ui.addresses import page_url
from core.ui.components import Action, Row
from tenancies import letters
from tenancies.models import Tenancy
from tenancies.rules.direct_payment import TWO_MONTHS
from tenancies.rules.tenancy import ATTENDED, LIVE, NOTICE_CLOCK, TENANCY, TenancyState
from tenancies.selectors import notices, rents

MOVES = (
    ("serve_notice", "notice", "Record the landlord’s notice"),
    ("withdraw_notice", "withdraw_notice", "The landlord took the notice back"),
    ("tenant_notice", "tenant_notice", "Record the tenant’s notice"),
    ("stay", "stay", "The tenant stays"),
    ("put_at_risk", "put_at_risk", "It needs help to last"),
    ("recover", "recover", "It stands again"),
    ("end", "end", "End the tenancy"),
)


def address(row: Tenancy, door: str, action: str, *more: object) -> str:
    return reverse(f"tenancies_{door}_{action}", args=[row.reference, *more])


def rent(row: Tenancy, actor: Actor, on: date) -> list[Action]:
    """What may be entered about the rent. The first is what is asked most."""
    if actor.kind is not Kind.LANDLORD and not actor.can(Can.START_TENANCIES):
        return []
    door = "landlord" if actor.kind is Kind.LANDLORD else "office"
    missing = rents.not_entered(row, on)
    found = [Action("Enter the rent", address(row, door, "rent"))] if missing else []
    style = "secondary" if found else "primary"
    found.append(Action("Enter a payment", address(row, door, "payment"), style=style))
    if rents.balance(row, on, actor).owed:
        found.append(Action("Some of it waits for Universal Credit", address(row, door, "award"), style="secondary"))
    if not row.entries.exists():
        found.append(Action("Change the rent day", address(row, door, "rent_day"), style="secondary"))
    return found


def arrears_sheet(row: Tenancy, actor: Actor, on: date) -> list[Action]:
    """The landlord's facts sheet, once two months of rent is unpaid."""
    standings = rents.standings_of(row, rents.shown_to_landlord(row), on)
    if not any(each.level.key == TWO_MONTHS and each.met for each in standings):
        return []
    if actor.kind is Kind.LANDLORD:
        return [Action("Make a facts sheet", address(row, "landlord", "make_sheet"), style="secondary")]
    if not actor.can(Can.START_TENANCIES):
        return []
    return [Action("Make the landlord’s sheet", address(row, "office", "make_sheet"), style="secondary")]


def office(row: Tenancy, actor: Actor) -> list[Action]:
    """What can be done now: first what waits to be done, if anything does, then the moves of the tenancy's life."""
    if row.state not in LIVE:
        return []
    looks_after = actor.can(Can.START_TENANCIES)
    found = [("Check the notice", "check_notice")] if looks_after and row.state == TenancyState.NOTICE_SERVED else []
    found += [("Put the notice into the case", "case_notice")] if for_the_case(row, actor) else []
    found += [("Tick what is done", "tick")] if looks_after and not all(row.checks.values()) else []
    first = len(found[:1])
    if looks_after:
        found += [(label, name) for event, name, label in MOVES if TENANCY.can(row.state, event)]
    return [
        Action(label, address(row, "office", name), style="primary" if place < first else "secondary")
        for place, (label, name) in enumerate(found)
    ]


def for_the_case(row: Tenancy, actor: Actor) -> bool:
    """Whether this officer works on cases, and the household's record lacks a notice of the landlord."""
    under_notice = row.state in (TenancyState.NOTICE_SERVED, TenancyState.ENDING)
    return under_notice and actor.can(Can.WORK_HOUSEHOLDS) and bool(notices.not_in_case(row))


def waiting(row: Tenancy, actor: Actor) -> list[Row]:
    """What waits for an officer to say what came of it: what a notice asks for, then the rest, each soonest first."""
    found = Deadline.objects.open().about(row.subject).filter(kind__in=ATTENDED).soonest_first(NOTICE_CLOCK)
    return [Row(f"By {dates.short(each.due_on)}", capfirst(each.what), attend(row, each, actor)) for each in found]


def attend(row: Tenancy, each: Deadline, actor: Actor) -> Action | None:
    if not actor.can(Can.START_TENANCIES):
        return None
    said = f": {ATTENDED[each.kind].lower()}"
    return Action("Done: say what came of it", address(row, "office", "attended", each.kind), hidden=said)


def concern(row: Tenancy, actor: Actor) -> list[Action]:
    """The way to tell us early that something is wrong."""
    names = {
        Kind.LANDLORD: ("tenancies_landlord_tell_us", row.reference),
        Kind.RESIDENT: ("tenancies_resident_reports",),
    }
    address = page_url(*names[actor.kind]) if actor.kind in names and row.state in LIVE else ""
    return [Action("Tell us about a problem", address, style="secondary")] if address else []


def tenant_sheet(row: Tenancy, actor: Actor) -> list[Action]:
    if not actor.can(Can.START_TENANCIES) or row.state not in LIVE:
        return []
    return [Action("Make the tenant’s sheet", address(row, "office", "direct_payment"), style="secondary")]


SHEETS = {letters.TENANT_TEMPLATE: "The tenant’s sheet", letters.LANDLORD_TEMPLATE: "The landlord’s sheet"}


def sheets(row: Tenancy, door: str, *purposes: str) -> list[Row]:
    """The facts sheets that this door opens, the newest first."""
    found = Document.objects.about(row.subject).filter(purpose__in=purposes).order_by("-created_at", "-pk")
    return [
        Row(
            SHEETS[each.purpose] if door == "office" else "Facts sheet",
            dates.today(each.created_at),
            Action("Read", address(row, door, "sheet", each.reference), hidden=f"the sheet {each.reference}"),
        )
        for each in found
    ]
