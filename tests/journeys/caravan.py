"""A small journey to try the machinery with: licensing a caravan site."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest

from core.access.actor import Actor
from core.errors import DomainError
from core.journeys.fields import KeptField
from core.journeys.journey import Change, Journey, Page
from core.journeys.models import Draft
from core.journeys.rules.walk import Answers
from core.ui.forms import Checkboxes, DateField, Form, Radios

SAVED: list[tuple[str, list[str], list[str]]] = []


class NameForm(Form):
    name = forms.CharField(label="What is the site called?", max_length=40)


class WaterForm(Form):
    water = forms.ChoiceField(
        label="Where does the water come from?",
        choices=[("mains", "The mains"), ("well", "A well")],
        widget=Radios,
    )


class WellForm(Form):
    tested_on = DateField(label="When was the well tested?")
    notes = forms.CharField(label="Anything to add", required=False)

    def __init__(self, *args: Any, latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tested_on"].latest = latest


class PitchesForm(Form):
    pitches = forms.IntegerField(label="How many pitches?", min_value=1, max_value=500)
    facilities = forms.MultipleChoiceField(
        label="What is there?",
        choices=[("shop", "A shop"), ("showers", "Showers"), ("hook_up", "Electricity")],
        widget=Checkboxes,
        required=False,
    )


class PlanForm(Form):
    marks_optional = False
    plans = KeptField(label="Plans")
    file = forms.FileField(label="Add a plan of the site", required=False)

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("plans") and not self.cleaned_data.get("file"):
            self.add_error("file", "Choose a file")
        return self.cleaned_data


def receive(request: HttpRequest, form: forms.Form, actor: Actor, at: datetime) -> Mapping[str, Any]:
    file = form.cleaned_data["file"]
    if file and file.name.endswith(".exe"):
        raise DomainError("Choose a picture or a PDF", field="file")
    return {"plans": [*form.cleaned_data["plans"], *([file.name] if file else [])]}


def note(change: Change, actor: Actor, at: datetime) -> None:
    SAVED.append((change.draft.reference, change.added("plans"), change.removed("plans")))


def plans(draft: Draft, answers: Answers) -> Mapping[str, Any]:
    return {"kept_items": [(name, f"The plan {name}") for name in draft.answers.get("plan", {}).get("plans", [])]}


def on_a_well(answers: Answers) -> bool:
    return answers.value("water", "water") == "well"


def large(answers: Answers) -> bool:
    return (answers.value("pitches", "pitches") or 0) > 100


def latest(answers: Answers, on: date) -> Mapping[str, Any]:
    return {"latest": on}


CARAVANS = Journey(
    "caravan_site",
    "License a caravan site",
    [
        Page("name", NameForm, "What is the site called?"),
        Page("water", WaterForm, "Where does the water come from?"),
        Page("well", WellForm, "Your well", applies=on_a_well, form_kwargs=latest),
        Page("pitches", PitchesForm, "Pitches"),
        Page(
            "plan",
            PlanForm,
            "A plan of the site",
            applies=large,
            context=plans,
            kept=("plans",),
            on_valid=receive,
            on_saved=note,
        ),
    ],
)

NAME = {"name": {"name": "Sunny Fields"}}
MAINS = {"water": {"water": "mains"}}
WELL = {
    "water": {"water": "well"},
    "well": {"tested_on-day": "3", "tested_on-month": "2", "tested_on-year": "2026", "notes": ""},
}
FEW = {"pitches": {"pitches": "20", "facilities": ["shop", "showers"]}}
MANY = {"pitches": {"pitches": "200", "facilities": []}}
WHOLE = {**NAME, **MAINS, **FEW}
