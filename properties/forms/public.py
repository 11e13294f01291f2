from django import forms

from core.ui.forms import FilterForm
from properties.rules.let import LetFilters

BEDROOMS = [("", "Any"), ("1", "1 or more"), ("2", "2 or more"), ("3", "3 or more"), ("4", "4 or more")]


class PublicFilterForm(FilterForm):
    bedrooms = forms.TypedChoiceField(label="Bedrooms", choices=BEDROOMS, required=False, coerce=int, empty_value=0)

    def to_filters(self) -> LetFilters:
        self.is_valid()
        return LetFilters(bedrooms=getattr(self, "cleaned_data", {}).get("bedrooms") or 0)
