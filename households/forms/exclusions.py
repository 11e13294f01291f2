from typing import Any

from django import forms

from core.ui.forms import DateField, Paragraphs, RecordForm


class ExcludeForm(RecordForm):
    landlord = forms.ChoiceField(label="Which landlord or agency?")
    reason = forms.CharField(
        label="Why?",
        help_text="Only officers who work on this case read it. It is never shown to the landlord.",
        max_length=300,
        widget=Paragraphs(rows=3),
    )

    def __init__(self, *args: Any, landlords: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("landlord", [("", "Choose"), *landlords])


class WithdrawNoticeForm(RecordForm):
    on = DateField(label="The day it was taken back")
    reason = forms.CharField(
        label="How do you know?",
        help_text="For example: the landlord wrote to you, or a court found it not valid.",
        max_length=2000,
        widget=Paragraphs(rows=3),
    )


class InviteForm(RecordForm):
    safe = forms.BooleanField(
        label="They told me that nobody else can read this e-mail",
        error_messages={"required": "Ask them first whether anyone else can read their e-mail"},
    )
