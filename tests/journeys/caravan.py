"""A small journey to try the machinery with: licensing a caravan site."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest

from core.access.actor import Actor
from core.errors import DomainError
from core.journeys.fields import KeptField
from core.journeys.journey import Journey, Page
from core.journeys.models import Draft
from core.journeys.rules.walk import Answers

SAVED: list[tuple[str, list[str]]] = []


class NameForm(forms.Form):
    name = forms.CharField(label="What is the site called?", max_length=40)


class WaterForm(forms.Form):
    water = forms.ChoiceField(
        label="Where does the water come from?", choices=[("mains", "The mains"), ("well", "A well")]
    )


class WellForm(forms.Form):
    tested_on = forms.DateField(
        label="When was the well tested?", widget=forms.SelectDateWidget(years=range(2020, 2031))
    )
    notes = forms.CharField(label="Anything to add", required=False)

    def __init__(self, *args: Any, latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.latest = latest

    def clean_tested_on(self) -> date:
        if self.cleaned_data["tested_on"] > self.latest:
            raise forms.ValidationError("The test cannot be in the future")
        return self.cleaned_data["tested_on"]


class PitchesForm(forms.Form):
    pitches = forms.IntegerField(label="How many pitches?", min_value=1, max_value=500)
    facilities = forms.MultipleChoiceField(
        label="What is there?",
        choices=[("shop", "A shop"), ("showers", "Showers"), ("hook_up", "Electricity")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class PlanForm(forms.Form):
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


def note(draft: Draft, actor: Actor, at: datetime) -> None:
    SAVED.append((draft.reference, draft.answers["plan"]["plans"]))


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
        Page("plan", PlanForm, "A plan of the site", applies=large, kept=("plans",), on_valid=receive, on_saved=note),
    ],
)

NAME = {"name": {"name": "Sunny Fields"}}
MAINS = {"water": {"water": "mains"}}
WELL = {
    "water": {"water": "well"},
    "well": {"tested_on_day": "3", "tested_on_month": "2", "tested_on_year": "2026", "notes": ""},
}
FEW = {"pitches": {"pitches": "20", "facilities": ["shop", "showers"]}}
MANY = {"pitches": {"pitches": "200", "facilities": []}}
WHOLE = {**NAME, **MAINS, **FEW}
