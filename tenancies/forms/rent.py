from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from core import dates
from core.money import Money
from core.money.forms import MoneyField
from core.ui.forms import DateField, RecordForm, YesNoField
from core.ui.widgets import Radios
from tenancies.services.rents import Period

PAID = [("full", "All of it"), ("part", "Some of it"), ("none", "Nothing")]
MOST_DAYS = 6
"""Rent days on one form, so that it stays short on a phone. The next ones follow after it."""


class EnterRentForm(RecordForm):
    """One question for each rent day. The class for a tenancy is made by `enter_form`."""

    days: Sequence[date] = ()
    rent: Money = Money.zero()

    def periods(self) -> list[Period]:
        """The rent days that were answered, oldest first."""
        found = []
        for day in self.days:
            answer = self.cleaned_data.get(f"paid_{day.isoformat()}")
            if answer:
                part = self.cleaned_data.get(f"amount_{day.isoformat()}") or Money.zero()
                paid = {"full": self.rent, "part": part, "none": Money.zero()}[answer]
                found.append(Period(day, self.rent, paid))
        return found


def enter_form(days: Sequence[date], rent: Money) -> type[EnterRentForm]:
    """The form for these rent days. A single one must be answered; of several, those that are known."""
    shown = list(days[:MOST_DAYS])
    fields: dict[str, Any] = {}
    for day in shown:
        name = day.isoformat()
        fields[f"paid_{name}"] = forms.ChoiceField(
            label=f"How much of the {rent.short} due on {dates.in_words(day)} was paid?",
            choices=PAID,
            widget=Radios,
            required=len(shown) == 1,
        )
        fields[f"amount_{name}"] = MoneyField(label="How much was paid?", least=Money(1))
    conditional = {f"paid_{day.isoformat()}": {"part": [f"amount_{day.isoformat()}"]} for day in shown}
    return type("EnterRentForm", (EnterRentForm,), {**fields, "conditional": conditional, "days": shown, "rent": rent})


class PaymentForm(RecordForm):
    amount = MoneyField(label="How much was paid?", least=Money(1))
    paid_on = DateField(label="On which day?")


class RentDayForm(RecordForm):
    first_due_on = DateField(label="When is the first rent due?", help_text="The other rent days follow from it.")


class AwardForm(RecordForm):
    amount = MoneyField(
        label="How much of the unpaid rent waits only for Universal Credit?",
        help_text="Enter 0 once the money has come.",
    )
    expected_on = DateField(label="When is it expected?", required=False)


class OfficeAwardForm(AwardForm):
    shared = YesNoField(label="Has the tenant agreed that the landlord may know?")


class CorrectForm(RecordForm):
    amount = MoneyField(label="What should the amount be?", help_text="Enter 0 if the line should not be there.")
    day = DateField(label="What should the day be?")
    reason = forms.CharField(label="What was wrong?", max_length=200)
