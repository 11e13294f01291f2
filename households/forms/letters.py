"""The checklist of a letter, and how it is given."""

from typing import Any

from django import forms

from core.ui.forms import DateField, Paragraphs, Radios, RecordForm
from households.rules.letter import DELIVERY_LABELS, SPECS, Delivery, LetterKind
from households.services.letters import Ready


class LetterForm(RecordForm):
    """One tick for each item that no rule can tick. An item left open is refused by the service, at its box."""

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
    about = forms.CharField(max_length=300)
    answer_by = DateField(label="The day by which they answer", help_text="Give them a reasonable time to think.")
    marks_optional = False

    def __init__(self, *args: Any, kind: LetterKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if SPECS[kind].asks:
            self.fields["about"].label = SPECS[kind].asks
        else:
            del self.fields["about"], self.fields["answer_by"]
        for item in SPECS[kind].items:
            if not item.by_rule:
                self.fields[item.key] = forms.BooleanField(
                    label=item.words, help_text=f"Source: {item.source}.", required=False
                )
        self.order_fields(["seen", "about", "answer_by", *(item.key for item in SPECS[kind].items), "delivery"])


def to_ready(kind: LetterKind, answers: dict[str, Any]) -> Ready:
    said = {name: answers.pop(name) for name in ("about", "answer_by") if name in answers}
    ticks = {name: bool(value) for name, value in answers.items() if name != "delivery"}
    return Ready(kind=kind, delivery=Delivery(answers["delivery"]), ticks=ticks, **said)


class TakeBackForm(RecordForm):
    note = forms.CharField(label="Why do you take it back?", max_length=2000, widget=Paragraphs(rows=3))
