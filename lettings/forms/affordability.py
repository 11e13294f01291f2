from django import forms

from core.money import Money
from core.money.forms import MoneyField
from core.ui.forms import Paragraphs, Radios, RecordForm, Text, YesNoField
from lettings.rules.affordability import CAP_EXEMPT_LABELS, CapExempt, Given

NONE = "none"


def pounds(label: str, help_text: str = "") -> MoneyField:
    return MoneyField(label=label, help_text=help_text, required=False, widget=Text(prefix="£", width=10))


class AffordabilityForm(RecordForm):
    """A household's money a month. What is left empty counts as nothing."""

    earnings = pounds("Earnings a month, after tax", "A couple’s together. Leave it empty when nobody works.")
    other_income = pounds(
        "Other money a month that Universal Credit does not count",
        "For example a disability benefit, or maintenance that they get. Not Universal Credit or Child Benefit: "
        "we work those out.",
    )
    maintenance_paid = pounds("Maintenance that they pay a month")
    expenses = pounds(
        "Reasonable living expenses a month, without the rent",
        "Food, energy, travel, clothes, school, debts. Leave it empty if you have not gone through them yet.",
    )
    cap_exempt = forms.ChoiceField(
        label="What lifts the benefit cap for them?",
        choices=[(exempt.value or NONE, label) for exempt, label in CAP_EXEMPT_LABELS.items()],
        widget=Radios,
    )
    grace = YesNoField(
        label="Have they stopped working in the last nine months, after a year of steady earnings?",
        help_text="Then the cap does not apply for nine months (UC Regs 2013 reg 82).",
        yes="Yes",
        no="No",
    )
    limited_capability = YesNoField(
        label="Has someone limited capability for work?",
        help_text="It lets them keep more of what they earn.",
        yes="Yes",
        no="No",
    )
    contributors = forms.IntegerField(
        label="Others of 21 or over who must pay towards the rent",
        min_value=0,
        max_value=10,
        widget=Text(width=2),
    )
    what_if = pounds("Earnings a month to try", "To see what work would change. The sum is shown beside the others.")

    def __init__(self, *args: object, initial: dict, **kwargs: object) -> None:
        initial = initial | {"cap_exempt": initial.get("cap_exempt") or NONE}
        super().__init__(*args, initial={"grace": "no", "limited_capability": "no"} | initial, **kwargs)

    def to_given(self) -> Given:
        data = dict(self.cleaned_data)
        nothing = {name: data[name] or Money.zero() for name in ("earnings", "other_income", "maintenance_paid")}
        exempt = CapExempt("" if data["cap_exempt"] == NONE else data["cap_exempt"])
        rest = ("grace", "limited_capability", "contributors", "expenses", "what_if")
        return Given(cap_exempt=exempt, **nothing, **{name: data[name] for name in rest})


class JudgeForm(RecordForm):
    affordable = YesNoField(
        label="Can they afford the rent?",
        help_text="The sums help you. You decide, with what you know of their life.",
        yes="Yes, they can afford it",
        no="No, they cannot",
    )
    reasons = forms.CharField(
        label="Why?",
        help_text="What you looked at: their money, what they must pay for, help that fills a gap and for how long.",
        max_length=4000,
        widget=Paragraphs(rows=6),
    )
