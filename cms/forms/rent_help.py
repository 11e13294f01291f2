"""What the calculator of help with rent asks, in plain questions, and the household that the answers describe."""

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from core.places.forms import PostcodeField
from core.rulebook.rules.household import ADULT_AGE, DisabilityBenefit, Household, Person, Sex
from core.rulebook.rules.shared_rate import NIGHTS_OF_THREE_MONTHS, Ground
from core.ui.forms import Checkboxes, Form, Text, YesNoField

OLDEST = 110
MOST_CHILDREN = 12
NONE = "none"
AGES = re.compile(r"[0-9]{1,3}", re.ASCII)

EXTRAS = [
    ("pregnant", "Someone is pregnant"),
    ("carer", "A carer often stays the night for one of us, who gets PIP, DLA care or Attendance Allowance"),
    ("child_alone", "A child cannot share a bedroom because of a disability, and gets DLA care (middle or highest)"),
    ("couple_apart", "My partner and I cannot share because of a disability, and one of us gets PIP or DLA care"),
    ("foster", "I foster a child, or am approved to, or a child is placed with me to adopt"),
    ("shares", "I rent a room and share a kitchen, bathroom or toilet with other people"),
]
GROUNDS = [
    (Ground.CARE_LEAVER, "I was in care before I was 18"),
    (
        Ground.HOMELESS_HOSTEL,
        "I have lived in hostels for homeless people for three months or more, with help to resettle",
    ),
    (Ground.DISABILITY_BENEFIT, "I get PIP daily living, DLA care (middle or highest) or Attendance Allowance"),
    (Ground.DOMESTIC_ABUSE, "A partner or relative abused me after I turned 16"),
    (Ground.MODERN_SLAVERY, "The Home Office has decided that I was a victim of modern slavery"),
    (Ground.MULTI_AGENCY_MANAGEMENT, "The police, probation and others work together to manage my case (MAPPA)"),
    (Ground.SEVERE_DISABILITY_PREMIUM, "I get the severe disability premium in Housing Benefit"),
    (NONE, "None of these"),
]


class AgesField(forms.CharField):
    """Ages of children as people write them: "4, 7 and 12". Yields a tuple of numbers, each under 16."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=100, required=False, widget=Text(width=20, inputmode="text"), **kwargs)

    def to_python(self, value: Any) -> tuple[int, ...]:
        text = super().to_python(value) or ""
        parts = [part for part in re.split(r"[\s,;&+]+|\band\b", text) if part]
        if not all(AGES.fullmatch(part) for part in parts):
            raise ValidationError("Write ages as numbers, like 4, 7 and 12. A baby is 0", code="not_ages")
        ages = tuple(int(part) for part in parts)
        if any(age >= ADULT_AGE for age in ages):
            raise ValidationError("Count anyone of 16 or over in the question about other people", code="too_old")
        if len(ages) > MOST_CHILDREN:
            raise ValidationError(f"Write {MOST_CHILDREN} ages or fewer", code="too_many")
        return ages


def number(label: str, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, widget=forms.NumberInput(attrs={"class": "govuk-input--width-2"}), **more)


class RentHelpForm(Form):
    """Where, and who lives there."""

    conditional: ClassVar = {
        "couple": {"yes": ["partner_age"]},
        "extras": {"child_alone": ["alone_girls", "alone_boys"]},
    }
    marks_optional = False

    postcode = PostcodeField(label="Postcode of the home", required=False, help_text="Or choose the area below.")
    area = forms.ChoiceField(label="Area", required=False, help_text="Leave this empty if you gave a postcode.")
    age = number("How old are you?", min_value=ADULT_AGE, max_value=OLDEST)
    couple = YesNoField(label="Do you live with a partner, as a couple?")
    partner_age = number("How old is your partner?", min_value=ADULT_AGE, max_value=OLDEST)
    girls = AgesField(
        label="How old are the girls under 16?",
        help_text="For example: 4, 7 and 12. Count only children who mostly live with you. Leave empty if none.",
    )
    boys = AgesField(label="How old are the boys under 16?", help_text="Leave empty if none.")
    others = number(
        "How many other people of 16 or over live with you?",
        required=False,
        min_value=0,
        max_value=15,
        help_text="Grown-up children, parents, friends. Not your partner, and not a lodger who pays you. 0 if nobody.",
    )
    other_couples = number("How many couples are among those other people?", required=False, min_value=0, max_value=7)
    extras = forms.MultipleChoiceField(
        label="Is any of this true?",
        help_text="Tick what is true. You do not have to prove it here.",
        choices=EXTRAS,
        required=False,
        widget=Checkboxes(),
    )
    alone_girls = AgesField(label="Girls who cannot share: their ages")
    alone_boys = AgesField(label="Boys who cannot share: their ages")

    def __init__(self, *args: Any, areas: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("area", [("", "Choose an area"), *areas])

    def clean(self) -> dict[str, Any]:
        answers = self.cleaned_data
        if not (answers.get("postcode") or answers.get("area") or {"postcode", "area"} & self.errors.keys()):
            self.add_error("postcode", "Enter a postcode, or choose an area")
        if 2 * (answers.get("other_couples") or 0) > (answers.get("others") or 0):
            self.add_error("other_couples", "There must be two of the other people for each couple")
        for sex in ("girls", "boys"):
            left = list(answers.get(sex) or ())
            for age in answers.get(f"alone_{sex}") or ():
                if age not in left:
                    self.add_error(f"alone_{sex}", "Write only ages that are in the list above")
                    break
                left.remove(age)
        if "child_alone" in answers.get("extras", []) and not (
            answers.get("alone_girls") or answers.get("alone_boys") or self.errors
        ):
            self.add_error("alone_girls", "Write how old the child is who cannot share")
        return answers


class GroundsForm(Form):
    """Asked only of someone under 35 who lives alone, and only because the answer may help them."""

    grounds = forms.MultipleChoiceField(
        label="Is any of this true for you?",
        choices=GROUNDS,
        error_messages={"required": "Tick what is true, or “None of these”"},
        widget=Checkboxes(exclusive=NONE),
    )

    def clean_grounds(self) -> list[str]:
        grounds: list[str] = self.cleaned_data["grounds"]
        if NONE in grounds and len(grounds) > 1:
            raise ValidationError("Tick “None of these” alone, or tick what is true", code="none_and_more")
        return grounds


def household(answers: dict[str, Any], grounds: frozenset[str] = frozenset()) -> Household:
    """The household that the answers describe. The sex of adults plays no part in any rule."""
    extras = set(answers["extras"])
    renters = [me(answers, grounds)]
    if answers["couple"]:
        renters.append(Person(age=answers["partner_age"], sex=Sex.MALE))
    adult = Person(age=ADULT_AGE, sex=Sex.FEMALE)
    couples = answers["other_couples"] or 0
    return Household(
        renters=tuple(renters),
        children=(
            *children(answers["girls"], Sex.FEMALE, answers["alone_girls"]),
            *children(answers["boys"], Sex.MALE, answers["alone_boys"]),
        ),
        non_dependants=(adult,) * ((answers["others"] or 0) - 2 * couples),
        non_dependant_couples=((adult, adult),) * couples,
        expected_babies=int("pregnant" in extras),
        shares_facilities="shares" in extras,
    )


def me(answers: dict[str, Any], grounds: frozenset[str]) -> Person:
    extras = set(answers["extras"])
    apart = bool(answers["couple"]) and "couple_apart" in extras
    has_benefit = "carer" in extras or apart or Ground.DISABILITY_BENEFIT in grounds
    return Person(
        age=answers["age"],
        sex=Sex.FEMALE,
        disability_benefit=DisabilityBenefit.PIP_DAILY_LIVING if has_benefit else None,
        overnight_carer="carer" in extras,
        cannot_share=apart,
        foster_carer="foster" in extras,
        care_leaver=Ground.CARE_LEAVER in grounds,
        hostel_nights=NIGHTS_OF_THREE_MONTHS if Ground.HOMELESS_HOSTEL in grounds else 0,
        resettlement_accepted=Ground.HOMELESS_HOSTEL in grounds,
        multi_agency_management=Ground.MULTI_AGENCY_MANAGEMENT in grounds,
        domestic_abuse_evidenced=Ground.DOMESTIC_ABUSE in grounds,
        modern_slavery=Ground.MODERN_SLAVERY in grounds,
        severe_disability_premium=Ground.SEVERE_DISABILITY_PREMIUM in grounds,
    )


def children(ages: tuple[int, ...], sex: Sex, alone: tuple[int, ...] | None) -> list[Person]:
    left, found = list(alone or ()), []
    for age in ages or ():
        apart = age in left
        if apart:
            left.remove(age)
        benefit = DisabilityBenefit.DLA_CARE_MIDDLE if apart else None
        found.append(Person(age=age, sex=sex, cannot_share=apart, disability_benefit=benefit))
    return found
