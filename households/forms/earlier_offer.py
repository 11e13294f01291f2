"""A private offer that ended an earlier main duty."""

from typing import Any

from django import forms

from core.ui.forms import DateField, Paragraphs, RecordForm, YesNoField
from households.rules.reapplication import EarlierOffer
from households.services.reapplying import Given


class EarlierOfferForm(RecordForm):
    accepted_on = DateField(label="The day they accepted the private offer")
    applied_on = DateField(label="The day they asked us for help again")
    used_before = YesNoField(label="Have they asked again after this offer once before?")
    restricted_person = YesNoField(
        label="Is it only through a restricted person?",
        help_text="Someone in the household who is not eligible, and only because of whom they are homeless or in "
        "priority need (s184(7)).",
    )
    known_from = forms.CharField(
        label="How do you know?",
        help_text="For example: our letter of the day, or the council that made the offer told us.",
        max_length=2000,
        widget=Paragraphs(rows=3),
    )


def to_given(answers: dict[str, Any]) -> Given:
    facts = {name: value for name, value in answers.items() if name != "known_from"}
    return Given(EarlierOffer(**facts), answers["known_from"])
