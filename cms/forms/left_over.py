"""What the calculator of what is left after rent asks, and the circumstances that the answers describe."""

from typing import Any, ClassVar

from django import forms

from cms.forms.rent_help import number
from core.money import Money
from core.money.forms import MoneyField
from core.rulebook.rules.affordability import NOTHING, Circumstances
from core.rulebook.rules.lha import Category
from core.rulebook.rules.rent import Frequency, uc_month
from core.ui.forms import Checkboxes, Form, Radios, Text, YesNoField
from lettings.rules.affordability import Given

MOST = Money(2_000_000)
OFTEN = [
    (Frequency.MONTHLY, "Month"),
    (Frequency.WEEKLY, "Week"),
    (Frequency.FORTNIGHTLY, "Two weeks"),
    (Frequency.FOUR_WEEKLY, "Four weeks"),
]
SIZES = [
    (Category.SHARED, "A room in a shared home"),
    (Category.ONE, "One bedroom"),
    (Category.TWO, "Two bedrooms"),
    (Category.THREE, "Three bedrooms"),
    (Category.FOUR, "Four bedrooms"),
]
EXEMPT = {
    "disability": ("Someone in my home gets PIP, DLA or Attendance Allowance", "someone gets a disability benefit"),
    "cannot_work": (
        "Universal Credit has found that I or my partner cannot work or get ready for work (LCWRA)",
        "you cannot work or get ready for work",
    ),
    "carer": ("I or my partner gets Carer’s Allowance, or the carer part of Universal Credit", "you care for someone"),
    "forces": ("I or my partner gets a war pension, or money for an injury at work", "you get a pension that lifts it"),
}
GRACE = "grace"


class LeftOverForm(Form):
    """Who lives there, the rent, the most help with it, and what comes in."""

    conditional: ClassVar = {"couple": {"yes": ["partner_age"]}}
    marks_optional = False

    age = number("How old are you?", min_value=18, max_value=110)
    couple = YesNoField(label="Do you live with a partner, as a couple?")
    partner_age = number("How old is your partner?", min_value=16, max_value=110)
    children = number(
        "How many children do you get benefit for?",
        required=False,
        min_value=0,
        max_value=12,
        help_text="Up to 16, or up to 19 if still at school or college. 0 if none.",
    )
    born_before = YesNoField(
        label="Was any of them born before 6 April 2017?", required=False, help_text="Leave this out if you have none."
    )
    contributors = number(
        "How many other adults of 21 or over live with you?",
        required=False,
        min_value=0,
        max_value=10,
        help_text="Not your partner, and not a lodger. Each may have to pay something to the rent. 0 if nobody.",
    )
    rent = MoneyField(
        label="How much is the rent?",
        least=Money(100),
        most=MOST,
        help_text="With service charges.",
        widget=Text(prefix="£", width=10),
    )
    often = forms.ChoiceField(label="For how long is that?", choices=OFTEN, widget=Radios(inline=True))
    area = forms.ChoiceField(label="Area of the home")
    size = forms.ChoiceField(
        label="How many bedrooms do the rules allow you?",
        help_text="Not how many the home has. Our other calculator works it out.",
        choices=SIZES,
        widget=Radios(),
    )
    in_london = YesNoField(label="Is the home in London?", help_text="The limit on benefits is higher there.")
    earnings = MoneyField(
        label="What do you earn a month, after tax?",
        required=False,
        most=MOST,
        widget=Text(prefix="£", width=10),
        help_text="You and your partner together. Leave empty if nothing.",
    )
    other_income = MoneyField(
        label="Other money a month that does not change Universal Credit",
        required=False,
        most=MOST,
        widget=Text(prefix="£", width=10),
        help_text="For example child maintenance, PIP or DLA. Leave empty if none.",
    )
    exempt = forms.MultipleChoiceField(
        label="Is any of this true?",
        help_text="Any of these lifts the limit on benefits. You do not have to prove it here.",
        choices=[
            *((name, label) for name, (label, _) in EXEMPT.items()),
            (GRACE, "Work stopped in the last nine months, after a year of steady earnings"),
        ],
        required=False,
        widget=Checkboxes(),
    )
    what_if = MoneyField(
        label="What if you earned this much a month?",
        required=False,
        most=MOST,
        widget=Text(prefix="£", width=10),
        help_text="Try any figure, after tax. Leave empty if you do not want to.",
    )

    def __init__(self, *args: Any, areas: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("area", [("", "Choose an area"), *areas])


def circumstances(answers: dict[str, Any], *, allowance: Money) -> Circumstances:
    """The month that the answers describe. A rent by the week counts as Universal Credit counts it (x 52 / 12)."""
    exempt = answers["exempt"]
    why = [words for name, (_, words) in EXEMPT.items() if name in exempt]
    return Circumstances(
        ages=(answers["age"], *([answers["partner_age"]] if answers["couple"] else [])),
        children=answers["children"] or 0,
        rent=uc_month(answers["rent"], Frequency(answers["often"])),
        allowance=allowance,
        earnings=answers["earnings"] or NOTHING,
        has_child_born_before_2017=bool(answers["children"] and answers["born_before"]),
        limited_capability="cannot_work" in exempt,
        contributors=answers["contributors"] or 0,
        in_london=bool(answers["in_london"]),
        cap_exempt=why[0] if why else "",
        grace=GRACE in exempt,
    )


def given(answers: dict[str, Any]) -> Given:
    """What comes in, as the office's own check takes it."""
    return Given(
        earnings=answers["earnings"] or NOTHING,
        other_income=answers["other_income"] or NOTHING,
        what_if=answers["what_if"],
    )
