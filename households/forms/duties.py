"""Opening and ending a duty."""

from typing import Any

from django import forms

from core.ui.forms import DateField, Paragraphs, Radios, RecordForm
from households.rules.duty import DutyKind, Ground
from households.selectors.endings import Ending
from households.services.duties import End

KINDS = {
    DutyKind.PREVENTION: "The prevention duty: help them keep their home or find another (s195)",
    DutyKind.RELIEF: "The relief duty: help them find a home (s189B)",
}


class OpenDutyForm(RecordForm):
    kind = forms.ChoiceField(
        label="Which duty do we owe?", choices=[(k.value, v) for k, v in KINDS.items()], widget=Radios()
    )
    satisfied_on = DateField(
        label="The day you were satisfied",
        help_text="Day 1 of 56: when you were first satisfied, not when they came or when a letter went.",
    )


class BecameHomelessForm(RecordForm):
    reasons = forms.CharField(
        label="Why are they homeless now?",
        help_text="Why there is no home that it is reasonable for them to stay in. It goes into the letter.",
        max_length=6000,
        widget=Paragraphs(rows=5),
    )
    satisfied_on = DateField(label="The day you were satisfied that they are homeless")


class EndDutyForm(RecordForm):
    ground = forms.ChoiceField(
        label="On which ground does the duty end?",
        widget=Radios(),
        error_messages={"required": "Choose the ground in the Act"},
    )
    hclic_reason = forms.ChoiceField(
        label="Reason for the government’s statistics",
        help_text="A separate list. It does not decide anything.",
    )
    ended_on = DateField(
        label="Last day on which we owe the duty",
        help_text="Where a manager signs, it ends on the day they sign.",
    )
    complied = forms.BooleanField(label="We took the reasonable steps in the plan", required=False)
    six_months = forms.BooleanField(
        label="The home is likely to last at least 6 months from the notice", required=False
    )
    reasons = forms.CharField(
        label="Your reasons",
        help_text="They go into the letter as you write them.",
        required=False,
        max_length=6000,
        widget=Paragraphs(rows=6),
    )
    marks_optional = False

    def __init__(self, *args: Any, ending: Ending, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("ground", ending.grounds, hints=ending.hints, barred=ending.barred)
        self.choose("hclic_reason", [("", "Choose"), *ending.statistics])
        for view in {"complied", "six_months"} - ending.views:
            del self.fields[view]


def to_end(answers: dict[str, Any]) -> End:
    return End(**{**answers, "ground": Ground(answers["ground"])})
