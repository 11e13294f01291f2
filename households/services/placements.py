"""Stays in interim and temporary accommodation."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.money import Money
from core.references import services as references
from core.states import Holder
from households import policies
from households.models import Household, Placement
from households.rules.case import MemberRole
from households.rules.placement import LAST_LAWFUL_DAY, bnb_day, last_lawful_day


@dataclass(frozen=True)
class Stay:
    """Where the household is put up and what it costs a night."""

    provider: str
    self_contained: bool
    exempt_provider: bool
    nightly_cost: Money
    started_on: date
    function: str = "s188"


def is_family(household: Household) -> bool:
    """Children or a pregnancy: the households that six weeks in bed and breakfast protect (SI 2003/3326)."""
    return household.members.filter(role__in=(MemberRole.CHILD, MemberRole.EXPECTED_BABY)).exists()


@transaction.atomic
def place(*, ref: str, seen: int, stay: Stay, actor: Actor, at: datetime) -> Placement:
    """Put a household up. A stay that is open ends on the same day: a move does not restart the count.

    Raises DomainError for a family whose six weeks in bed and breakfast are used up.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    if stay.started_on > dates.today(at):
        raise DomainError("The first night cannot be in the future.", field="started_on")
    open_stay = household.placements.filter(ended_on=None).first()
    if open_stay is not None:
        if stay.started_on < open_stay.started_on:
            raise DomainError("It cannot start before the stay that is open.", field="started_on")
        open_stay.write(ended_on=stay.started_on)
    placement = Placement.objects.create(
        reference=references.take(Placement.PREFIX, at=at),
        created_at=at,
        household=household,
        provider=stay.provider,
        self_contained=stay.self_contained,
        exempt_provider=stay.exempt_provider,
        nightly_cost=stay.nightly_cost,
        function=stay.function,
        started_on=stay.started_on,
    )
    family = is_family(household)
    stays = [row.stay() for row in household.placements.all()]
    if family and placement.stay().is_bnb and bnb_day(stays, stay.started_on) > LAST_LAWFUL_DAY:
        raise DomainError(
            "This family has had six weeks in bed and breakfast. Another night would be unlawful "
            "(SI 2003/3326 art 4). Find self-contained accommodation.",
            field="self_contained",
            code="six_weeks",
        )
    audit.record(
        actor=actor,
        action="placement.start",
        subject=placement.subject,
        at=at,
        after={"household": household.reference, "nightly_cost": stay.nightly_cost, "started_on": stay.started_on},
    )
    watch(household, family, stays, at)
    household.write()
    return placement


def watch(household: Household, family: bool, stays: list, at: datetime) -> None:
    """Put the last lawful day in the manager's queue, or take it out."""
    today = dates.today(at)
    last = last_lawful_day(stays, today)
    if not family or last is None:
        deadlines.done(kind="bnb_six_weeks", subject=household.subject, at=at)
        return
    deadlines.set_deadline(
        kind="bnb_six_weeks",
        subject=household.subject,
        what="move this family out of bed and breakfast",
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        due_on=last,
        at=at,
        otherwise=f"From {dates.in_words(last + timedelta(days=1))} it is unlawful.",
        statutory=True,
        source="SI 2003/3326 art 4",
    )


@transaction.atomic
def look_again(*, ref: str, at: datetime) -> None:
    """Set the last lawful day anew from the facts as they are. Safe to run at any time."""
    household = Household.objects.lock(ref)
    watch(household, is_family(household), [row.stay() for row in household.placements.all()], at)


@transaction.atomic
def leave(*, ref: str, seen: int, ended_on: date, actor: Actor, at: datetime) -> Placement:
    """The household leaves. `ended_on` is the day of leaving."""
    placement = Placement.objects.select_related("household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    if placement.ended_on is not None:
        raise DomainError("This stay has ended already.", code="ended_already")
    if ended_on < placement.started_on or ended_on > dates.today(at):
        raise DomainError("The day of leaving must be between the first night and today.", field="ended_on")
    placement.write(ended_on=ended_on)
    audit.record(actor=actor, action="placement.end", subject=placement.subject, at=at, after={"ended_on": ended_on})
    deadlines.done(kind="bnb_six_weeks", subject=placement.household.subject, at=at)
    return placement
