"""The beginning and the end of a duty period, inside a caller's transaction."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.references import services as references
from core.states import Holder
from households.models import Duty, Household
from households.rules import duty as rules
from households.rules.duty import DutyKind, Ground
from households.services import signatures


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


def overtaken(duty: Duty, at: datetime) -> None:
    """Close the reminders of a duty that a later one has overtaken, inside the caller's transaction."""
    reached = [day for day, due_on in rules.warning_dates(duty.satisfied_on).items() if due_on <= dates.today(at)]
    for day in reached[:-1]:
        deadlines.done(kind=f"day_{day}", subject=duty.subject, at=at, outcome="overtaken")


@transaction.atomic
def overtake_warnings(*, ref: str, at: datetime) -> None:
    """Leave the last reminder of a duty that is due, and no earlier one. Safe to run at any time."""
    overtaken(Duty.objects.lock(ref), at)


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


@dataclass(frozen=True)
class End:
    """How a duty ends: the statutory ground and, apart from it, the H-CLIC reason, with the officer's words.

    `complied` and `six_months` are the officer's recorded views (see `rules.duty.EndFacts`).
    """

    ground: Ground
    hclic_reason: str
    reasons: str
    ended_on: date
    complied: bool = False
    six_months: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"ended_on": self.ended_on.isoformat()}


def end_from(given: dict[str, Any], ended_on: date) -> End:
    """The end that was asked for, on the day on which it is signed."""
    return End(**{**given, "ground": Ground(given["ground"]), "ended_on": ended_on})


def finish(duty: Duty, end: End, actor: Actor, at: datetime, decided_by_id: int | None = None) -> Duty:
    """End a locked duty on a ground that was found to hold, inside the caller's transaction.

    `decided_by_id` is the officer who decided where another person signed.
    """
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
        ended_by_id=decided_by_id or actor.user_id,
        ground=end.ground,
        hclic_reason=end.hclic_reason,
        end_reasons=end.reasons,
    )
    deadlines.close_all(subject=duty.subject, at=at, outcome="duty ended")
    signatures.drop(duty.subject, actor=actor, at=at)
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
            source="HA 1996 ss189B(6), 193, 195(5)",
        )
    return duty
