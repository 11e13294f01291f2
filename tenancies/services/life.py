"""What happens to a tenancy after the keys: the list of the first day, notices, and its end."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.notifications.services import outbox
from core.rulebook.rules.regime import Regime
from core.rulebook.selectors import law, policy
from core.states import Holder
from households.services import contact, decisions
from landlords import services as landlords
from properties.rules.inputs import GroundOneNotice
from properties.services import notices as home_notices
from tenancies import policies
from tenancies.messages import life as messages
from tenancies.models import Tenancy, TenancyNotice
from tenancies.rules.check_in import Side
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.tenancy import (
    ATTENDED,
    MOVE_IN_CHECKS,
    NEEDS_A_GROUND,
    TENANCY,
    EndCause,
    TenancyState,
    settled_on,
)
from tenancies.services import check_ins, passing_on

PEOPLE = ("nomination__let__home__landlord", "nomination__household")
TOLD_OF_THE_END = frozenset({EndCause.TENANT_NOTICE, EndCause.SURRENDER, EndCause.TRANSFERRED})
"""When the household is written to as well: it is there and knows of it."""
RISK_REVIEW = "tenancy_risk_review"
READ_NOTICE = "read_notice"
NOTICE_REVIEW = "notice_review"
AGREE_ENDING = "agree_ending"
END_IT = "end_tenancy"


@transaction.atomic
def tick(*, ref: str, seen: int, names: Collection[str], actor: Actor, at: datetime) -> Tenancy:
    """Tick what was done after the keys. Each thing ticked closes its deadline.

    Raises DomainError when nothing, or nothing that the list knows, was ticked.
    """
    tenancy = Tenancy.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    fresh = [name for name in MOVE_IN_CHECKS if name in names and not tenancy.checks.get(name)]
    if not fresh:
        raise DomainError("Tick what was done.", field="names", code="nothing_ticked")
    tenancy.write(checks={**tenancy.checks, **dict.fromkeys(fresh, True)})
    for name in fresh:
        deadlines.done(kind=f"move_in_{name}", subject=tenancy.subject, at=at)
    audit.record(actor=actor, action="tenancy.tick", subject=tenancy.subject, at=at, after={"ticked": fresh})
    return tenancy


@transaction.atomic
def settle(*, ref: str, actor: Actor, at: datetime) -> bool:
    """Record that a tenancy has lasted six months. False when it has not, or is not simply standing."""
    tenancy = Tenancy.objects.lock(ref)
    on = dates.today(at)
    lasted = settled_on(tenancy.started_on, policy.number("tenancy_settled_months", on))
    if not TENANCY.can(tenancy.state, "settle") or on < lasted:
        return False
    move(tenancy, TENANCY, "settle", actor=actor, at=at, settled_on=lasted)
    return True


@transaction.atomic
def put_at_risk(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Tenancy:
    """Say that a tenancy needs help to last. It is looked at again within the days of the setting."""
    tenancy = Tenancy.objects.select_related("nomination__household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    move(tenancy, TENANCY, "put_at_risk", actor=actor, at=at, note=note)
    review(tenancy, at)
    return tenancy


@transaction.atomic
def recover(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> Tenancy:
    """Say that a tenancy stands again without help."""
    tenancy = Tenancy.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    move(tenancy, TENANCY, "recover", actor=actor, at=at, note=note)
    deadlines.done(kind=RISK_REVIEW, subject=tenancy.subject, at=at)
    return tenancy


@transaction.atomic
def serve_notice(*, ref: str, seen: int, notice: NoticeGiven, actor: Actor, at: datetime) -> Tenancy:
    """Record a notice that the landlord gave. An officer reads it and tells the tenant their rights.

    Whoever works on the household's case is asked to put it into that record today.
    Raises DomainError for a ground that the rulebook does not know or dates that cannot be.
    """
    tenancy = Tenancy.objects.select_related("nomination__household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    check_grounds(tenancy, notice.grounds, dates.today(at))
    note_notice(tenancy, notice, Side.LANDLORD, "serve_notice", actor, at)
    if tenancy.regime == Regime.PRIVATE:
        home = tenancy.nomination.let.home
        dated = GroundOneNotice(True, notice.served_on, notice.specified_on)
        home_notices.hear(landlord=home.landlord, place=home, grounds=notice.grounds, notice=dated, actor=actor, at=at)
    deadlines.done(kind=RISK_REVIEW, subject=tenancy.subject, at=at)
    what = "read the notice with the tenant, and say that its date is not the day to leave"
    wait(tenancy, READ_NOTICE, what, at, dates.add_working_days(dates.today(at), 0))
    passing_on.ask(tenancy.nomination.household, notice, f"tenancy {tenancy.reference}", at)
    return tenancy


@transaction.atomic
def withdraw_notice(*, ref: str, seen: int, actor: Actor, at: datetime) -> Tenancy:
    """Record that the landlord took the notice back.

    Whoever works on the household's case is asked to record it there today, if that record has the notice.
    """
    tenancy = take_back(ref, seen, Side.LANDLORD, "withdraw_notice", (READ_NOTICE, NOTICE_REVIEW), actor, at)
    household = tenancy.nomination.household
    decisions.notice_is_in(household, at, outcome="taken_back")
    named = tenancy.notices.filter(given_by=Side.LANDLORD).values_list("specified_on", flat=True)
    decisions.ask_to_take_back(household, named, f"tenancy {tenancy.reference}", at)
    return tenancy


@transaction.atomic
def tenant_notice(*, ref: str, seen: int, notice: NoticeGiven, actor: Actor, at: datetime) -> Tenancy:
    """Record that the tenant gave notice, in any writing (HA 1988 s5(1A); RRA 2025 s20)."""
    tenancy = Tenancy.objects.select_related("nomination__household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    note_notice(tenancy, NoticeGiven(notice.served_on, notice.specified_on), Side.TENANT, "tenant_notice", actor, at)
    for kind in (RISK_REVIEW, NOTICE_REVIEW):
        deadlines.done(kind=kind, subject=tenancy.subject, at=at)
    wait(tenancy, AGREE_ENDING, "agree the last day, the keys and the inventory with both", at, notice.specified_on)
    return tenancy


@transaction.atomic
def stay(*, ref: str, seen: int, actor: Actor, at: datetime) -> Tenancy:
    """Record that the tenant stays after all: taken back in writing, and the landlord agreed (RRA 2025 s21)."""
    return take_back(ref, seen, Side.TENANT, "stay", (AGREE_ENDING, END_IT), actor, at)


@dataclass(frozen=True)
class Ending:
    """How a tenancy ended. `ground` is the landlord's, where the cause needs one."""

    ended_on: date
    cause: EndCause
    ground: str = ""


@transaction.atomic
def end(*, ref: str, seen: int, ending: Ending, actor: Actor, at: datetime) -> Tenancy:
    """End a tenancy with its cause. What was still to do about it is closed, and who is there is told.

    Raises DomainError for a day before it began or to come, or a missing or unknown ground.
    """
    tenancy = Tenancy.objects.select_related(*PEOPLE).lock(ref, seen=seen)
    policies.may_work(actor).require()
    on = dates.today(at)
    if not tenancy.started_on <= ending.ended_on <= on:
        raise DomainError("The last day is between the day of the keys and today.", field="ended_on")
    ground = ending.ground if ending.cause in NEEDS_A_GROUND else ""
    if ending.cause is EndCause.GROUND and not ground:
        raise DomainError("Enter the ground in the landlord’s notice.", field="ground", code="no_ground")
    check_grounds(tenancy, (ground,) if ground else (), on, field="ground")
    move(
        tenancy,
        TENANCY,
        "end",
        actor=actor,
        at=at,
        reason=ending.cause,
        ended_on=ending.ended_on,
        end_cause=ending.cause,
        end_ground=ground,
    )
    deadlines.close_all(subject=tenancy.subject, at=at, outcome="tenancy_ended")
    check_ins.drop(tenancy, actor=actor, at=at)
    household, landlord = tenancy.nomination.household, tenancy.nomination.let.home.landlord
    outbox.send(messages.ended_for_landlord(tenancy), to=landlords.recipient(landlord), about=tenancy.subject, at=at)
    if ending.cause in TOLD_OF_THE_END:
        outbox.send(messages.ended_for_resident(tenancy), to=contact.recipient(household), about=tenancy.subject, at=at)
    return tenancy


@transaction.atomic
def attended(*, ref: str, seen: int, kind: str, note: str, actor: Actor, at: datetime) -> Tenancy:
    """Close something that waited for an officer, with what came of it.

    A tenancy at risk or under a landlord's notice is looked at again later; one whose end is agreed is to be
    ended on its last day.
    Raises DomainError without a note, or when nothing of the kind waits.
    """
    tenancy = Tenancy.objects.select_related("nomination__household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    if not note.strip():
        raise DomainError("Say what came of it.", field="note", code="no_note")
    if kind not in ATTENDED or not deadlines.done(kind=kind, subject=tenancy.subject, at=at, outcome="attended"):
        raise DomainError("Nothing of this kind waits any more.", code="nothing_waits")
    if kind == RISK_REVIEW:
        review(tenancy, at)
    if kind in (READ_NOTICE, NOTICE_REVIEW) and tenancy.state == TenancyState.NOTICE_SERVED:
        review_notice(tenancy, at)
    if kind == AGREE_ENDING:
        end_by(tenancy, at)
    audit.record(
        actor=actor, action="tenancy.attend", subject=tenancy.subject, at=at, after={"kind": kind}, note=note.strip()
    )
    return tenancy.write()


def review(tenancy: Tenancy, at: datetime) -> None:
    wait(tenancy, RISK_REVIEW, "look again at what helps this tenancy to last", at, next_review(at))


def next_review(at: datetime) -> date:
    on = dates.today(at)
    return on + timedelta(days=policy.number("sustainment_review_days", on))


def review_notice(tenancy: Tenancy, at: datetime) -> None:
    """Ask both again after the usual days, or on the date in the notice where that comes first."""
    named = tenancy.notices.filter(given_by=Side.LANDLORD, withdrawn_on=None).latest("recorded_at").specified_on
    due_on = named if dates.today(at) < named < next_review(at) else next_review(at)
    wait(tenancy, NOTICE_REVIEW, "ask both what came of the notice: taken back, gone to court, or leaving", at, due_on)


def end_by(tenancy: Tenancy, at: datetime) -> None:
    notice = tenancy.notices.filter(given_by=Side.TENANT, withdrawn_on=None).latest("recorded_at")
    last_day = max(notice.specified_on, dates.today(at))
    wait(tenancy, END_IT, "record that the tenancy ended, or that the tenant stays", at, last_day)


def check_grounds(tenancy: Tenancy, grounds: Collection[str], on: date, *, field: str = "grounds") -> None:
    """Raises DomainError when the rulebook has no such ground for this tenancy on the day."""
    known = set(law.possession_grounds(tenancy.regime, on).values_list("ground", flat=True))
    if strange := sorted(set(grounds) - known):
        raise DomainError(f"There is no ground {strange[0]} for this tenancy.", field=field, code="no_such_ground")


def note_notice(
    tenancy: Tenancy, notice: NoticeGiven, side: Side, event: str, actor: Actor, at: datetime
) -> TenancyNotice:
    if notice.served_on > dates.today(at):
        raise DomainError("The notice cannot have been given in the future.", field="served_on")
    if notice.served_on < tenancy.started_on:
        raise DomainError("The notice cannot be older than the tenancy.", field="served_on")
    if notice.specified_on < notice.served_on:
        raise DomainError("The date in the notice cannot be before it was given.", field="specified_on")
    move(tenancy, TENANCY, event, actor=actor, at=at)
    return TenancyNotice.objects.create(
        tenancy=tenancy,
        given_by=side,
        grounds=list(notice.grounds),
        served_on=notice.served_on,
        specified_on=notice.specified_on,
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )


def take_back(
    ref: str, seen: int, side: Side, event: str, waiting: Collection[str], actor: Actor, at: datetime
) -> Tenancy:
    tenancy = Tenancy.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    move(tenancy, TENANCY, event, actor=actor, at=at)
    tenancy.notices.filter(given_by=side, withdrawn_on=None).update(withdrawn_on=dates.today(at))
    for kind in waiting:
        deadlines.done(kind=kind, subject=tenancy.subject, at=at)
    return tenancy


def wait(tenancy: Tenancy, kind: str, what: str, at: datetime, due_on: date) -> None:
    """Put something about the tenancy into the queue of the household's own officer, or of the team."""
    deadlines.set_deadline(
        kind=kind,
        subject=tenancy.subject,
        what=what,
        holder=Holder.COUNCIL,
        capability=Can.START_TENANCIES,
        person_id=tenancy.nomination.household.lead_officer_id,
        due_on=due_on,
        at=at,
    )
