"""A household's case, from the first approach to closing, and who the people in it are."""

from dataclasses import dataclass
from enum import StrEnum

from core.errors import DomainError
from core.states import Colour, Holder, Machine, State, move


class CaseState(StrEnum):
    APPROACH = "approach"
    TRIAGE = "triage"
    EARLY_HELP = "early_help"
    ASSESSMENT = "assessment"
    OPEN = "open"
    CLOSED = "closed"


C = CaseState

CASE = Machine(
    "case",
    C.APPROACH,
    [
        State(
            C.APPROACH,
            "New",
            Holder.COUNCIL,
            "An officer reads what you told us and rings you.",
            office="An officer reads what they told us and rings them.",
        ),
        State(
            C.TRIAGE,
            "Being looked at",
            Holder.COUNCIL,
            "An officer decides with you what help comes first.",
            office="An officer decides with them what help comes first.",
        ),
        State(
            C.EARLY_HELP,
            "Pre-prevention",
            Holder.COUNCIL,
            "We help you early. If a notice comes close, a duty opens.",
            "The record reminds the officer 56 days before the date in a notice.",
            office="We help them early. The record reminds the officer 56 days before the date in a notice.",
        ),
        State(
            C.ASSESSMENT,
            "Assessment",
            Holder.COUNCIL,
            "Your housing officer asks about your home, your needs and what would help.",
            "You need no papers for this.",
            office="The housing officer asks about their home, their needs and what would help. They need no papers.",
        ),
        State(
            C.OPEN,
            "Duty owed",
            Holder.COUNCIL,
            "Your housing officer works through the plan with you.",
            colour=Colour.GREEN,
            office="The housing officer works through the plan with them.",
        ),
        State(
            C.CLOSED,
            "Closed",
            Holder.NOBODY,
            "You can ask for help again at any time.",
            colour=Colour.GREY,
            office="They can ask for help again at any time.",
        ),
    ],
    [
        move("triage", [C.APPROACH], C.TRIAGE, "Look at it"),
        move("help_early", [C.TRIAGE, C.ASSESSMENT], C.EARLY_HELP, "Help early"),
        move("assess", [C.TRIAGE, C.EARLY_HELP], C.ASSESSMENT, "Start the assessment"),
        move("open_duty", [C.TRIAGE, C.EARLY_HELP, C.ASSESSMENT, C.OPEN], C.OPEN, "Open a duty"),
        move("close", [C.APPROACH, C.TRIAGE, C.EARLY_HELP, C.ASSESSMENT, C.OPEN], C.CLOSED, "Close"),
        move("reopen", [C.CLOSED], C.TRIAGE, "Reopen"),
    ],
)


class MemberRole(StrEnum):
    """Who a person is in the household, as the bedroom rules see it."""

    APPLICANT = "applicant"
    PARTNER = "partner"
    CHILD = "child"
    NON_DEPENDANT = "non_dependant"
    EXPECTED_BABY = "expected_baby"


MEMBER_ROLE_LABELS = {
    MemberRole.APPLICANT: "Applicant",
    MemberRole.PARTNER: "Partner",
    MemberRole.CHILD: "Child or young person",
    MemberRole.NON_DEPENDANT: "Another adult",
    MemberRole.EXPECTED_BABY: "Expected baby",
}


class Homelessness(StrEnum):
    THREATENED = "threatened"
    HOMELESS = "homeless"
    NEITHER = "neither"
    UNDECIDED = "undecided"


class Question(StrEnum):
    """What the council decides about a household, each with reasons."""

    ELIGIBLE = "eligible"
    HOMELESSNESS = "homelessness"
    PRIORITY_NEED = "priority_need"
    INTENTIONAL = "intentional"
    LOCAL_CONNECTION = "local_connection"


QUESTION_LABELS = {
    Question.ELIGIBLE: "Eligible for help (s185)",
    Question.HOMELESSNESS: "Homeless or threatened with homelessness (s175)",
    Question.PRIORITY_NEED: "Priority need (s189)",
    Question.INTENTIONAL: "Homeless intentionally (s191)",
    Question.LOCAL_CONNECTION: "Local connection (s199)",
}

ANSWERS: dict[Question, dict[str, str]] = {
    Question.HOMELESSNESS: {
        "threatened": "Threatened with homelessness",
        "homeless": "Homeless",
        "neither": "Neither",
        "undecided": "Not decided yet",
    },
    **{
        question: {"yes": "Yes", "no": "No", "undecided": "Not decided yet"}
        for question in Question
        if question is not Question.HOMELESSNESS
    },
}

PRIORITY_NEED_CATEGORIES = {
    "pregnant": "Pregnant, or lives with someone who is (s189(1)(a))",
    "dependent_children": "Dependent children live with them (s189(1)(b))",
    "old_age": "Vulnerable because of old age (s189(1)(c))",
    "mental_health": "Vulnerable because of mental illness or disability (s189(1)(c))",
    "physical_disability": "Vulnerable because of physical disability (s189(1)(c))",
    "other_special_reason": "Vulnerable for another special reason (s189(1)(c))",
    "emergency": "Flood, fire or other disaster (s189(1)(d))",
    "domestic_abuse": "Homeless because of domestic abuse (s189(1)(e))",
    "age_16_17": "Aged 16 or 17 (2002 Order art 3)",
    "care_leaver_under_21": "Under 21 and looked after at 16 or 17 (2002 Order art 4)",
    "care_leaver_vulnerable": "21 or over, vulnerable, from care (2002 Order art 5(1))",
    "armed_forces": "Vulnerable after the armed forces (2002 Order art 5(2))",
    "custody": "Vulnerable after custody or remand (2002 Order art 5(3))",
    "violence": "Vulnerable after fleeing violence (2002 Order art 6)",
}


class Pets(StrEnum):
    NONE = "none"
    DOG = "dog"
    CAT = "cat"
    OTHER = "other"


PET_LABELS = {Pets.NONE: "No pets", Pets.DOG: "A dog", Pets.CAT: "A cat", Pets.OTHER: "Another pet"}


class Restriction(StrEnum):
    """Why a record is kept from most officers."""

    DOMESTIC_ABUSE = "domestic_abuse"
    SAFEGUARDING = "safeguarding"
    STAFF = "staff"
    RELATIVE = "relative"
    OTHER = "other"


RESTRICTED_LABELS = {
    Restriction.DOMESTIC_ABUSE: "Domestic abuse",
    Restriction.SAFEGUARDING: "Safeguarding",
    Restriction.STAFF: "Someone in the household works for the council",
    Restriction.RELATIVE: "A relative of someone who works for the council",
    Restriction.OTHER: "Another reason",
}


def restricted_in_words(restriction: Restriction, words: str = "") -> str:
    """What the record says of it. Raises DomainError for another reason without words."""
    if restriction == Restriction.OTHER and not words.strip():
        raise DomainError("Write down the reason.", field="restricted_because", code="no_reason")
    return words.strip() or RESTRICTED_LABELS[restriction]


@dataclass(frozen=True)
class HouseholdFilters:
    """What an officer looks for in the list. `duty` is a kind of duty that is open, or "none"."""

    text: str = ""
    state: str = ""
    duty: str = ""
    mine: bool = False
