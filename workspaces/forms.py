from collections.abc import Iterable
from typing import Any

from django import forms

from core.ui.forms import FilterForm, Radios, RecordForm
from workspaces.rules.queue import WHEN_LABELS, WHOSE_LABELS, QueueFilters, When, Whose
from workspaces.selectors.scope import KINDS

EVERYBODY = "0"


class GiveForm(RecordForm):
    """Who does a piece of work. `seen` is who had it on the page, 0 for nobody."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    to_id = forms.ChoiceField(label="Who does this?", widget=Radios())

    def __init__(self, *args: Any, officers: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in officers]
        self.choose("to_id", [*named, (EVERYBODY, "Nobody by name: whoever may do it can take it")])

    def clean_to_id(self) -> int | None:
        return int(self.cleaned_data["to_id"]) or None


class QueueForm(FilterForm):
    whose = forms.ChoiceField(
        label="Whose work",
        required=False,
        choices=[(whose.value, words) for whose, words in WHOSE_LABELS.items()],
    )
    when = forms.ChoiceField(
        label="By when",
        required=False,
        choices=[(when.value, words) for when, words in WHEN_LABELS.items()],
    )
    kind = forms.ChoiceField(
        label="About",
        required=False,
        choices=[("", "Anything"), *((kind, record.label) for kind, record in KINDS.items())],
    )

    def to_filters(self) -> QueueFilters:
        """What was asked for; anything unknown counts as not asked."""
        self.is_valid()
        given = self.cleaned_data
        return QueueFilters(
            whose=Whose(given.get("whose", "")), kind=given.get("kind", ""), when=When(given.get("when", ""))
        )
