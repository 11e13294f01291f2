from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from core.errors import DomainError
from core.journeys.rules.walk import Answers
from core.ui.forms import Checkboxes, Form, Radios, Text, YesNoField
from properties.rules.home import (
    FURNISHED_LABELS,
    HEATING_LABELS,
    PROPERTY_TYPE_LABELS,
    Heating,
    PropertyType,
    check_people,
)

NONE = "none"


class TypeForm(Form):
    property_type = forms.ChoiceField(
        label="What kind of home is it?", choices=list(PROPERTY_TYPE_LABELS.items()), widget=Radios()
    )


class SharedForm(Form):
    room_in_shared_house = YesNoField(
        label="What do you let?",
        yes="A room in a shared house",
        no="The whole home",
        widget=Radios(hints={"yes": "The tenant shares the kitchen or bathroom with people they do not know."}),
    )


def is_room(answers: Answers) -> bool:
    return bool(answers.value("shared", "room_in_shared_house"))


class SizeForm(Form):
    bedrooms = forms.IntegerField(
        label="How many bedrooms are there?",
        help_text="Count a studio as 1.",
        min_value=1,
        max_value=20,
        widget=Text(width=2, inputmode="numeric"),
    )
    max_occupants = forms.IntegerField(
        label="How many people can live there at most?",
        help_text="Count children too.",
        min_value=1,
        max_value=60,
        widget=Text(width=2, inputmode="numeric"),
    )

    def __init__(self, *args: Any, room: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room
        if room:
            del self.fields["bedrooms"]
            self.fields["max_occupants"].label = "How many people can live in the room at most?"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        people, bedrooms = cleaned.get("max_occupants"), cleaned.get("bedrooms", 1 if self.room else None)
        if people is not None and bedrooms is not None:
            try:
                check_people(bedrooms, people, room_in_shared_house=self.room)
            except DomainError as error:
                self.refuse(error)
        return cleaned


def size_kwargs(answers: Answers, _on: date) -> Mapping[str, Any]:
    return {"room": is_room(answers)}


class FloorForm(Form):
    level = forms.ChoiceField(
        label="Which floor is it on?",
        choices=[("ground", "The ground floor"), ("above", "A floor above")],
        widget=Radios(),
    )
    floor = forms.IntegerField(
        label="Which one?", help_text="The first floor is 1.", min_value=1, max_value=60, widget=Text(width=2)
    )
    has_lift = YesNoField(label="Is there a lift to it?")
    conditional = {"level": {"above": ["floor", "has_lift"]}}


def has_floors_below(answers: Answers) -> bool:
    """A flat, a room, or something unusual may be upstairs; a whole house stands on the ground."""
    kind = answers.value("type", "property_type")
    return is_room(answers) or kind in (PropertyType.FLAT, PropertyType.OTHER)


class AccessForm(Form):
    access = forms.MultipleChoiceField(
        label="Which of these does it have?",
        choices=[
            ("step_free", "No steps from the street to the front door and inside"),
            ("wheelchair_accessible", "Room and doors wide enough for a wheelchair"),
            ("parking", "A parking space"),
            (NONE, "None of these"),
        ],
        widget=Checkboxes(exclusive=NONE),
        error_messages={"required": "Select what it has, or “None of these”"},
    )

    def clean_access(self) -> list[str]:
        return without_none(self.cleaned_data["access"])


def without_none(chosen: list[str]) -> list[str]:
    """What was ticked, when "none" was not ticked beside it. Raises ValidationError when it was."""
    if NONE in chosen and len(chosen) > 1:
        raise forms.ValidationError("Select what it has, or “None of these”, not both", code="both")
    return [each for each in chosen if each != NONE]


class FurnishedForm(Form):
    furnished = forms.ChoiceField(label="Is it furnished?", choices=list(FURNISHED_LABELS.items()), widget=Radios())


class RulesForm(Form):
    pets_considered = YesNoField(
        label="Would you consider a pet?",
        help_text="A tenant may always ask. You answer within 28 days and need a good reason to say no.",
    )
    smoking_allowed = YesNoField(label="May people smoke inside?")


class HeatingForm(Form):
    has_gas = YesNoField(label="Is there gas in the home?", help_text="A gas supply, or anything that runs on gas.")
    heating = forms.ChoiceField(label="How is it heated?", choices=list(HEATING_LABELS.items()), widget=Radios())
    other_burners = YesNoField(
        label="Is there anything else fixed in it that burns fuel?",
        help_text="A gas fire, a wood stove or an open fire. A gas cooker does not count.",
    )
    supplies_electrical_equipment = YesNoField(
        label="Do you supply anything electrical?", help_text="A cooker, a fridge, a washing machine, lamps."
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("heating") == Heating.GAS_BOILER and cleaned.get("has_gas") is False:
            self.add_error("has_gas", "You chose a gas boiler, so there is gas in the home")
        return cleaned


def has_gas(answers: Answers) -> bool:
    return bool(answers.value("heating", "has_gas"))
