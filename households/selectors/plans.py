"""The housing plan as each side reads it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from core import dates
from core.access.actor import Actor
from households.models import Household, Plan, PlanStep
from households.selectors import letters


@dataclass(frozen=True)
class Line:
    """One step: `number` is its place in the plan, from 1. `by` says when, `late` that the day has passed."""

    number: int
    what: str
    by: str
    late: bool
    done_on: date | None
    dropped_on: date | None
    is_advice: bool

    @property
    def open(self) -> bool:
        return self.done_on is None and self.dropped_on is None


@dataclass(frozen=True)
class Side:
    key: str
    title: str
    lines: list[Line]


TITLES = {"applicant": "What you do", "council": "What we do", "partner": "What others do"}


def current(household: Household) -> Plan | None:
    return household.plans.prefetch_related("steps").first()


def line(number: int, step: PlanStep, on: date) -> Line:
    by = f"by {dates.in_words(step.due_on)}" if step.due_on else ""
    late = bool(step.due_on and step.due_on < on and not step.done_on and not step.dropped_on)
    return Line(number, step.what, by, late, step.done_on, step.dropped_on, step.is_advice)


def sides(plan: Plan, on: date, titles: dict[str, str] = TITLES) -> list[Side]:
    """The steps by side, in the order of the titles; a side without steps is left out."""
    numbered = list(enumerate(plan.steps.all(), start=1))
    found = [
        Side(key, title, [line(number, step, on) for number, step in numbered if step.side == key])
        for key, title in titles.items()
    ]
    return [side for side in found if side.lines]


def step_at(plan: Plan, number: int) -> PlanStep:
    """The step at a place in the plan. Raises Http404 for a place that it does not have."""
    steps = list(plan.steps.all())
    if not 1 <= number <= len(steps):
        raise Http404
    return steps[number - 1]


def own(actor: Actor) -> Household | None:
    """The household of the resident who is signed in."""
    rows = Household.objects.visible_to(actor).select_related("lead_officer")
    return rows.first() if actor.user_id else None


def mine(actor: Actor, on: date) -> dict[str, Any]:
    """What the resident's page about the plan shows."""
    household = own(actor)
    plan = current(household) if household else None
    found = sides(plan, on) if plan else []
    return {
        "household": household,
        "plan": plan,
        "sides": found,
        "open_steps": sum(line.open for side in found if side.key == "applicant" for line in side.lines),
        "letters": letters.given_to(household, on) if household else [],
        "officer": household.lead_officer if household else None,
    }
