"""A version of the housing plan: several steps a side."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.forms import BoundField

from core import dates
from core.ui.forms import DateField, Paragraphs, RecordForm, Text, YesNoField
from households.models import Plan, PlanStep
from households.services.plans import PlanGiven, Step

SIDES = dict(PlanStep.SIDES)
LEAST_LINES = 4
SPARE_LINES = 2
DAYS = (2, 5, 7, 14, 21, 28, 42, 56)


def due_choices(on: date, also: list[date]) -> list[tuple[str, str]]:
    days = sorted({*(on + timedelta(days=n) for n in DAYS), *also})
    return [("", "No date"), *((day.isoformat(), f"{dates.short(day)} ({dates.relative(day, on)})") for day in days)]


class PlanForm(RecordForm):
    """Lines are named `council-1-what`, `council-1-due` and so on. Empty lines are left out."""

    agreed = YesNoField(label="Did you agree these steps with them?")
    not_agreed_because = forms.CharField(
        label="Why could you not agree?",
        max_length=2000,
        widget=Paragraphs(rows=3),
        error_messages={"required": "Write down why you could not agree"},
    )
    what_changed = forms.CharField(
        label="What changed since the last plan?", required=False, max_length=2000, widget=Paragraphs(rows=3)
    )
    review_on = DateField(label="When do you look at it together again?")
    conditional = {"agreed": {"no": ["not_agreed_because"]}}
    marks_optional = False

    def __init__(self, *args: Any, on: date, last: Plan | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = [step for step in last.steps.all() if not step.dropped_on and not step.done_on] if last else []
        choices = due_choices(on, [step.due_on for step in steps if step.due_on])
        self.lines: dict[str, int] = {}
        for side in SIDES:
            mine = [step for step in steps if step.side == side]
            self.lines[side] = max(LEAST_LINES, len(mine) + SPARE_LINES)
            for number in range(1, self.lines[side] + 1):
                self.add_line(side, number, mine[number - 1] if number <= len(mine) else None, choices)
        if last is None:
            del self.fields["what_changed"]

    def add_line(self, side: str, number: int, step: PlanStep | None, choices: list[tuple[str, str]]) -> None:
        name, label = f"{side}-{number}", f"Step {number}"
        self.fields[f"{name}-what"] = forms.CharField(
            label=label, required=False, max_length=500, initial=step.what if step else "", widget=Text()
        )
        self.fields[f"{name}-due"] = forms.ChoiceField(
            label=f"{label}: by when",
            required=False,
            choices=choices,
            initial=step.due_on.isoformat() if step and step.due_on else "",
        )
        if side == "applicant":
            self.fields[f"{name}-advice"] = forms.BooleanField(
                label="Advice only", required=False, initial=bool(step and step.is_advice)
            )

    def sides(self) -> Iterator[tuple[str, str, list[list[BoundField]]]]:
        """Each side with its words and its lines of fields."""
        for side, words in SIDES.items():
            yield (
                side,
                words,
                [
                    [
                        self[f"{side}-{number}-{part}"]
                        for part in ("what", "due", "advice")
                        if f"{side}-{number}-{part}" in self.fields
                    ]
                    for number in range(1, self.lines[side] + 1)
                ],
            )


def to_plan(answers: dict[str, Any]) -> PlanGiven:
    steps = []
    for name, what in answers.items():
        if not name.endswith("-what") or not what.strip():
            continue
        line = name.removesuffix("-what")
        due = answers[f"{line}-due"]
        steps.append(
            Step(
                side=line.partition("-")[0],
                what=what.strip(),
                due_on=date.fromisoformat(due) if due else None,
                is_advice=bool(answers.get(f"{line}-advice")),
            )
        )
    return PlanGiven(
        steps=tuple(steps),
        agreed=answers["agreed"],
        not_agreed_because=answers["not_agreed_because"] or "",
        what_changed=answers.get("what_changed", ""),
        review_on=answers["review_on"],
    )
