"""A deposit guarantee in force: what is covered today, and what starts the rest."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move
from deposits.rules.terms import Terms

INVENTORY_REMINDER_DAYS = (3, 7, 12)


class GuaranteeState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"
    VOID = "void"


G = GuaranteeState

GUARANTEE = Machine(
    "guarantee",
    G.ACTIVE,
    [
        State(
            G.ACTIVE,
            "In force",
            Holder.NOBODY,
            "It covers the tenancy until the day shown, or until the tenancy ends if that is sooner.",
            colour=Colour.GREEN,
        ),
        State(
            G.ENDED,
            "Ended",
            Holder.NOBODY,
            "You can still claim within the time shown for what happened before it ended.",
            colour=Colour.GREY,
            terminal=True,
            office="The landlord can still claim within the time shown for what happened before it ended.",
        ),
        State(
            G.VOID,
            "Void",
            Holder.NOBODY,
            "A manager wrote to you with the reason.",
            colour=Colour.RED,
            terminal=True,
            office="A manager wrote to the landlord with the reason.",
        ),
    ],
    [
        move("end", [G.ACTIVE], G.ENDED, "End"),
        move("void", [G.ACTIVE], G.VOID, "Make void"),
    ],
)


class EndReason(StrEnum):
    EXPIRED = "expired"
    REPLACED_BY_DEPOSIT = "replaced_by_deposit"
    TENANCY_ENDED = "tenancy_ended"
    CLAIM_PAID_TO_CAP = "claim_paid_to_cap"
    LANDLORD_BREACH = "landlord_breach"
    SURRENDERED = "surrendered"
    GIVEN_BY_MISTAKE = "given_by_mistake"


@dataclass(frozen=True)
class End:
    """Why a guarantee is over. `end_on` is the first day that it does not cover."""

    reason: EndReason
    end_on: date


def ending(start_on: date, end_on: date, tenancy_ended_on: date | None, on: date) -> End | None:
    """Why a guarantee is over on a day: its tenancy ended, or its time ran out. None while it runs.

    The last day of the tenancy is still covered, and never a day after the guarantee's own end.
    """
    if tenancy_ended_on is not None and tenancy_ended_on < on:
        return End(EndReason.TENANCY_ENDED, min(end_on, max(tenancy_ended_on, start_on) + timedelta(days=1)))
    return End(EndReason.EXPIRED, end_on) if end_on <= on else None


@dataclass(frozen=True)
class Cover:
    """One kind of cover on a day: from when it stands, or what starts it."""

    label: str
    covered: bool
    since: date | None
    words: str


def ends_on(start_on: date, terms: Terms) -> date:
    """The first day that the guarantee no longer covers."""
    return dates.add_months(start_on, terms.months)


def cover(
    terms: Terms, start_on: date, end_on: date, inventory_on: date | None, on: date, *, void: bool = False
) -> list[Cover]:
    """What is covered on a day. Arrears cover starts with the tenancy; damage cover when the signed inventory
    with photographs is in. A late inventory makes damage cover wait; nothing voids by itself. A void guarantee
    covers nothing."""
    found: list[Cover] = []
    running = start_on <= on < end_on and not void
    last = dates.short(end_on - timedelta(days=1))
    if terms.covers_arrears:
        words = f"Covered to {last}." if running else "Not covered today."
        found.append(Cover("Rent arrears", running, start_on, words))
    if terms.covers_damage:
        since = max(start_on, inventory_on) if inventory_on else None
        standing = running and since is not None and since <= on
        if standing:
            words = f"Covered to {last}."
        elif running and since is None:
            words = "Starts when the signed inventory with photographs is in."
        else:
            words = "Not covered today."
        found.append(Cover("Damage", standing, since, words))
    return found


def inventory_reminders(start_on: date) -> list[date]:
    """The days on which whoever holds the inventory is reminded: 3, 7 and 12 after the start."""
    return [start_on + timedelta(days=day) for day in INVENTORY_REMINDER_DAYS]


def claim_last_day(tenancy_ended_on: date, terms: Terms) -> date:
    """The last day to claim: so many days after the tenancy ended."""
    return tenancy_ended_on + timedelta(days=terms.claim_days)


def late_claim_last_day(tenancy_ended_on: date, terms: Terms) -> date:
    """The last day to claim for somebody with a good reason for being late: the scheme's reasoned late route."""
    return claim_last_day(tenancy_ended_on, terms) + timedelta(days=terms.late_claim_days)


def nothing_to_come(state: str, tenancy_ended_on: date | None, terms: Terms, on: date) -> bool:
    """Whether no claim can come any more: the guarantee is void, or ended with its tenancy and both windows passed.

    One that has run out while the tenancy goes on still stands for what happened before its end.
    """
    if state == GuaranteeState.VOID:
        return True
    if state != GuaranteeState.ENDED or tenancy_ended_on is None:
        return False
    return on > late_claim_last_day(tenancy_ended_on, terms)
