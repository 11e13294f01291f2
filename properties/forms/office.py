from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms

from core.dates import LONDON
from core.ui.forms import DateField, FilterForm, Paragraphs, Radios, RecordForm, Text, YesNoField
from properties.rules.check import ITEMS, MAY_NOT_APPLY, Finding
from properties.rules.home import HOME, HomeFilters
from properties.services.checks import Visit

VERIFY, REJECT = "verify", "reject"
FINDINGS = {Finding.PASS: "Yes", Finding.FAIL: "No", Finding.NOT_APPLICABLE: "Does not apply here"}


class HomeFilterForm(FilterForm):
    q = forms.CharField(label="Address, postcode, reference or landlord", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), *HOME.choices])

    def to_filters(self) -> HomeFilters:
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return HomeFilters(text=given.get("q", ""), state=given.get("state", ""))


class DecideForm(RecordForm):
    decision = forms.ChoiceField(
        label="Is it right?",
        choices=[
            (VERIFY, "Yes: number, dates and address are those of the certificate and of its register"),
            (REJECT, "No"),
        ],
        widget=Radios(),
    )
    reason = forms.CharField(
        label="What is wrong with it?",
        help_text="The landlord reads this exactly as you write it.",
        max_length=2000,
        widget=Paragraphs(rows=3),
        error_messages={"required": "Write what is wrong with it"},
    )
    conditional = {"decision": {REJECT: ["reason"]}}


class ReadForm(RecordForm):
    """For officers, where a reason goes into the record and not to the landlord."""

    note = forms.CharField(
        label="Note",
        help_text="Kept on the record.",
        max_length=2000,
        widget=Paragraphs(rows=3),
        error_messages={"required": "Write a note"},
    )


class ProhibitionForm(ReadForm):
    in_force = YesNoField(label="Is a prohibition order in force for this home?")
    field_order = ("seen", "in_force", "note")


class BookForm(RecordForm):
    """The day and time of a visit, and who goes."""

    visit_on = DateField(label="Day of the visit")
    visit_time = forms.CharField(
        label="Time", help_text="Use 24 hours, like 14:30.", max_length=5, widget=Text(width=5)
    )
    officer_id = forms.TypedChoiceField(label="Who visits?", coerce=int)

    def __init__(self, *args: Any, officers: Sequence[tuple[int, str]], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("officer_id", [("", "Choose"), *officers])
        self.fields["visit_on"].earliest = on

    def clean_visit_time(self) -> time:
        typed = self.cleaned_data["visit_time"].strip().replace(".", ":")
        try:
            return time.fromisoformat(typed.zfill(5))
        except ValueError as error:
            raise forms.ValidationError("Enter a time like 14:30", code="invalid") from error

    @property
    def visit_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["visit_on"], self.cleaned_data["visit_time"], LONDON)


class VisitForm(RecordForm):
    """What an officer found: one answer for every item, then what the landlord is told."""

    notes = forms.CharField(
        label="What did you find?",
        help_text="If the home does not pass, the landlord reads this.",
        required=False,
        max_length=4000,
        widget=Paragraphs(rows=4),
    )
    actions = forms.CharField(
        label="Work that may wait",
        help_text="The home passes, and the landlord does this by the day below. Leave it empty if there is none.",
        required=False,
        max_length=2000,
        widget=Paragraphs(rows=3),
    )
    actions_due_on = DateField(label="By when?", required=False)
    suspected_category_1 = YesNoField(
        label="Did you see anything that may be a serious (category 1) hazard?",
        help_text="We pass it to Environmental Health, who must look into it, and tell the landlord so. "
        "Your visit is not a hazard assessment.",
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item, statement in ITEMS.items():
            answers = [(f, words) for f, words in FINDINGS.items() if f != "not_applicable" or item in MAY_NOT_APPLY]
            self.fields[item] = forms.ChoiceField(
                label=statement,
                choices=answers,
                widget=Radios(inline=True),
                error_messages={"required": f"Choose what you found: {statement[:1].lower()}{statement[1:]}"},
            )
        self.order_fields(["seen", *ITEMS, "notes", "actions", "actions_due_on", "suspected_category_1"])
        self.fields["actions_due_on"].earliest = on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("actions") and not cleaned.get("actions_due_on") and "actions_due_on" not in self.errors:
            self.add_error("actions_due_on", "Say by when the work must be done")
        failed = any(cleaned.get(item) == Finding.FAIL for item in ITEMS)
        if failed and not cleaned.get("actions") and not cleaned.get("notes"):
            self.add_error("notes", "Write what is wrong, so that the landlord can put it right")
        return cleaned

    def to_visit(self) -> Visit:
        given = self.cleaned_data
        return Visit(
            findings={item: given[item] for item in ITEMS},
            notes=given["notes"],
            actions=given["actions"],
            actions_due_on=given["actions_due_on"] if given["actions"] else None,
            suspected_category_1=given["suspected_category_1"],
        )
