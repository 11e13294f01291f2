"""One person of a household, with the facts that change a bedroom count or the help with rent."""

from typing import Any

from django import forms

from core.rulebook.rules.household import AwayBecause, DisabilityBenefit
from core.ui.forms import Checkboxes, DateField, Radios, RecordForm, Text
from households.rules.case import MEMBER_ROLE_LABELS, MemberRole
from households.services.cases import Person

FACTS = {
    "overnight_carer": "A carer who lives elsewhere often stays the night to look after them",
    "cannot_share": "Cannot share a bedroom because of a disability",
    "foster": "A foster child, or a child placed for adoption",
    "foster_carer": "An approved foster carer (with a child placed, or waiting for one)",
    "lodger": "Pays to lodge with the household",
    "care_leaver": "Left care",
    "domestic_abuse_evidenced": "Has shown evidence of domestic abuse (for the help with rent only)",
    "modern_slavery": "A victim of modern slavery",
    "resettlement_accepted": "Had help to resettle in a hostel for homeless people",
    "multi_agency_management": "Managed under multi-agency public protection arrangements",
    "severe_disability_premium": "Gets the severe disability premium",
}
NOT_RESPONSIBLE = "not_responsible"
PLAIN = ("care_council", "disability_benefit", "hostel_nights", "away_months", "away_because")
BENEFITS = {
    DisabilityBenefit.DLA_CARE_MIDDLE: "Disability Living Allowance, care, middle rate",
    DisabilityBenefit.DLA_CARE_HIGHEST: "Disability Living Allowance, care, highest rate",
    DisabilityBenefit.ATTENDANCE_ALLOWANCE_LOWER: "Attendance Allowance, lower rate",
    DisabilityBenefit.ATTENDANCE_ALLOWANCE_HIGHER: "Attendance Allowance, higher rate",
    DisabilityBenefit.PIP_DAILY_LIVING: "Personal Independence Payment, daily living",
    DisabilityBenefit.ARMED_FORCES_INDEPENDENCE: "Armed Forces Independence Payment",
}
AWAY = {
    AwayBecause.ARMED_FORCES: "On military operations",
    AwayBecause.CARE: "In care",
    AwayBecause.PRISON: "In prison",
    AwayBecause.OTHER: "Another reason",
}
TICKS = [
    ("stays_part_time", "A child who lives elsewhere most of the time and comes to stay"),
    (NOT_RESPONSIBLE, "A child for whom nobody in the household gets Child Benefit"),
    *FACTS.items(),
]


class PersonForm(RecordForm):
    name = forms.CharField(
        label="Name", help_text="A first name is enough.", required=False, max_length=200, widget=Text(width=20)
    )
    role = forms.ChoiceField(
        label="Who is this?",
        choices=[(role.value, label) for role, label in MEMBER_ROLE_LABELS.items()],
        widget=Radios(),
    )
    expected_on = DateField(label="When is the baby expected?", required=False)
    born_on = DateField(label="Date of birth (not for a baby on the way)", required=False)
    sex = forms.ChoiceField(
        label="Sex (not for a baby on the way)",
        help_text="The bedroom rules ask who can share a room.",
        choices=[("F", "Female"), ("M", "Male")],
        required=False,
        widget=Radios(inline=True),
    )
    partner_of = forms.ChoiceField(label="Lives as a couple with", help_text="For another adult only.", required=False)
    ticks = forms.MultipleChoiceField(
        label="What is true of them",
        help_text="Each of these can change how many bedrooms they need or how much help with rent there is.",
        choices=TICKS,
        required=False,
        widget=Checkboxes(small=True),
    )
    care_council = forms.ChoiceField(
        label="Council that still helps them as a care leaver",
        help_text="Only if it owes them help now (Children Act 1989 s23C). It gives them a local connection.",
        required=False,
    )
    disability_benefit = forms.ChoiceField(
        label="Disability benefit they get",
        choices=[("", "None"), *((benefit.value, label) for benefit, label in BENEFITS.items())],
        required=False,
    )
    hostel_nights = forms.IntegerField(
        label="Nights in hostels for homeless people, all stays together",
        min_value=0,
        max_value=9999,
        required=False,
        widget=Text(width=4, inputmode="numeric"),
    )
    away_months = forms.IntegerField(
        label="Months they are, or will be, away from home",
        min_value=0,
        max_value=999,
        required=False,
        widget=Text(width=3, inputmode="numeric"),
    )
    away_because = forms.ChoiceField(
        label="Why they are away",
        choices=[("", "They are not away"), *((because.value, label) for because, label in AWAY.items())],
        required=False,
    )
    conditional = {"role": {"expected_baby": ["expected_on"], "non_dependant": ["partner_of"]}}
    marks_optional = False

    def __init__(
        self, *args: Any, others: list[tuple[str, str]], councils: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choose("care_council", [("", "None, or not known"), *councils])
        self.choose("partner_of", [("", "Nobody here"), *others])


def to_person(answers: dict[str, Any]) -> Person:
    """A person from the form's answers. A baby on the way keeps nothing but the day it is due."""
    role = MemberRole(answers["role"])
    if role is MemberRole.EXPECTED_BABY:
        return Person(name=answers["name"], role=role, expected_on=answers["expected_on"])
    ticks = set(answers["ticks"])
    circumstances: dict[str, Any] = {fact: True for fact in FACTS if fact in ticks}
    if NOT_RESPONSIBLE in ticks:
        circumstances["responsible"] = False
    for name in PLAIN:
        if answers[name]:
            circumstances[name] = answers[name]
    return Person(
        name=answers["name"],
        role=role,
        born_on=answers["born_on"],
        sex=answers["sex"],
        stays_part_time="stays_part_time" in ticks,
        circumstances=circumstances,
        partner_of=int(answers["partner_of"]) - 1 if answers["partner_of"] else None,
    )


def from_person(person: Person) -> dict[str, Any]:
    """What the form shows of a recorded person."""
    facts = person.circumstances
    ticks = [fact for fact in FACTS if facts.get(fact)]
    if person.stays_part_time:
        ticks.append("stays_part_time")
    if facts.get("responsible") is False:
        ticks.append(NOT_RESPONSIBLE)
    plain = {name: facts.get(name, "") for name in PLAIN}
    return plain | {
        "name": person.name,
        "role": person.role.value,
        "born_on": person.born_on,
        "expected_on": person.expected_on,
        "sex": person.sex,
        "ticks": ticks,
        "partner_of": str(person.partner_of + 1) if person.partner_of is not None else "",
    }
