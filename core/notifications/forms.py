from django import forms as django_forms

from core.notifications.rules.delivery import MACHINE
from core.notifications.rules.message import CHANNEL_WORDS
from core.notifications.selectors import Search
from core.ui import forms


class SearchForm(forms.Form):
    marks_optional = False

    text = django_forms.CharField(
        label="Name, address or reference", required=False, max_length=100, help_text="Of the message or the record"
    )
    state = django_forms.ChoiceField(
        label="State", required=False, choices=[("", "Any"), *MACHINE.choices], widget=django_forms.Select
    )
    channel = django_forms.ChoiceField(
        label="Sent as",
        required=False,
        choices=[("", "Any"), *((channel.value, words.capitalize()) for channel, words in CHANNEL_WORDS.items())],
    )
    first = forms.DateField(label="First day", required=False)
    last = forms.DateField(label="Last day", required=False)

    def to_input(self) -> Search:
        given = self.cleaned_data
        return Search(
            state=given.get("state") or "",
            channel=given.get("channel") or "",
            text=given.get("text") or "",
            first=given.get("first"),
            last=given.get("last"),
        )
