from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from core.errors import DomainError
from core.journeys.rules.walk import Answers
from core.money import Money
from core.money.forms import MoneyField
from core.rulebook.selectors import rates
from core.ui.forms import Checkboxes, DateField, Form, Radios, Text, YesNoField
from properties.forms.about import NONE, is_room, without_none
from properties.rules.home import BILL_LABELS, RENT_FREQUENCY_LABELS, lha_category

HIGHEST_RENT = Money(2_000_000)


class DatedForm(Form):
    """A form whose questions depend on the London day."""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)


class NoticeFields(DatedForm):
    """Whether a ground 1 or 1A notice was given, with its dates. A service keeps the answer and may refuse on it."""

    given = YesNoField(
        label="Have you given a ground 1 or ground 1A notice for this home?",
        help_text="That is a notice to a tenant because you or your family want to move in (ground 1) "
        "or because you want to sell (ground 1A).",
    )
    served_on = DateField(label="The day the tenant got the notice")
    specified_on = DateField(label="The date in the notice")
    other_order_on = DateField(
        label="The day a court made a possession order on another ground",
        help_text="Leave it empty if there was none.",
        required=False,
    )
    conditional = {"given": {"yes": ["served_on", "specified_on", "other_order_on"]}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["served_on"].latest = self.on
        self.fields["other_order_on"].latest = self.on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        served, specified = cleaned.get("served_on"), cleaned.get("specified_on")
        if served and specified and specified < served:
            self.add_error("specified_on", "The date in the notice must be the day the tenant got it, or later")
        return cleaned


class RentField(MoneyField):
    """A rent: more than nothing. A rent that nobody asks is taken for a slip of the hand."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(most=HIGHEST_RENT, **kwargs)

    def validate(self, value: Money | None) -> None:
        super().validate(value)
        if value is not None and value <= Money.zero():
            raise forms.ValidationError("The rent must be more than £0.", code="rent_of_nothing")


class RentForm(Form):
    rent = RentField(
        label="How much is the rent?",
        widget=Text(prefix="£", width=10),
        error_messages={"required": "Enter the rent"},
    )
    rent_frequency = forms.ChoiceField(
        label="How often is it paid?", choices=list(RENT_FREQUENCY_LABELS.items()), widget=Radios()
    )

    def __init__(self, *args: Any, allowance: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = "One figure. Nobody may be asked or allowed to pay more than the rent that is advertised."
        self.fields["rent"].help_text = f"{words} {allowance}".strip()


def rent_kwargs(answers: Answers, on: date) -> Mapping[str, Any]:
    category = lha_category(answers.value("size", "bedrooms") or 1, room_in_shared_house=is_room(answers))
    try:
        rate = rates.lha_rate(answers.value("market-area", "brma_key"), category, on)
    except DomainError:
        return {}
    size = "a room in a shared house" if is_room(answers) else category.label
    return {"allowance": f"Benefits cover up to {rate.monthly.short} a month here for {size}."}


class BillsForm(Form):
    bills = forms.MultipleChoiceField(
        label="Which bills does the rent include?",
        choices=[*BILL_LABELS.items(), (NONE, "None of these")],
        widget=Checkboxes(exclusive=NONE),
        error_messages={"required": "Select the bills, or “None of these”"},
    )

    def clean_bills(self) -> list[str]:
        return without_none(self.cleaned_data["bills"])


class SelectiveForm(Form):
    in_area = YesNoField(
        label="Does the council want every landlord in this street to have a licence?",
        help_text="This is called selective licensing. The council that the home is in can tell you.",
    )
    number = forms.CharField(
        label="Licence number",
        help_text="Leave it empty if you have none yet. We cannot let the home without it.",
        required=False,
        max_length=40,
        widget=Text(width=20),
    )
    expires_on = DateField(label="The last day of the licence", required=False)
    conditional = {"in_area": {"yes": ["number", "expires_on"]}}

    def clean(self) -> dict[str, Any]:
        return with_both(self, super().clean() or {})


class HmoForm(Form):
    hmo = forms.ChoiceField(
        label="Does it need a licence as a house in multiple occupation (HMO)?",
        choices=[
            (NONE, "No"),
            ("mandatory", "Yes: five or more people from two or more households share it"),
            ("additional", "Yes: the council asks it of smaller shared houses too"),
        ],
        widget=Radios(),
    )


class HmoLicenceForm(Form):
    number = forms.CharField(
        label="HMO licence number",
        help_text="Leave it empty if you have none yet. We cannot let the home without it.",
        required=False,
        max_length=40,
        widget=Text(width=20),
    )
    expires_on = DateField(label="The last day of the licence", required=False)

    def clean(self) -> dict[str, Any]:
        return with_both(self, super().clean() or {})


def needs_hmo_licence(answers: Answers) -> bool:
    return answers.value("hmo", "hmo") in ("mandatory", "additional")


def with_both(form: Form, cleaned: dict[str, Any]) -> dict[str, Any]:
    """A licence has a number and a last day, or neither is given yet."""
    if cleaned.get("number") and not cleaned.get("expires_on") and "expires_on" not in form.errors:
        form.add_error("expires_on", "Enter the last day of the licence")
    elif cleaned.get("expires_on") and not cleaned.get("number"):
        form.add_error("number", "Enter the licence number")
    return cleaned
