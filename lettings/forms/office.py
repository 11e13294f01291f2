from datetime import datetime, time
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from core.ui.forms import DateField, FilterForm, RecordForm, YesNoField
from core.ui.widgets import Paragraphs, Radios
from lettings.rules.nomination import (
    LANDLORD_REASON_LABELS,
    RESIDENT_REASON_LABELS,
    LandlordReason,
    ResidentReason,
)
from lettings.rules.offer import BASIS_LABELS
from lettings.rules.suitability import ALL_REFS, ANSWER_LABELS, Answer
from lettings.rules.viewing import Outcome
from properties.rules.let import LET

LONDON = ZoneInfo("Europe/London")


def time_of_day(text: str) -> time:
    """ "14:30", "2:30pm" or "9am" as a time. Raises ValidationError."""
    for pattern in ("%H:%M", "%I:%M%p", "%I%p", "%H.%M", "%I.%M%p"):
        try:
            return datetime.strptime(text.strip().lower().replace(" ", ""), pattern).time()  # noqa: DTZ007  a time without a day
        except ValueError:
            continue
    raise ValidationError("Enter a time, like 14:30 or 2:30pm", code="invalid")


class LetFilterForm(FilterForm):
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), *LET.choices])
    bedrooms = forms.ChoiceField(
        label="Bedrooms", required=False, choices=[("", "Any"), *((str(n), str(n)) for n in range(6))]
    )


class OverrideForm(RecordForm):
    override_because = forms.CharField(
        label="Why do you choose them rather than those above them?",
        help_text="Kept on the record. Needed only when they are not first.",
        required=False,
        max_length=2000,
        widget=Paragraphs(rows=4),
    )


class ResidentAnswerForm(RecordForm):
    wants = YesNoField(label="Do they want to see the home?", yes="Yes, they want to see it", no="No")
    reason = forms.ChoiceField(
        label="Why not?",
        choices=[(reason.value, RESIDENT_REASON_LABELS[reason]) for reason in ResidentReason],
        widget=Radios,
    )
    note = forms.CharField(label="What they said", required=False, max_length=1000, widget=Paragraphs(rows=3))
    conditional = {"wants": {"no": ["reason", "note"]}}


class LandlordAnswerForm(RecordForm):
    wants = YesNoField(label="Would they like to meet the household?", yes="Yes", no="No")
    reason = forms.ChoiceField(
        label="Why not?",
        help_text="Benefits and children can never be a reason.",
        choices=[(reason.value, LANDLORD_REASON_LABELS[reason]) for reason in LandlordReason],
        widget=Radios,
    )
    note = forms.CharField(label="What they said", required=False, max_length=1000, widget=Paragraphs(rows=3))
    conditional = {"wants": {"no": ["reason", "note"]}}


WHO_IS_TOLD = "The household is told at once, and the landlord if they knew of them. Neither reads what you write here."


class NoteForm(RecordForm):
    note = forms.CharField(label="Why?", max_length=2000, widget=Paragraphs(rows=4))


class ViewingForm(RecordForm):
    day = DateField(label="Day of the viewing")
    at_time = forms.CharField(label="Time", help_text="For example 14:30 or 2:30pm", max_length=10)
    where_to_meet = forms.CharField(
        label="Where to meet",
        help_text="The household reads this. For example: at the front door of the block.",
        max_length=200,
    )

    def clean_at_time(self) -> time:
        return time_of_day(self.cleaned_data["at_time"])

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["at_time"], tzinfo=LONDON)


class ViewingOutcomeForm(RecordForm):
    came = forms.ChoiceField(
        label="Who came?",
        choices=[
            ("both", "Both came"),
            ("resident_missed", "The household did not come"),
            ("landlord_missed", "The landlord did not come"),
        ],
        widget=Radios,
    )
    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=[
            (Outcome.PROCEED.value, "They both want to go on: prepare an offer"),
            (Outcome.NOT_FOR_US.value, "The household does not want it"),
        ],
        widget=Radios,
    )
    note = forms.CharField(label="Notes", required=False, max_length=2000, widget=Paragraphs(rows=3))
    conditional = {"came": {"both": ["outcome"]}}


class DraftOfferForm(RecordForm):
    basis = forms.ChoiceField(label="What kind of offer is it?", choices=list(BASIS_LABELS.items()), widget=Radios)
    move_on = DateField(label="The day they would have to take it up")
    secured_by_council = YesNoField(
        label="Do we secure this home for them?",
        help_text="No when they found it themselves and we only help with it.",
        yes="Yes, we do",
        no="No, they found it",
    )
    location_reasons = forms.CharField(
        label="Location: distance to school, work, family, doctor and support",
        help_text="Write what you looked at and why it is right for them (article 2 of the 2012 Order).",
        max_length=4000,
        widget=Paragraphs(rows=4),
    )


class PackForm(RecordForm):
    """The 13 rows of article 3. Rows that a fact answers are left out."""

    def __init__(self, *args: object, rows: list, **kwargs: object) -> None:
        self.rows = rows
        super().__init__(*args, **kwargs)
        for row in rows:
            if row.is_fact:
                continue
            choices = [
                (answer.value, label)
                for answer, label in ANSWER_LABELS.items()
                if answer is not Answer.NOT_APPLICABLE or row.not_applicable_allowed
            ]
            self.fields[f"answer_{row.ref}"] = forms.ChoiceField(
                label=f"{row.letter} {row.label}", choices=choices, initial=row.answer, widget=Radios(inline=True)
            )
            self.fields[f"evidence_{row.ref}"] = forms.CharField(
                label=f"Evidence for {row.letter}", initial=row.evidence, required=False, max_length=400
            )

    def to_answers(self) -> dict[str, tuple[str, str]]:
        """What changed: ref -> (answer, evidence)."""
        before = {row.ref: (row.answer, row.evidence) for row in self.rows}
        given = {
            ref: (self.cleaned_data[f"answer_{ref}"], self.cleaned_data[f"evidence_{ref}"])
            for ref in ALL_REFS
            if f"answer_{ref}" in self.fields
        }
        return {ref: answer for ref, answer in given.items() if answer != before[ref]}


class SignForm(RecordForm):
    override_because = forms.CharField(
        label="Reason for leaving a check out",
        help_text="Only where article 3 does not bind. Leave empty otherwise.",
        required=False,
        max_length=2000,
        widget=Paragraphs(rows=3),
    )
    affordability_because = forms.CharField(
        label="Reason for going on without a check that the rent is affordable",
        help_text="Only when there is none. Leave empty otherwise. It is kept with the offer.",
        required=False,
        max_length=2000,
        widget=Paragraphs(rows=3),
    )


class MakeOfferForm(RecordForm):
    answer_by = DateField(
        label="By when should they tell us?",
        help_text="A reasonable time to think. There is no fixed length.",
    )


class OfferAnswerForm(RecordForm):
    accepts = YesNoField(label="What did they say?", yes="Yes, they accept", no="No, they refuse")
    reasons = forms.CharField(label="Why, in their words", max_length=2000, widget=Paragraphs(rows=3))
    conditional = {"accepts": {"no": ["reasons"]}}
