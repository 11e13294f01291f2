"""Recording a household: who asks for help, how to reach them, what happened."""

from typing import Any, ClassVar

from django import forms

from core.places.forms import PostcodeField
from core.ui.forms import Checkboxes, DateField, FilterForm, Form, Paragraphs, Radios, RecordForm, Text
from core.ui.telephone import TelephoneField
from households.rules.case import CASE, RESTRICTED_LABELS, HouseholdFilters, Restriction
from households.rules.duty import DutyKind
from households.services.cases import Contact

NOT_RESTRICTED = "no"


class OtherReason(forms.CharField):
    """Why a record is restricted, where none of the usual reasons says it."""

    def __init__(self) -> None:
        super().__init__(label="What is the reason?", max_length=200, widget=Text(width=30))


class WhoFields(forms.Form):
    """Name, how to reach them, and what happened."""

    name = forms.CharField(
        label="Name of the person asking for help",
        help_text="This is all you need to start. They never need a document to ask for help.",
        max_length=200,
        error_messages={"required": "Enter a name to call them by"},
        widget=Text(width=30),
    )
    telephone = TelephoneField(label="Telephone", required=False)
    email = forms.EmailField(label="Email", required=False, max_length=254)
    present_address = forms.CharField(
        label="Where they are now",
        help_text="An address, or words such as “on a friend’s sofa” or “in a car”.",
        required=False,
        max_length=400,
        widget=Paragraphs(rows=3),
    )
    present_postcode = PostcodeField(label="Postcode there", required=False)
    what_happened = forms.CharField(
        label="What happened, in their words", required=False, max_length=6000, widget=Paragraphs(rows=5)
    )
    loss_reason = forms.ChoiceField(
        label="Why they are losing, or have lost, their home",
        help_text="The government’s list. You can leave it until you know.",
        required=False,
    )


def contact(answers: dict[str, Any]) -> Contact:
    names = ("name", "email", "telephone", "present_address", "present_postcode")
    return Contact(**{name: answers[name] for name in names})


class NewForm(Form, WhoFields):
    approach_on = DateField(label="The day they came to us")
    restricted = forms.ChoiceField(
        label="Must this record be kept from other officers?",
        help_text="Only you, managers and those you add will see that it exists.",
        choices=[(NOT_RESTRICTED, "No"), *RESTRICTED_LABELS.items()],
        initial=NOT_RESTRICTED,
        widget=Radios(),
    )
    restricted_because = OtherReason()
    conditional: ClassVar = {"restricted": {Restriction.OTHER.value: ["restricted_because"]}}

    def __init__(self, *args: Any, reasons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("loss_reason", [("", "Not known yet"), *reasons])

    def to_input(self) -> dict[str, Any]:
        answers = self.cleaned_data
        return {
            "contact": contact(answers),
            "what_happened": answers["what_happened"],
            "loss_reason": answers["loss_reason"],
            "approach_on": answers["approach_on"],
            "restriction": None if answers["restricted"] == NOT_RESTRICTED else Restriction(answers["restricted"]),
            "restricted_because": answers["restricted_because"],
        }


class ContactForm(RecordForm, WhoFields):
    def __init__(self, *args: Any, reasons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("loss_reason", [("", "Not known yet"), *reasons])


class DayForm(RecordForm):
    on = DateField(label="The day the assessment started")


class ReasonForm(RecordForm):
    reason = forms.CharField(label="Why?", help_text="Kept on the record.", max_length=2000, widget=Paragraphs(rows=4))


class SafeContactForm(RecordForm):
    """How they may be reached without putting anyone at risk."""

    never = forms.MultipleChoiceField(
        label="What must never happen",
        choices=[
            ("no_email", "No email"),
            ("no_letter", "No letters to the address we have"),
            ("no_voicemail", "No messages left on the telephone"),
            ("no_text", "No texts"),
            ("no_call", "No calls: they contact us"),
        ],
        required=False,
        widget=Checkboxes(),
    )
    safe_times = forms.CharField(
        label="Safe times to ring",
        help_text="For example: school days from 9:30am to 2pm",
        required=False,
        max_length=200,
    )
    code_word = forms.CharField(
        label="Code word",
        help_text="You say it so that they know it is us.",
        required=False,
        max_length=60,
        widget=Text(width=20),
    )
    named_other = forms.CharField(label="Who may take a message instead", required=False, max_length=200)


class RestrictForm(RecordForm):
    restriction = forms.TypedChoiceField(
        label="Why must it be restricted?",
        choices=list(RESTRICTED_LABELS.items()),
        coerce=Restriction,
        widget=Radios(),
    )
    restricted_because = OtherReason()
    conditional: ClassVar = {"restriction": {Restriction.OTHER.value: ["restricted_because"]}}


class AllowForm(RecordForm):
    officer = forms.ChoiceField(label="Which officer?")
    reason = forms.CharField(label="Why do they need to see it?", max_length=200)

    def __init__(self, *args: Any, officers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("officer", [("", "Choose"), *officers])


class HouseholdFilterForm(FilterForm):
    q = forms.CharField(label="Name, reference, postcode or telephone", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All that are open"), *CASE.choices])
    duty = forms.ChoiceField(
        label="Duty owed",
        required=False,
        choices=[("", "Any"), *((kind.value, kind.value.title()) for kind in DutyKind), ("none", "None yet")],
    )
    mine = forms.BooleanField(label="Only mine", required=False)

    def to_filters(self) -> HouseholdFilters:
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return HouseholdFilters(
            text=given.get("q", ""),
            state=given.get("state", ""),
            duty=given.get("duty", ""),
            mine=given.get("mine", False),
        )
