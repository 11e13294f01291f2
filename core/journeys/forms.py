from django import forms

AGAIN = "Check your answers again, then send them"


class SeenForm(forms.Form):
    """The version of the answers that the person checked."""

    seen = forms.IntegerField(
        min_value=1, widget=forms.HiddenInput, error_messages={"required": AGAIN, "invalid": AGAIN, "min_value": AGAIN}
    )
