"""Opening and ending the prevention, relief and main duties."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from households import policies
from households.models import Duty, Household
from households.rules import duty as rules
from households.rules.case import CASE
from households.rules.duty import Decision, DutyKind, Ground


def check_may_open(household: Household, kind: DutyKind, satisfied_on: date, on: date) -> None:
    """Raises DomainError with what must be decided first. Papers are never among it."""
    if household.eligible != Decision.YES:
        raise DomainError("Decide first that they are eligible for help (s185).", field="kind", code="not_eligible")
    wanted = {DutyKind.PREVENTION: "threatened", DutyKind.RELIEF: "homeless", DutyKind.MAIN: "homeless"}[kind]
    if household.homelessness != wanted:
        words = "threatened with homelessness" if wanted == "threatened" else "homeless"
        raise DomainError(f"Decide first that they are {words} (s175).", field="kind", code=f"not_{wanted}")
    if satisfied_on > on:
        raise DomainError("The day you were satisfied cannot be in the future.", field="satisfied_on")
    if household.duties.open().filter(kind=kind).exists():
        raise DomainError("This duty is open already.", field="kind", code="open_already")


def letter_deadlines(duty: Duty, at: datetime) -> None:
    """The letters and the plan that the duty calls for, in the lead officer's queue."""
    household, today = duty.household, dates.today(at)
    main = {"main_duty_letter": ("send the main duty letter", "HA 1996 s184(3)", 0)}
    first = {
        "decision_letter": ("send the decision letter", "HA 1996 s184(3)", 3),
        "assessment_letter": ("send the assessment and plan", "HA 1996 s189A", 5),
        "plan": ("agree a plan with steps for both sides", "HA 1996 s189A(4)", 5),
    }
    for kind, (what, source, days) in (main if duty.kind == DutyKind.MAIN else first).items():
        deadlines.set_deadline(
            kind=kind,
            subject=household.subject,
            what=what,
            holder=Holder.COUNCIL,
            capability=Can.WORK_HOUSEHOLDS,
            person_id=household.lead_officer_id,
            due_on=dates.add_working_days(today, days),
            at=at,
            statutory=True,
            source=source,
        )


def clock_deadlines(duty: Duty, at: datetime) -> None:
    """A reminder for each day still to come, and for day 56 in any case."""
    for day, due_on in rules.warning_dates(duty.satisfied_on).items():
        if due_on < dates.today(at) and day != rules.DUTY_DAYS:
            continue
        deadlines.set_deadline(
            kind=f"day_{day}",
            subject=duty.subject,
            what=f"look at this duty: it is day {day} of 56",
            holder=Holder.COUNCIL,
            capability=Can.WORK_HOUSEHOLDS,
            person_id=duty.household.lead_officer_id,
            due_on=due_on,
            at=at,
            statutory=day == rules.DUTY_DAYS,
            source="HA 1996 ss189B(4), 195(8)",
        )


def begin(household: Household, kind: DutyKind, satisfied_on: date, actor: Actor, at: datetime) -> Duty:
    """Create the duty period with its clock, inside the caller's transaction."""
    duty = Duty.objects.create(
        reference=references.take(Duty.PREFIX, at=at),
        created_at=at,
        household=household,
        kind=kind,
        state=rules.DUTY.start,
        satisfied_on=satisfied_on,
        last_day=None if kind is DutyKind.MAIN else rules.last_day(satisfied_on),
    )
    audit.record(
        actor=actor,
        action="duty.open",
        subject=duty.subject,
        at=at,
        after={"kind": kind, "satisfied_on": satisfied_on, "household": household.reference},
        to_state=duty.state,
    )
    if kind is not DutyKind.MAIN:
        clock_deadlines(duty, at)
    letter_deadlines(duty, at)
    return duty


@transaction.atomic
def open_duty(*, ref: str, seen: int, kind: DutyKind, satisfied_on: date, actor: Actor, at: datetime) -> Duty:
    """Open a prevention or relief duty from the day the council was first satisfied.

    Relief starts in law when the council is satisfied of homelessness, so an open prevention duty ends
    in the same step as "became homeless"; it never refuses relief. Raises DomainError when eligibility
    or homelessness is not decided yet.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    check_may_open(household, kind, satisfied_on, dates.today(at))
    prevention = household.duties.open().filter(kind=DutyKind.PREVENTION).first()
    if kind is DutyKind.RELIEF and prevention is not None:
        finish(
            prevention,
            End(Ground.BECAME_HOMELESS, "homeless", "They became homeless, so relief opens.", satisfied_on),
            actor,
            at,
        )
    move(household, CASE, "open_duty", actor=actor, at=at)
    for done in ("first_contact", "notice_within_56_days"):
        deadlines.done(kind=done, subject=household.subject, at=at, outcome="duty opened")
    return begin(household, kind, satisfied_on, actor, at)


@dataclass(frozen=True)
class End:
    """How a duty ends: the statutory ground and, apart from it, the H-CLIC reason, with the officer's words.

    `complied`, `six_months`, `warned`, `authorised_by_senior` are the officer's recorded views
    (see `rules.duty.EndFacts`).
    """

    ground: Ground
    hclic_reason: str
    reasons: str
    ended_on: date
    complied: bool = False
    six_months: bool = False
    warned: bool = False
    authorised_by_senior: bool = False


def end_facts(duty: Duty, end: End) -> rules.EndFacts:
    household = duty.household
    sent = set(household.letters.given().values_list("kind", flat=True))
    plan = household.plans.first()
    sides = set(plan.steps.filter(dropped_on=None).values_list("side", flat=True)) if plan else set()
    return rules.EndFacts(
        kind=DutyKind(duty.kind),
        satisfied_on=duty.satisfied_on,
        decision_letter_sent="duty_decision" in sent,
        assessment_letter_sent="assessment_and_plan" in sent,
        plan_has_both_sides={"council", "applicant"} <= sides,
        notices=tuple(notice.facts() for notice in household.notices.filter(withdrawn_on=None)),
        complied=end.complied,
        six_months=end.six_months,
        warned=end.warned,
        authorised_by_senior=end.authorised_by_senior,
    )


def finish(duty: Duty, end: End, actor: Actor, at: datetime) -> Duty:
    """End a locked duty on a ground that was found to hold, inside the caller's transaction."""
    move(
        duty,
        rules.DUTY,
        "end",
        actor=actor,
        at=at,
        reason=end.ground,
        note=end.reasons,
        ended_on=end.ended_on,
        ended_at=at,
        ended_by_id=actor.user_id,
        ground=end.ground,
        hclic_reason=end.hclic_reason,
        end_reasons=end.reasons,
    )
    deadlines.close_all(subject=duty.subject, at=at, outcome="duty ended")
    if end.ground is not Ground.LAPSED:
        deadlines.set_deadline(
            kind=f"end_letter_{duty.kind}",
            subject=duty.household.subject,
            what=f"send the letter that ends the {duty.kind} duty",
            holder=Holder.COUNCIL,
            capability=Can.SIGN_LETTERS,
            person_id=duty.household.lead_officer_id,
            due_on=dates.today(at),
            at=at,
            statutory=True,
            source="HA 1996 ss189B(6), 195(5)",
        )
    return duty


@transaction.atomic
def end_duty(
    *, ref: str, seen: int, end: End, countersigned_by_id: int | None = None, actor: Actor, at: datetime
) -> Duty:
    """End a prevention or relief duty by notice, on a statutory ground.

    Raises DomainError with every obstacle: day 56 not past, the s195(6) bar, letters or plan missing,
    no warning. A manager countersigns where the ground asks for it.
    """
    duty = Duty.objects.select_related("household").lock(ref, seen=seen)
    policies.may_decide(actor).require()
    found = rules.obstacles(end.ground, end_facts(duty, end), end.ended_on)
    if found:
        raise DomainError(" ".join(f"{o.words} ({o.source})" for o in found), field="ground", code=found[0].code)
    words = rules.GROUNDS[DutyKind(duty.kind)][end.ground]
    if end.hclic_reason not in words.hclic_reasons:
        raise DomainError("Choose a statistical reason that goes with the ground.", field="hclic_reason")
    if not end.reasons.strip():
        raise DomainError("Write the reasons: they go into the letter.", field="reasons")
    if end.ended_on > dates.today(at) or end.ended_on < duty.satisfied_on:
        raise DomainError("The day it ends must be between its first day and today.", field="ended_on")
    if words.manager_signs and not actor.can(Can.SIGN_AS_MANAGER) and countersigned_by_id is None:
        raise DomainError("A manager has to sign this end as well.", field="ground", code="manager_signs")
    finish(duty, end, actor, at)
    household = duty.household
    deadlines.done(kind="offer_refused", subject=household.subject, at=at, outcome="duty ended")
    if rules.starts_main_duty(
        end.ground, DutyKind(duty.kind), Decision(household.priority_need), Decision(household.intentional)
    ):
        begin(household, DutyKind.MAIN, end.ended_on, actor, at)
    if not household.duties.open().exists():
        deadlines.done(kind="plan_review", subject=household.subject, at=at, outcome="duty ended")
    return duty


@transaction.atomic
def record_lapse(*, ref: str, lapses_if_open: bool, actor: Actor, at: datetime) -> Duty | None:
    """Record that the Act ended relief at the end of day 56, and open the main duty. Safe to run twice.

    Returns None when the Act has not ended it: then, past day 56, the overdue main duty decision stands
    in the officer's and the manager's queue, and nothing stops (s189B(4), s188(1ZB)).
    """
    duty = Duty.objects.select_related("household").lock(ref)
    household, today = duty.household, dates.today(at)
    if duty.state != rules.DutyState.OPEN or duty.kind != DutyKind.RELIEF:
        return None
    lapsed_on = rules.relief_lapses_on(
        duty.satisfied_on,
        Decision(household.priority_need),
        Decision(household.intentional),
        lapses_if_open=lapses_if_open,
    )
    if lapsed_on is not None and today > lapsed_on:
        ended_on = max(lapsed_on, decided_on(household))
        finish(duty, End(Ground.LAPSED, "56_days", "The Act ended it after day 56.", ended_on), actor, at)
        main_from = lapsed_on + timedelta(days=1) if ended_on == lapsed_on else ended_on
        begin(household, DutyKind.MAIN, main_from, actor, at)
        for holder_kind in ("officer", "manager"):
            deadlines.done(kind=f"main_duty_decision_{holder_kind}", subject=household.subject, at=at)
        return duty
    if today > rules.last_day(duty.satisfied_on) and decision_open(household):
        for holder_kind, capability in (("officer", Can.SIGN_LETTERS), ("manager", Can.SIGN_AS_MANAGER)):
            deadlines.set_deadline(
                kind=f"main_duty_decision_{holder_kind}",
                subject=household.subject,
                what="decide the main duty: relief is past day 56",
                holder=Holder.COUNCIL,
                capability=capability,
                due_on=rules.last_day(duty.satisfied_on),
                at=at,
                statutory=True,
                source="HA 1996 ss189B(4), 193(1)",
            )
    elif not decision_open(household):
        for holder_kind in ("officer", "manager"):
            deadlines.done(kind=f"main_duty_decision_{holder_kind}", subject=household.subject, at=at)
    return None


def decided_on(household: Household) -> date:
    """The day by which both findings of s189B(4) stood. How a late one dates the end is for the solicitor."""
    days = []
    for question in ("priority_need", "intentional"):
        row = household.decisions.filter(question=question).exclude(answer="undecided").first()
        days.append(row.decided_on if row else household.approach_on)
    return max(days)


def decision_open(household: Household) -> bool:
    """Whether what the main duty turns on is undecided."""
    return Decision.UNDECIDED in (household.priority_need, household.intentional)
