"""The rent record: what fell due and what was paid, as the landlord or an officer enters it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max

from core import dates
from core.access.actor import Actor, Can, Kind
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.errors import DomainError
from core.money import Money
from core.rulebook.selectors import policy
from core.states import Holder
from tenancies import policies
from tenancies.models import RentEntry, Tenancy
from tenancies.rules.rent import EntryKind
from tenancies.rules.tenancy import LIVE
from tenancies.selectors import rents

RELATED = ("nomination__let__home__landlord", "nomination__household")
ARREARS = "arrears"
TALK_FROM = "one_month"
"""The level from which an officer talks with both."""


@dataclass(frozen=True)
class Period:
    """One rent day: what fell due on it, and what was paid for it."""

    due_on: date
    due: Money
    paid: Money


@dataclass(frozen=True)
class Line:
    """One new line of the record, before it has its number."""

    kind: EntryKind
    day: date
    amount: Money
    expected_on: date | None = None
    shared: bool = True
    corrects: RentEntry | None = None
    reason: str = ""


@transaction.atomic
def enter(*, ref: str, seen: int, periods: Sequence[Period], actor: Actor, at: datetime) -> Tenancy:
    """Enter the rent of one or more rent days, several at once.

    Raises DomainError when a day is not a rent day of this tenancy, has not come, or is in already.
    """
    tenancy = opened(ref, seen, actor)
    on = dates.today(at)
    if not periods:
        raise DomainError("Say for at least one rent day what was paid.", code="no_periods")
    waiting = rents.not_entered(tenancy, on)
    for period in periods:
        if period.due_on not in waiting:
            raise DomainError(f"The rent for {dates.short(period.due_on)} is not waiting.", code="not_a_rent_day")
    lines = [Line(EntryKind.DUE, each.due_on, each.due) for each in periods]
    lines += [Line(EntryKind.PAID, each.due_on, each.paid) for each in periods if each.paid]
    days = [each.due_on for each in periods]
    return written(tenancy, "enter_rent", lines, {"rent_days": days}, actor, at)


@transaction.atomic
def pay(*, ref: str, seen: int, paid_on: date, amount: Money, actor: Actor, at: datetime) -> Tenancy:
    """Enter a payment of rent by the day it was paid."""
    tenancy = opened(ref, seen, actor)
    if not tenancy.started_on <= paid_on <= dates.today(at):
        raise DomainError("The day is between the start of the tenancy and today.", field="paid_on")
    if not amount:
        raise DomainError("Enter what was paid.", field="amount")
    return written(tenancy, "enter_payment", [Line(EntryKind.PAID, paid_on, amount)], {"paid_on": paid_on}, actor, at)


@transaction.atomic
def await_award(
    *,
    ref: str,
    seen: int,
    amount: Money,
    expected_on: date | None = None,
    shared: bool = False,
    actor: Actor,
    at: datetime,
) -> Tenancy:
    """Say how much of what is unpaid waits only for a Universal Credit housing award; nothing once it has come.

    It does not count for ground 8 while it waits (RRA 2025 Sch 1 para 24). What an officer has from the
    tenant is kept from the landlord unless the tenant agreed (`shared`); what the landlord enters is theirs to
    see. Raises DomainError for more than is owed.
    """
    tenancy = opened(ref, seen, actor)
    on = dates.today(at)
    owed = rents.balance(tenancy, on, actor).owed
    if amount > owed:
        raise DomainError(f"That is more than the {owed} that is unpaid today.", field="amount", code="more_than_owed")
    told = shared or actor.kind is Kind.LANDLORD
    line = Line(EntryKind.AWARD, on, amount, expected_on if amount else None, told)
    return written(tenancy, "await_award", [line], {"shared": told}, actor, at)


@transaction.atomic
def correct(
    *, ref: str, seen: int, number: int, day: date, amount: Money, reason: str, actor: Actor, at: datetime
) -> Tenancy:
    """Put a line right with a new one. The old line stays in the history with the reason.

    Raises DomainError when there is no such line, it was corrected before, or the day is to come. What was
    due stays on its rent day.
    """
    tenancy = opened(ref, seen, actor)
    entry = tenancy.entries.standing().shown_to(actor).filter(number=number).first()
    if entry is None:
        raise DomainError("That line was corrected before. Open the rent record again.", code="no_such_line")
    if entry.kind == EntryKind.DUE:
        day = entry.day
    if not tenancy.started_on <= day <= dates.today(at):
        raise DomainError("The day is between the start of the tenancy and today.", field="day")
    line = Line(EntryKind(entry.kind), day, amount, entry.expected_on, entry.shared, entry, reason)
    return written(tenancy, "correct_rent", [line], {"line": number}, actor, at)


@transaction.atomic
def set_rent_day(*, ref: str, seen: int, first_due_on: date, actor: Actor, at: datetime) -> Tenancy:
    """Set the first rent day, from which the others follow, before any rent is entered.

    Raises DomainError when rent is in already, or the day is before the tenancy or over a month after its start.
    """
    tenancy = opened(ref, seen, actor)
    if tenancy.entries.exists():
        raise DomainError("Rent has been entered for the old rent day. Ring us to change it.", field="first_due_on")
    if not tenancy.started_on <= first_due_on <= dates.add_months(tenancy.started_on, 1):
        raise DomainError("The first rent day is within a month of the start.", field="first_due_on")
    before = tenancy.first_due_on
    tenancy.write(first_due_on=first_due_on)
    audit.record(
        actor=actor,
        action="tenancy.set_rent_day",
        subject=tenancy.subject,
        at=at,
        before={"first_due_on": before},
        after={"first_due_on": first_due_on},
    )
    return tenancy


def opened(ref: str, seen: int, actor: Actor) -> Tenancy:
    tenancy = Tenancy.objects.select_related(*RELATED).lock(ref, seen=seen)
    policies.may_enter_rent(actor, tenancy).require()
    return tenancy


def written(
    tenancy: Tenancy, action: str, lines: Sequence[Line], after: dict[str, object], actor: Actor, at: datetime
) -> Tenancy:
    """Add the lines, audit them, and put arrears that have grown into an officer's queue."""
    last = tenancy.entries.aggregate(last=Max("number"))["last"] or 0
    RentEntry.objects.bulk_create(
        RentEntry(
            tenancy=tenancy,
            number=number,
            kind=line.kind,
            day=line.day,
            amount=line.amount,
            expected_on=line.expected_on,
            shared=line.shared,
            corrects=line.corrects,
            reason=line.reason,
            entered_by_id=actor.user_id,
            entered_as=actor.kind,
            entered_at=at,
        )
        for number, line in enumerate(lines, start=last + 1)
    )
    lines_after = {"lines": [number for number, _ in enumerate(lines, start=last + 1)]}
    audit.record(
        actor=actor, action=f"tenancy.{action}", subject=tenancy.subject, at=at, after={**after, **lines_after}
    )
    tenancy.write()
    watch(tenancy, at)
    return tenancy


def watch(tenancy: Tenancy, at: datetime) -> None:
    """From a month of rent unpaid an officer talks with both; once that is paid, nothing waits any more.

    A call that waits stays on its day, however many lines come after it.
    """
    if tenancy.state not in LIVE:
        return
    on = dates.today(at)
    met = next((each for each in rents.standings(tenancy, on) if each.level.key == TALK_FROM and each.met), None)
    if met is None:
        deadlines.done(kind=ARREARS, subject=tenancy.subject, at=at, outcome="paid")
        return
    if talked_about(tenancy, on):
        return
    deadlines.set_deadline(
        kind=ARREARS,
        subject=tenancy.subject,
        what="talk with the tenant, in a way that is safe for them, then with the landlord: a month of rent is unpaid",
        holder=Holder.COUNCIL,
        capability=Can.START_TENANCIES,
        person_id=tenancy.nomination.household.lead_officer_id,
        due_on=dates.add_working_days(on, policy.number("amber_contact_working_days", on)),
        at=at,
    )


def watch_all(*, at: datetime) -> int:
    """Look at rent that became late, or was caught up with, by the calendar alone. How many calls were set or ended.

    Safe to run twice.
    """
    on = dates.today(at)
    behind = rents.behind(TALK_FROM, on)
    waits = Deadline.objects.open().filter(kind=ARREARS, subject_kind=Tenancy.KIND)
    waiting = set(waits.values_list("subject_reference", flat=True))
    return sum(look(ref=ref, at=at) for ref in sorted(behind ^ waiting))


@transaction.atomic
def look(*, ref: str, at: datetime) -> bool:
    """Look at one tenancy. Whether its call was set or ended by that."""
    tenancy = Tenancy.objects.select_related(*RELATED).lock(ref)
    waits = Deadline.objects.open().about(tenancy.subject).filter(kind=ARREARS)
    before = waits.exists()
    watch(tenancy, at)
    return waits.exists() is not before


def talked_about(tenancy: Tenancy, on: date) -> bool:
    """Whether a call waits already, or an officer has said lately what came of the last one."""
    last = Deadline.objects.about(tenancy.subject).filter(kind=ARREARS).order_by("-pk").first()
    if last is None or last.done_at is None:
        return last is not None
    since = on - timedelta(days=policy.number("sustainment_review_days", on))
    return last.outcome == "attended" and dates.today(last.done_at) > since
