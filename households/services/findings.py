"""Findings together with what follows from them at once."""

from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.rulebook.selectors import policy
from households.models import Duty, Household
from households.rules.case import Question
from households.rules.duty import DutyKind
from households.services import decisions, duties
from households.services.decisions import Finding

LAPSE_SETTING = "relief_lapses_if_intentionality_open"


def settle(household: Household, actor: Actor, at: datetime) -> None:
    """Record an end of relief that the Act has brought about, or take the overdue decision off the list."""
    lapses = policy.yes(LAPSE_SETTING, dates.today(at))
    for duty in household.duties.open().filter(kind=DutyKind.RELIEF):
        duties.record_lapse(ref=duty.reference, lapses_if_open=lapses, actor=actor, at=at)


@transaction.atomic
def decide(*, ref: str, seen: int, finding: Finding, actor: Actor, at: datetime) -> Household:
    """Record a finding. When it completes what s189B(4) asks for and day 56 is past, relief is recorded as ended."""
    household = decisions.decide(ref=ref, seen=seen, finding=finding, actor=actor, at=at)
    settle(household, actor, at)
    return household


@transaction.atomic
def became_homeless(*, ref: str, seen: int, reasons: str, satisfied_on: date, actor: Actor, at: datetime) -> Duty:
    """Find them homeless, end prevention and open relief from the same day, in one step (ss189B(1), 195(8)(c))."""
    finding = Finding(Question.HOMELESSNESS, "homeless", reasons, satisfied_on)
    household = decisions.decide(ref=ref, seen=seen, finding=finding, actor=actor, at=at)
    return duties.open_duty(
        ref=ref, seen=household.version, kind=DutyKind.RELIEF, satisfied_on=satisfied_on, actor=actor, at=at
    )
