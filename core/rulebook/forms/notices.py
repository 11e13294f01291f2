"""What everyone is asked about a notice, in plain questions."""

import re
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from django import forms

from core import dates
from core.money.forms import MoneyField
from core.rulebook.rules.notices.facts import (
    Deposit,
    LandlordKind,
    Letting,
    NoticeFacts,
    Paper,
    Rent,
)
from core.rulebook.rules.rent import Frequency
from core.ui.forms import Checkboxes, DateField, Form, Radios, Text

Kind = TypeVar("Kind", bound=StrEnum)

UNKNOWN = "unknown"
NOT_SURE = (UNKNOWN, "I do not know")
NO_GROUND = "none"
TENANT, LANDLORD = "tenant", "landlord"
NUMBER = re.compile(r"[0-9]{1,2}[A-Z]{0,2}", re.ASCII)
MOST_GROUNDS = 12
ANSWERS = {"yes": True, "no": False}

PLAIN_GROUNDS = (
    ("1A", "The landlord wants to sell the home", "Ground 1A"),
    ("1", "The landlord or their close family want to live in it", "Ground 1"),
    ("6", "Big building work, or knocking it down", "Ground 6"),
    ("8", "A lot of rent is owed", "Ground 8"),
    ("10", "Some rent is owed", "Ground 10"),
    ("11", "The rent is often late", "Ground 11"),
    ("12", "A rule of the tenancy was broken", "Ground 12"),
    ("14", "Trouble with neighbours, or a crime in or near the home", "Ground 14"),
    ("7A", "A serious crime, or serious trouble, proved in court", "Ground 7A"),
)


def yes_no(label: str, **kwargs: Any) -> forms.ChoiceField:
    """Yes, no, or not known, which is taken when nothing is chosen."""
    choices = [("yes", "Yes"), ("no", "No"), NOT_SURE]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=Radios(inline=True), **kwargs)


class NoticeForm(Form):
    """The plain questions. Nothing must be answered: what is not known is said to be not known."""

    marks_optional = False

    letting = forms.ChoiceField(
        label="Who is the home rented from?",
        required=False,
        widget=Radios(),
        choices=[
            (Letting.PRIVATE, "A private landlord or a letting agent"),
            (Letting.SOCIAL, "A housing association"),
            (Letting.COUNCIL, "The council"),
            (Letting.LODGER, "A landlord who lives in the same home"),
            NOT_SURE,
        ],
    )
    paper = forms.ChoiceField(
        label="What does it say at the top of the notice?",
        required=False,
        widget=Radios(),
        choices=[
            (Paper.FORM_3A, "Form 3A"),
            (Paper.FORM_3, "Form 3, or “section 8” but not Form 3A"),
            (Paper.SECTION_21, "Section 21, or Form 6A"),
            (Paper.MESSAGE, "None of these: it is a letter, a message, or only words"),
            NOT_SURE,
        ],
    )
    tenancy_began_on = DateField(
        label="When did the tenancy begin?",
        called="The date the tenancy began",
        help_text="Leave it empty if you do not know.",
        required=False,
    )
    served_on = DateField(
        label="When was the notice given?",
        called="The date the notice was given",
        help_text="The day it was handed over or came in the post. Leave it empty if you do not know.",
        required=False,
    )
    specified_on = DateField(
        label="What is the date in the notice?",
        called="The date in the notice",
        help_text="It is not the day someone must leave. Leave it empty if you cannot find it.",
        required=False,
    )
    grounds = forms.MultipleChoiceField(
        label="Which reasons does the notice give?",
        help_text="Tick all that it gives.",
        required=False,
        widget=Checkboxes(hints={code: hint for code, _, hint in PLAIN_GROUNDS}, exclusive=NO_GROUND),
        choices=[
            *((code, words) for code, words, _ in PLAIN_GROUNDS),
            (UNKNOWN, "Something else, or I do not know"),
            (NO_GROUND, "It gives no reason"),
        ],
    )
    other_grounds = forms.CharField(
        label="Other ground numbers in the notice",
        help_text="For example: 4A, 7",
        required=False,
        max_length=60,
        widget=Text(width=10),
    )
    rent = MoneyField(label="How much is the rent?", required=False, max_length=20, widget=Text(prefix="£", width=10))
    frequency = forms.ChoiceField(
        label="How often is it paid?",
        required=False,
        widget=Radios(),
        choices=[
            (Frequency.MONTHLY, "Each month"),
            (Frequency.WEEKLY, "Each week"),
            (Frequency.FORTNIGHTLY, "Every two weeks"),
            (Frequency.FOUR_WEEKLY, "Every four weeks"),
            NOT_SURE,
        ],
    )
    arrears = MoneyField(
        label="How much rent was unpaid on the day of the notice?",
        required=False,
        max_length=20,
        widget=Text(prefix="£", width=10),
    )
    only_unpaid_award = MoneyField(
        label="How much of that was only waiting for Universal Credit to pay?",
        help_text="Write 0 if none of it was. Leave it empty if you do not know.",
        required=False,
        max_length=20,
        widget=Text(prefix="£", width=10),
    )
    deposit = forms.ChoiceField(
        label="Was a deposit paid?",
        required=False,
        widget=Radios(),
        choices=[
            (Deposit.NONE, "No"),
            (Deposit.HELD, "Yes, and it is in a deposit scheme"),
            (Deposit.NOT_HELD, "Yes, and it is not in a deposit scheme"),
            (Deposit.RETURNED, "Yes, and it has been given back"),
            (Deposit.SETTLED, "Yes, and a court claim about it is over"),
            NOT_SURE,
        ],
    )
    information_given = yes_no(
        "Did the landlord give the details of the scheme in writing?",
        help_text="The law calls this the prescribed information. Late is in time.",
    )
    conditional = {
        "grounds": {"8": ["rent", "frequency", "arrears", "only_unpaid_award"], UNKNOWN: ["other_grounds"]},
        "deposit": {Deposit.HELD.value: ["information_given"]},
    }

    def clean_other_grounds(self) -> tuple[str, ...]:
        words = re.split(r"[\s,;/&]+", self.cleaned_data["other_grounds"].upper())
        codes = [word for word in words if word not in ("", "AND", "GROUND", "GROUNDS")]
        if len(codes) > MOST_GROUNDS or not all(NUMBER.fullmatch(code) for code in codes):
            raise forms.ValidationError("Write the numbers with commas between them, like 4A, 7", code="not_grounds")
        return tuple(codes)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        began, served = found.get("tenancy_began_on"), found.get("served_on")
        if began and served and began > served:
            self.add_error("tenancy_began_on", "The tenancy must have begun by the day the notice was given")
        owed, waiting = found.get("arrears"), found.get("only_unpaid_award")
        if owed is not None and waiting is not None and waiting > owed:
            self.add_error("only_unpaid_award", "This cannot be more than the rent that was unpaid")
        return found

    def answers(self) -> list[tuple[str, str]]:
        """Each question that was answered, with the answer in words."""
        found = []
        for name, given in self.cleaned_data.items():
            choices = dict(getattr(self.fields[name], "choices", ()))
            several = given if isinstance(given, list | tuple) else [given]
            words = [dates.in_words(one) if isinstance(one, date) else str(choices.get(one, one)) for one in several]
            if given not in (None, "", [], ()):
                found.append((str(self.fields[name].label), ", ".join(words)))
        return found

    def facts(self) -> NoticeFacts:
        """The answers as the rules take them."""
        given = self.cleaned_data
        ticked = [code for code in given["grounds"] if code not in (UNKNOWN, NO_GROUND)]
        return NoticeFacts(
            letting=one_of(Letting, given["letting"]),
            paper=one_of(Paper, given["paper"]),
            grounds=tuple(dict.fromkeys([*ticked, *(given["other_grounds"] or ())])),
            gives_no_ground=given["grounds"] == [NO_GROUND],
            tenancy_began_on=given["tenancy_began_on"],
            served_on=given["served_on"],
            specified_on=given["specified_on"],
            rent=Rent(
                given["rent"], one_of(Frequency, given["frequency"]), given["arrears"], given["only_unpaid_award"]
            ),
            landlord=self.landlord(),
            deposit=one_of(Deposit, given["deposit"]),
            information_given=ANSWERS.get(given["information_given"] or ""),
            **self.rarer(),
        )

    def landlord(self) -> LandlordKind | None:
        """Whoever rents from a private landlord or an agent rents from an ordinary one."""
        return LandlordKind.PRIVATE if self.cleaned_data["letting"] == Letting.PRIVATE else None

    def rarer(self) -> dict[str, Any]:
        """The facts that only some grounds turn on, which this form does not ask."""
        return {}


class PublicNoticeForm(NoticeForm):
    """The same questions on the public site, which first asks who is reading."""

    reader = forms.ChoiceField(
        label="Who are you?",
        required=False,
        widget=Radios(),
        choices=[(TENANT, "I rent the home, or I am helping someone who does"), (LANDLORD, "I let the home")],
    )
    field_order = ("reader",)

    @property
    def for_landlord(self) -> bool:
        return self.is_bound and self.cleaned_data.get("reader") == LANDLORD


def one_of(kinds: type[Kind], answer: str | None) -> Kind | None:
    """The answer as one of its kind, or None where nobody knows."""
    return kinds(answer) if answer and answer != UNKNOWN else None
