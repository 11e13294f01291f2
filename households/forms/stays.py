"""Stays in interim and temporary accommodation."""

from typing import Any

from django import forms

from core.money.forms import MoneyField
from core.ui.forms import DateField, Radios, RecordForm, Text, YesNoField
from households.rules.placement import FUNCTION_LABELS
from households.services.placements import Stay


class StayForm(RecordForm):
    provider = forms.CharField(label="Where, and who runs it", max_length=200)
    self_contained = YesNoField(
        label="Do they have their own toilet, washing and cooking?",
        help_text="If they share any of these it can be bed and breakfast: six weeks at most for a family.",
    )
    exempt_provider = forms.BooleanField(
        label="A council, a registered provider or a voluntary body owns or manages it",
        help_text="Then it is not bed and breakfast (SI 2003/3326 art 2).",
        required=False,
    )
    nightly_cost = MoneyField(label="Cost a night", widget=Text(prefix="£", width=5))
    started_on = DateField(label="First night")
    function = forms.ChoiceField(
        label="Under which power or duty?", choices=list(FUNCTION_LABELS.items()), widget=Radios(), initial="s188"
    )


def to_stay(answers: dict[str, Any]) -> Stay:
    return Stay(**answers)


class LeaveForm(RecordForm):
    ended_on = DateField(label="The day they left")
