"""The same questions as the officers' forms, in the words of those who answer them."""

from django import forms

from core.ui.forms import RecordForm, YesNoField
from core.ui.widgets import Paragraphs, Radios
from lettings.rules.nomination import (
    LANDLORD_REASON_LABELS,
    RESIDENT_REASON_LABELS,
    LandlordReason,
    ResidentReason,
)


class SeeHomeForm(RecordForm):
    wants = YesNoField(label="Do you want to see this home?", yes="Yes, I want to see it", no="No, not this one")
    reason = forms.ChoiceField(
        label="What is not right about it?",
        help_text="It helps us find a better one. It is not held against you.",
        choices=[(reason.value, RESIDENT_REASON_LABELS[reason]) for reason in ResidentReason],
        widget=Radios,
    )
    note = forms.CharField(label="Tell us more", required=False, max_length=1000, widget=Paragraphs(rows=3))
    conditional = {"wants": {"no": ["reason", "note"]}}


class MeetHouseholdForm(RecordForm):
    wants = YesNoField(label="Would you like to meet this household?", yes="Yes, arrange a viewing", no="No")
    reason = forms.ChoiceField(
        label="Why not?",
        help_text="Getting benefits or having children can never be a reason. It is against the law.",
        choices=[(reason.value, LANDLORD_REASON_LABELS[reason]) for reason in LandlordReason],
        widget=Radios,
    )
    note = forms.CharField(label="Tell us more", required=False, max_length=1000, widget=Paragraphs(rows=3))
    conditional = {"wants": {"no": ["reason", "note"]}}


class AnswerOfferForm(RecordForm):
    accepts = YesNoField(label="Do you want this home?", yes="Yes, I accept", no="No, I do not want it")
    reasons = forms.CharField(
        label="Why not?",
        help_text="Tell us what is wrong with it. We may have missed something.",
        max_length=2000,
        widget=Paragraphs(rows=4),
    )
    conditional = {"accepts": {"no": ["reasons"]}}
