from django import forms as django_forms

from core.audit.selectors.trail import Search
from core.ui import forms


class SearchForm(forms.Form):
    marks_optional = False

    record = django_forms.CharField(label="Reference of the record", required=False, max_length=40)
    who = django_forms.CharField(label="Name of who did it", required=False, max_length=100)
    first = forms.DateField(label="First day", required=False)
    last = forms.DateField(label="Last day", required=False)

    def to_input(self) -> Search:
        given = self.cleaned_data
        return Search(
            record=given.get("record") or "",
            who=given.get("who") or "",
            first=given.get("first"),
            last=given.get("last"),
        )
