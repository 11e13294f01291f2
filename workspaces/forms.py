from django import forms

from core.ui.forms import FilterForm
from workspaces.rules.queue import WHEN_LABELS, WHOSE_LABELS, QueueFilters, When, Whose
from workspaces.selectors.scope import KINDS


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
