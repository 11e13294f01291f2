from django import forms

from core.ui.forms import Paragraphs, RecordForm


class SendBackForm(RecordForm):
    because = forms.CharField(
        label="Why do you send it back?",
        help_text="The officer reads it: say what you want to see.",
        max_length=2000,
        widget=Paragraphs(rows=4),
        error_messages={"required": "Enter why you send it back"},
    )
