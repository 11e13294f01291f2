from datetime import date
from typing import Any

from core import dates
from core.access.actor import Actor
from households.models import Household
from households.rules.case import CASE
from households.rules.duty import DutyKind
from households.selectors import plans

OWED = {
    DutyKind.PREVENTION: "We have a legal duty to help you keep your home or find another.",
    DutyKind.RELIEF: "We have a legal duty to help you find a home.",
    DutyKind.MAIN: "We have a legal duty to make sure that you have somewhere to live.",
}


def page(actor: Actor, on: date) -> dict[str, Any]:
    """What a resident's own page shows."""
    shown = plans.mine(actor, on)
    household = shown["household"]
    if household is None:
        return shown
    return shown | {"next": CASE.state(household.state).next_step, "duty": duty_words(household)}


def duty_words(household: Household) -> str:
    duty = household.duties.open().order_by("satisfied_on").last()
    if duty is None:
        return ""
    return (
        f"{OWED[DutyKind(duty.kind)]} It began on {dates.in_words(duty.satisfied_on)}. It never ends without a letter."
    )
