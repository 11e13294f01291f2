"""The checklist of a letter, and how it is given."""

from collections.abc import Mapping
from typing import Any

from django import forms

from core.ui.forms import DateField, Paragraphs, Radios, RecordForm
from households.rules.letter import DELIVERY_LABELS, SPECS, Delivery, LetterKind
from households.services.letters import Ready

OFF_RECORD = "off_record"


class LetterForm(RecordForm):
    """One tick for each item that no rule can tick. An item left open is refused by the service, at its box.

    `refused` are the offers, by reference, among which a warning about a refusal chooses.
    """

    delivery = forms.ChoiceField(
        label="How is it given?",
        choices=[(d.value, label) for d, label in DELIVERY_LABELS.items()],
        widget=Radios(
            hints={
                Delivery.POST.value: "They count as told two working days later.",
                Delivery.OFFICE_COLLECTION.value: "It counts as given if they can collect it for a reasonable time.",
            }
        ),
    )
    about_reference = forms.ChoiceField(label="Which offer did they refuse?", widget=Radios)
    about = forms.CharField(max_length=300)
    answer_by = DateField(label="The day by which they answer", help_text="Give them a reasonable time to think.")
    marks_optional = False

    def __init__(self, *args: Any, kind: LetterKind, refused: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.ask_which(refused if kind is LetterKind.REFUSAL_WARNING else {})
        if SPECS[kind].asks:
            self.fields["about"].label = SPECS[kind].asks
        else:
            del self.fields["about"], self.fields["answer_by"]
        for item in SPECS[kind].items:
            if not item.by_rule:
                self.fields[item.key] = forms.BooleanField(
                    label=item.words, help_text=f"Source: {item.source}.", required=False
                )
        self.order_fields(
            ["seen", "about_reference", "about", "answer_by", *(item.key for item in SPECS[kind].items), "delivery"]
        )

    def ask_which(self, refused: Mapping[str, str]) -> None:
        if not refused:
            del self.fields["about_reference"]
            return
        offers = [(reference, f"{home} ({reference})") for reference, home in refused.items()]
        self.fields["about_reference"].choices = [*offers, (OFF_RECORD, "Another one, which is not on record here")]
        self.fields["about"].required = False
        self.fields["about"].help_text = "Only if it is not on record here."


def to_ready(kind: LetterKind, answers: dict[str, Any]) -> Ready:
    said = {name: answers.pop(name) for name in ("about", "answer_by", "about_reference") if name in answers}
    if said.get("about_reference") == OFF_RECORD:
        said["about_reference"] = ""
    ticks = {name: bool(value) for name, value in answers.items() if name != "delivery"}
    return Ready(kind=kind, delivery=Delivery(answers["delivery"]), ticks=ticks, **said)


class TakeBackForm(RecordForm):
    note = forms.CharField(label="Why do you take it back?", max_length=2000, widget=Paragraphs(rows=3))
