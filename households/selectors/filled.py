"""What a form shows of what is recorded already."""

from datetime import date
from typing import Any

from households.models import Household, SafeContact
from households.rules.case import Question
from households.selectors import areas, reapplication

TICKS = ("no_email", "no_letter", "no_voicemail", "no_text", "no_call")


def contact(household: Household) -> dict[str, Any]:
    names = ("name", "telephone", "email", "present_address", "present_postcode", "what_happened", "loss_reason")
    return {name: getattr(household, name) for name in names}


def needs(household: Household, here: list[tuple[str, str]]) -> dict[str, Any]:
    own = {code for code, _ in here}
    names = (
        "brma_key",
        "needs_step_free",
        "needs_wheelchair",
        "max_floor_without_lift",
        "pets",
        "smoker",
        "move_by",
        "existing_liability_ends_on",
        "housing_needs",
        "support_needs",
    )
    money = ("monthly_income", "rent_ceiling")
    return {
        **{name: getattr(household, name) for name in names},
        **{name: amount.plain if (amount := getattr(household, name)) is not None else "" for name in money},
        "wanted": [area for area in household.wanted_areas if area in own],
        "wanted_elsewhere": areas.as_typed(household.wanted_areas, own),
        "unsafe": [area for area in household.unsafe_areas if area in own],
        "unsafe_elsewhere": areas.as_typed(household.unsafe_areas, own),
    }


def safe_contact(household: Household) -> dict[str, Any]:
    rule = SafeContact.objects.filter(household=household).first()
    if rule is None:
        return {}
    return {
        "never": [name for name in TICKS if getattr(rule, name)],
        "safe_times": rule.safe_times,
        "code_word": rule.code_word,
        "named_other": rule.named_other,
    }


def finding(household: Household, question: Question, on: date) -> dict[str, Any]:
    """The last finding on the question, to be changed; the day is today."""
    last = household.decisions.filter(question=question).first()
    if last is None:
        return {"decided_on": on}
    return {"answer": last.answer, "categories": last.categories, "reasons": last.reasons, "decided_on": on}


def earlier_offer(household: Household) -> dict[str, Any]:
    """The earlier private offer; without one, the day they asked again is the day of their application."""
    offer = reapplication.of(household)
    if offer is None:
        return {"applied_on": household.application_on or household.approach_on}
    names = ("accepted_on", "applied_on", "used_before", "restricted_person", "known_from")
    return {name: getattr(offer, name) for name in names}
