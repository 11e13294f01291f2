"""How urgent a report is: proposed from its answers by rule, decided by an officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.states import Colour
from tenancies.rules.asking import ARREARS_STEPS
from tenancies.rules.problem import Problem

P = Problem


class Priority(StrEnum):
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


PRIORITY_LABELS = {Priority.RED: "Red", Priority.AMBER: "Amber", Priority.GREEN: "Green"}
PRIORITY_COLOURS = {Priority.RED: Colour.RED, Priority.AMBER: Colour.AMBER, Priority.GREEN: Colour.GREEN}
SETTINGS = {
    Priority.RED: "red_contact_working_days",
    Priority.AMBER: "amber_contact_working_days",
    Priority.GREEN: "green_contact_working_days",
}
"""The council's setting for the working days to first contact. 0 is the same day, working day or not."""
URGENCY = (Priority.GREEN, Priority.AMBER, Priority.RED)

ALWAYS = {
    P.ILLEGAL_EVICTION: (Priority.RED, "Someone is being put out without a court"),
    P.DOMESTIC_ABUSE: (Priority.RED, "Domestic abuse"),
    P.THREATS: (Priority.AMBER, "Someone is threatened"),
    P.THINKING_OF_NOTICE: (Priority.AMBER, "The landlord is thinking of giving notice"),
    P.RELATIONSHIP_BREAKDOWN: (Priority.AMBER, "The household may have to split"),
    P.EMPTY_HOME: (Priority.AMBER, "Nobody may be living there"),
}
_OWES_A_LOT = {step: (Priority.AMBER, ARREARS_STEPS[step]) for step in ("under_2_months", "under_3_months")}
_OWES_A_LOT["3_months"] = (Priority.RED, "Three months’ rent or more: ground 8 may be met")

RAISED_BY: Mapping[str, Mapping[str, tuple[Priority, str]]] = {
    "owed": _OWES_A_LOT,
    "notice": {
        "thinking": (Priority.AMBER, "The landlord is thinking of giving notice"),
        "given": (Priority.RED, "Notice has been given"),
    },
    "payment": {"stopped": (Priority.AMBER, "The benefit payment stopped")},
    "access_for": {"gas": (Priority.AMBER, "A safety check cannot be made")},
    "how_bad": {
        "danger": (Priority.RED, "The home is dangerous now"),
        "essential": (Priority.AMBER, "No heating, hot water or toilet"),
    },
    "danger": {"yes": (Priority.RED, "Someone is in danger")},
    "secure": {"no": (Priority.AMBER, "The home is not safe or cannot be locked")},
    "when": {
        "soon": (Priority.AMBER, "Within two months"),
        "days": (Priority.RED, "Notice may be given within days"),
    },
    "tonight": {"no": (Priority.RED, "Nowhere safe tonight")},
    "safe": {"no": (Priority.RED, "Not safe now"), "unknown": (Priority.RED, "May not be safe now")},
    "check_in": {"worried": (Priority.AMBER, "They are worried about the tenancy")},
    "how_soon": {
        "now": (Priority.RED, "They may have to go within two weeks"),
        "8_weeks": (Priority.AMBER, "They may have to go within eight weeks"),
        "unknown": (Priority.AMBER, "They do not know by when they have to go"),
    },
    "way_out": {"no": (Priority.AMBER, "They could not get out in a fire")},
    "next_rent": {"no": (Priority.AMBER, "The next rent cannot be paid")},
    "afford": {"no": (Priority.AMBER, "The new rent cannot be paid")},
}
"""Question -> answer -> at least how urgent, and why."""


@dataclass(frozen=True)
class Proposal:
    """How urgent the answers look, with every reason that makes it so."""

    priority: Priority
    reasons: tuple[str, ...]


def more_urgent(one: Priority, other: Priority) -> Priority:
    return max(one, other, key=URGENCY.index)


def propose(problem: Problem, answers: Mapping[str, str]) -> Proposal:
    """The most urgent of what the problem and its answers say. Nothing urgent is green."""
    signs = [ALWAYS[problem]] if problem in ALWAYS else []
    signs += [RAISED_BY[name][answer] for name, answer in answers.items() if answer in RAISED_BY.get(name, {})]
    priority = Priority.GREEN
    for sign, _ in signs:
        priority = more_urgent(priority, sign)
    reasons = tuple(reason for sign, reason in signs if sign is priority)
    return Proposal(priority, reasons or ("Nothing in the answers is urgent",))


@dataclass(frozen=True)
class ReportFilters:
    """What an officer looks for in the queue.

    `state` is empty for open ones and "all" for every one; `whose` is "mine" or "nobody"; `late` is
    "late" for a promise that was broken and "waiting" for one still to keep.
    """

    text: str = ""
    state: str = ""
    priority: str = ""
    problem: str = ""
    whose: str = ""
    late: str = ""
