from typing import Any

from households.models import Household
from lettings.rules import offer as rules
from lettings.rules.offer import BASIS_LABELS, Basis

NOTHING = "Saying no does not end any duty that is owed."


def owed(household: Household) -> dict[str, Any]:
    duty = household.duties.open().order_by("-satisfied_on").first()
    return {
        "duty": duty.kind if duty else "",
        "priority_need": household.priority_need == "yes",
        "intentional": household.intentional == "yes",
    }


def meaning(household: Household, basis: Basis) -> list[str]:
    """What saying no would mean for the duty that they are owed now. Never empty: at least that it means nothing."""
    return rules.warnings(basis, **owed(household)) or [NOTHING]


def meanings(household: Household) -> list[tuple[str, list[str]]]:
    """The same for each kind of offer, for the officer who chooses."""
    return [(label, meaning(household, basis)) for basis, label in BASIS_LABELS.items()]


def consequences(household: Household, basis: Basis) -> list[str]:
    """The same in the words of the letter to them."""
    return rules.consequences(basis, **owed(household))
