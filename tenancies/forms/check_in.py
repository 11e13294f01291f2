from django import forms

from core.ui.forms import Form, Radios
from tenancies.rules.check_in import ANSWERS, Answer


class CheckInForm(Form):
    given = forms.ChoiceField(
        label="How is it going?",
        help_text="The tenancy that began with our help.",
        choices=list(ANSWERS.items()),
        widget=Radios,
    )

    def to_answer(self) -> Answer:
        return Answer(self.cleaned_data["given"])
