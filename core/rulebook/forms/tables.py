from datetime import date
from typing import Any

from django import forms

from core.rulebook.rules.confidence import Confidence
from core.rulebook.selectors import rates
from core.rulebook.selectors.pages import Wanted
from core.ui.forms import DateField, FilterForm

ANY = ("", "Any")


class DayForm(FilterForm):
    on = DateField(label="As it stands on", required=False)

    def day(self, today: date) -> date:
        """The day asked for, or today."""
        return (self.cleaned_data.get("on") if self.is_valid() else None) or today


class TableForm(DayForm):
    words = forms.CharField(label="Words", required=False, max_length=100)
    confidence = forms.ChoiceField(
        label="How sure", required=False, choices=[ANY, *((each.value, each.label) for each in Confidence)]
    )

    def wanted(self, today: date) -> Wanted:
        """What to show: all rows of the day wherever a filter is left out or will not do."""
        day = self.day(today)
        given = {name: given for name, given in self.cleaned_data.items() if name != "on"}
        return Wanted(on=day, **given)


class RatesForm(TableForm):
    area = forms.ChoiceField(label="Rental market area", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("area", [ANY, *rates.brma_names().items()])
