"""Relief that the Act ends by itself, and the main duty decision that is overdue until it does."""

from datetime import date, datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.deadlines import services as deadlines
from core.states import Holder
from households.models import Duty, Household
from households.rules import duty as rules
from households.rules.duty import Decision, DutyKind, Ground
from households.services.duties.periods import End, begin, finish


@transaction.atomic
def record_lapse(*, ref: str, lapses_if_open: bool, actor: Actor, at: datetime) -> Duty | None:
    """Record that the Act ended relief at the end of day 56, and open the main duty. Safe to run twice.

    Returns None when the Act has not ended it: then, past day 56, the overdue main duty decision stands
    in the officer's and the manager's queue, and nothing stops (s189B(4), s188(1ZB)).
    """
    duty = Duty.objects.select_related("household__lead_officer").lock(ref)
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
        lead = household.lead_officer.name if household.lead_officer else "an officer"
        for holder_kind, capability, what, person_id in (
            ("officer", Can.SIGN_LETTERS, "decide the main duty", household.lead_officer_id),
            ("manager", Can.SIGN_AS_MANAGER, f"see that {lead} decides the main duty", None),
        ):
            deadlines.set_deadline(
                kind=f"main_duty_decision_{holder_kind}",
                subject=household.subject,
                what=f"{what}: relief is past day 56",
                holder=Holder.COUNCIL,
                capability=capability,
                person_id=person_id,
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
