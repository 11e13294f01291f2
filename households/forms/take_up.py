from typing import Any, ClassVar

from django import forms

from core.ui.forms import Paragraphs, Radios, RecordForm


class TakeUpForm(RecordForm):
    """Taking up what somebody told us. Only for a restricted record: whether it stays so."""

    conditional: ClassVar = {"stays": {"no": ["reason"]}}

    stays = forms.ChoiceField(
        label="Must this record stay restricted?",
        choices=[
            ("yes", "Yes: only I, managers and those I add may know of it"),
            ("no", "No: every officer who works with households may see it"),
        ],
        initial="yes",
        widget=Radios(),
    )
    reason = forms.CharField(label="Why is it safe to open it?", max_length=2000, widget=Paragraphs(rows=3))

    def __init__(self, *args: Any, restricted: bool, **kwargs: Any) -> None:
        if not restricted:
            self.base_fields = {"seen": self.base_fields["seen"]}
            self.conditional = {}
        super().__init__(*args, **kwargs)
