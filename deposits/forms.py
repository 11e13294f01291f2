from typing import Any

from django import forms

from core.documents.forms import UploadField
from core.documents.rules.kinds import INVENTORY
from core.ui.forms import DateField, FilterForm, Form, RecordForm
from core.ui.widgets import Paragraphs
from deposits.rules.application import APPLICATION
from tenancies.rules.tenancy import MOVE_IN_CHECKS


class ApplicationFilterForm(FilterForm):
    q = forms.CharField(label="Reference, landlord or postcode", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), *APPLICATION.choices])


class RecommendForm(RecordForm):
    note = forms.CharField(
        label="Why do you recommend it?",
        help_text="Another officer reads this and decides.",
        max_length=2000,
        widget=Paragraphs(rows=4),
    )


class RefuseForm(RecordForm):
    note = forms.CharField(
        label="Why not?", help_text="The landlord reads this.", max_length=2000, widget=Paragraphs(rows=4)
    )


class VoidForm(RecordForm):
    reason = forms.CharField(
        label="Why was it a mistake?",
        help_text="The landlord and the tenant both read this as you write it. Write nothing private of either.",
        max_length=2000,
        widget=Paragraphs(rows=4),
        error_messages={"required": "Say why it was a mistake"},
    )


class SignForm(RecordForm):
    signed_name = forms.CharField(label="Type your full name to sign", max_length=200)
    agreed = forms.BooleanField(label="I have read the terms and I agree to them")


class InventoryForm(RecordForm):
    made_on = DateField(label="The day it was made")
    landlord_signed_as = forms.CharField(label="Signed for the landlord by", max_length=200)
    tenant_signed_as = forms.CharField(label="Signed by the tenant as", max_length=200)
    photo = UploadField(kind=INVENTORY, label="A photograph or the signed inventory as a PDF")
    photo_shows = forms.CharField(
        label="What it shows", help_text="For example: the hall and front door", max_length=200
    )
    notes = forms.CharField(label="Notes", required=False, max_length=4000, widget=Paragraphs(rows=4))


class VerifyForm(Form):
    code = forms.CharField(
        label="Verification code",
        help_text="It is on the certificate: four groups of four, like CDFG-2346-HJKM-79NP.",
        max_length=40,
    )


class KeysForm(RecordForm):
    """The move-in list. What the law wants first is refused by the service when it is left out."""

    started_on = DateField(label="The day of the keys")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in MOVE_IN_CHECKS.items():
            self.fields[name] = forms.BooleanField(label=words, required=False)

    def checks(self) -> dict[str, bool]:
        return {name: bool(self.cleaned_data[name]) for name in MOVE_IN_CHECKS}
