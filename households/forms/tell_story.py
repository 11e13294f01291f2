"""Telling us early, second part: what is happening, how soon, who is with the person, and where they are."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from core.places.forms import PostcodeField
from core.ui.forms import Checkboxes, DateField, Form, Paragraphs, Radios, Text, YesNoField
from households.forms.tell_reach import alone
from households.rules.case import MemberRole
from households.rules.telling import WHEN_LABELS, WORRY_LABELS, Seen

SEX = [("F", "Female"), ("M", "Male")]
WHERE = {
    "own": "In a home I rent or own",
    "family": "With family or friends",
    "hostel": "In a hostel or a refuge",
    "hotel": "In a hotel or bed and breakfast",
    "outside": "Outside, in a car or in a tent",
    "institution": "In hospital, prison or care",
    "other": "Somewhere else",
}
ROLES = [
    (MemberRole.PARTNER, "My partner"),
    (MemberRole.CHILD, "A child or young person"),
    (MemberRole.NON_DEPENDANT, "Another adult"),
    (MemberRole.EXPECTED_BABY, "A baby on the way"),
]
CAN_RING = {"will_ring": "I will ring", "cannot": "I cannot ring now. Carry on here"}


class WorryForm(Form):
    worries = forms.MultipleChoiceField(
        label="What is happening?",
        help_text="Tick all that are true for you.",
        choices=list(WORRY_LABELS.items()),
        error_messages={"required": "Tick what is happening. If nothing fits, tick “Something else”"},
        widget=Checkboxes(),
    )


class SeenForm(Form):
    watched = forms.MultipleChoiceField(
        label="Can the person you are afraid of see any of these?",
        help_text="We will not use what they can see.",
        choices=[
            (Seen.PHONE, "My phone"),
            (Seen.EMAIL, "My email"),
            (Seen.POST, "My post"),
            (Seen.NONE, "None of these"),
        ],
        error_messages={"required": "Tick what they can see, or “None of these”"},
        widget=Checkboxes(exclusive=Seen.NONE),
    )

    def clean_watched(self) -> list[str]:
        watched: list[str] = self.cleaned_data["watched"]
        if not alone(watched, Seen.NONE):
            raise forms.ValidationError("Tick “None of these” alone, or tick what they can see", code="none_and_more")
        return watched


class CouncilForm(Form):
    knows = forms.ChoiceField(
        label="Does that person know anyone who works for the council?",
        help_text="If they do, or you are not sure, only a manager sees what you tell us here.",
        choices=[("yes", "Yes"), ("no", "No"), ("unsure", "I am not sure")],
        widget=Radios(),
    )


class NowForm(Form):
    safe_now = forms.ChoiceField(
        label="Are you safe where you are now?",
        choices=[("yes", "Yes"), ("no", "No"), ("unsure", "I am not sure")],
        widget=Radios(),
    )


class WhenForm(Form):
    when = forms.ChoiceField(
        label="When might you have nowhere to live?", choices=list(WHEN_LABELS.items()), widget=Radios()
    )


class CallForm(Form):
    can_ring = forms.ChoiceField(label="Can you ring us?", choices=list(CAN_RING.items()), widget=Radios())


class DateForm(Form):
    marks_optional = False
    leave_by = DateField(
        label="What date does the notice give?",
        help_text="You do not have to leave on that date. If you do not know it, leave this empty.",
        required=False,
    )


class WhoForm(Form):
    who = forms.ChoiceField(
        label="Who needs a home?",
        choices=[("me", "Just me"), ("others", "Me, and other people with me")],
        widget=Radios(),
    )


class BornForm(Form):
    """Birthday and sex of one person, which the bedroom rules ask. Either may be left out."""

    born_on = DateField(label="Date of birth", required=False)
    sex = forms.ChoiceField(label="Sex", choices=SEX, required=False, widget=Radios(inline=True))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["born_on"].latest = on
        self.fields["sex"].help_text = "The rules on bedrooms ask this."


class YouForm(BornForm):
    pass


class PersonForm(BornForm):
    conditional: ClassVar = {"role": {MemberRole.EXPECTED_BABY: ["due_on"]}}

    role = forms.ChoiceField(label="Who are they?", choices=ROLES, widget=Radios())
    first_name = forms.CharField(label="First name", required=False, max_length=100, widget=Text(width=20))
    due_on = DateField(label="When is the baby due?", required=False)
    more = YesNoField(label="Is there anyone else?", required=True)

    field_order = ("role", "due_on", "first_name", "born_on", "sex", "more")


class WhereForm(Form):
    where = forms.ChoiceField(label="Where are you staying now?", choices=list(WHERE.items()), widget=Radios())
    where_postcode = PostcodeField(
        label="Postcode there", required=False, help_text="Leave this empty if it is not safe to say."
    )


class MoreForm(Form):
    marks_optional = False
    more_words = forms.CharField(
        label="Is there anything else we should know?",
        help_text=(
            "You can leave this empty. You do not have to write about your health, or about what someone did to you."
        ),
        required=False,
        max_length=2000,
        widget=Paragraphs(rows=6),
    )
