"""The few questions that each problem asks of whoever reports it."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import DomainError
from tenancies.rules.problem import Problem, Source, choices_for

P = Problem


@dataclass(frozen=True)
class Question:
    """One question with its answers, asked with a tap. The words are for the person who answers."""

    name: str
    words: str
    choices: Mapping[str, str]


ARREARS_STEPS = {
    "under_2_weeks": "Less than 2 weeks’ rent",
    "under_1_month": "2 weeks’ to a month’s rent",
    "under_2_months": "1 to 2 months’ rent",
    "under_3_months": "2 to 3 months’ rent",
    "3_months": "3 months’ rent or more",
}
HOW_SOON = {
    "now": "In the next 2 weeks, or the day has passed",
    "8_weeks": "In 2 to 8 weeks",
    "later": "Later than that",
    "unknown": "I do not know",
}
PLANNED = {"soon": "In the next 2 months", "later": "Later", "undecided": "I have not decided"}
HOW_BAD = {
    "danger": "It is dangerous now: gas, wires, a ceiling coming down",
    "essential": "No heating, no hot water or no toilet",
    "other": "It is neither of these",
}

NOTICE = Question(
    "notice",
    "Are you thinking of giving notice?",
    {"no": "No", "thinking": "I am thinking of it", "given": "I have given notice"},
)

LANDLORD_QUESTIONS: dict[Problem, tuple[Question, ...]] = {
    P.ARREARS: (Question("owed", "How much rent is owed?", ARREARS_STEPS), NOTICE),
    P.BENEFIT_PAYMENT: (
        Question(
            "payment",
            "What happened?",
            {
                "stopped": "It stopped",
                "changed": "It went down",
                "not_started": "It never started",
                "direct": "I want the rent paid straight to me",
            },
        ),
        NOTICE,
    ),
    P.ACCESS: (
        Question(
            "access_for",
            "What do you need to get in for?",
            {"gas": "A gas or electrical check", "repair": "A repair", "other": "Something else"},
        ),
        Question("tried", "How often have you tried?", {"once": "Once", "twice": "Twice", "more": "More often"}),
    ),
    P.REPAIRS: (
        Question("how_bad", "How bad is it?", HOW_BAD),
        Question("done", "What have you done so far?", {"booked": "The work is booked", "none": "Nothing yet"}),
    ),
    P.NUISANCE: (
        Question(
            "complains", "Who complains?", {"neighbour": "A neighbour", "landlord": "I do", "other": "Someone else"}
        ),
        Question("danger", "Is anyone in danger?", {"no": "No", "yes": "Yes"}),
        NOTICE,
    ),
    P.DAMAGE: (
        Question("secure", "Is the home safe and can it be locked?", {"yes": "Yes", "no": "No", "unknown": "Not sure"}),
        NOTICE,
    ),
    P.SELLING: (Question("when", "When do you want to sell?", PLANNED), NOTICE),
    P.MOVING_IN: (Question("when", "When do you want to move in?", PLANNED), NOTICE),
    P.RENT_INCREASE: (
        Question(
            "form", "Have you sent the rent increase form (form 4A)?", {"no": "No", "yes": "Yes", "what": "What is it?"}
        ),
    ),
    P.EMPTY_HOME: (
        Question(
            "last_seen",
            "When was someone last seen there?",
            {"week": "In the last week", "month": "In the last month", "longer": "Longer ago", "unknown": "Not sure"},
        ),
        NOTICE,
    ),
    P.THINKING_OF_NOTICE: (
        Question(
            "why",
            "Why?",
            {
                "arrears": "Unpaid rent",
                "selling": "I want to sell",
                "moving_in": "I or my family want to move in",
                "nuisance": "Noise or nuisance",
                "other": "Something else",
            },
        ),
        Question(
            "when",
            "When would you give it?",
            {"days": "In the next few days", "month": "In the next month", "later": "Later, or I am not sure"},
        ),
    ),
    P.OTHER: (NOTICE,),
}
SAFE = Question("safe", "Are you safe now?", {"yes": "Yes", "no": "No", "unknown": "I am not sure"})
REACH = Question(
    "reach",
    "How is it safe for us to reach you?",
    {"call": "Only ring me", "text": "Only send me a text", "wait": "Do not contact me: I will ring you"},
)
"""What is asked before anything else is written down by somebody who may be watched."""

TENANT_QUESTIONS: dict[Problem, tuple[Question, ...]] = {
    P.ILLEGAL_EVICTION: (
        Question(
            "happening",
            "What is happening?",
            {
                "locked_out": "I am locked out",
                "told_today": "I have been told to go today or tomorrow",
                "cut_off": "My gas, electricity or water was cut off",
                "other": "Something else",
            },
        ),
        Question("tonight", "Do you have somewhere safe tonight?", {"yes": "Yes", "no": "No", "unknown": "Not sure"}),
    ),
    P.THREATS: (SAFE,),
    P.DOMESTIC_ABUSE: (SAFE, REACH),
    P.RELATIONSHIP_BREAKDOWN: (SAFE,),
    P.ASKED_TO_LEAVE: (
        Question(
            "by",
            "Who asks you to leave?",
            {
                "family": "Family or friends",
                "partner": "My partner, or someone who was",
                "landlord": "My landlord",
                "other": "Someone else",
            },
        ),
        Question("how_soon", "When do you have to go?", HOW_SOON),
        SAFE,
    ),
    P.HOARDING: (
        Question(
            "way_out",
            "Could you get out quickly in a fire?",
            {"yes": "Yes", "no": "No", "unknown": "Not sure"},
        ),
    ),
    P.REPAIRS: (
        Question("how_bad", "How bad is it?", HOW_BAD),
        Question("told", "Have you told your landlord?", {"yes": "Yes", "no": "Not yet"}),
    ),
    P.RENT_INCREASE: (
        Question(
            "form",
            "Did you get a form called 4A?",
            {"yes": "Yes", "no": "No, they just told me", "unknown": "Not sure"},
        ),
        Question("afford", "Could you pay the new rent?", {"yes": "Yes", "no": "No", "unknown": "Not sure"}),
    ),
    P.NOTICE_RECEIVED: (Question("how_soon", "Which day does it say you have to go?", HOW_SOON),),
    P.MONEY_WORRIES: (
        Question(
            "owed",
            "Do you owe any rent?",
            {"none": "No, I am up to date", "under_1_month": "Less than a month’s rent"}
            | dict(list(ARREARS_STEPS.items())[2:]),
        ),
        Question("next_rent", "Can you pay the next rent?", {"yes": "Yes", "no": "No", "unknown": "Not sure"}),
    ),
    P.OTHER: (),
}
OFFICE_QUESTIONS: dict[Problem, tuple[Question, ...]] = {
    P.ASKED_TO_LEAVE: (Question("how_soon", "When do they have to go?", HOW_SOON),),
    P.RELATIONSHIP_BREAKDOWN: (),
    P.HOARDING: (),
    P.DOMESTIC_ABUSE: (),
}

_ASKED = Question("asked", "Who was asked?", {"tenant": "The tenant", "landlord": "The landlord"})
_SAID = Question("check_in", "What did they answer?", {"worried": "They are worried", "silent": "Nothing"})
CHECK_IN_QUESTIONS: dict[Problem, tuple[Question, ...]] = {P.OTHER: (_ASKED, _SAID)}


def questions(problem: Problem, source: Source) -> tuple[Question, ...]:
    """What is asked about a problem. An officer is asked nothing that only the two sides can answer."""
    asked = {Source.LANDLORD: LANDLORD_QUESTIONS, Source.TENANT: TENANT_QUESTIONS, Source.CHECK_IN: CHECK_IN_QUESTIONS}
    return asked.get(source, OFFICE_QUESTIONS).get(problem, ())


def check_answers(problem: Problem, source: Source, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers to the questions of this problem, and nothing else.

    Raises DomainError for a problem that this person cannot report, and for a missing or unknown answer.
    """
    if problem not in choices_for(source):
        raise DomainError("Choose what the problem is.", field="problem", code="no_such_problem")
    found = {}
    for question in questions(problem, source):
        answer = answers.get(question.name, "")
        if answer not in question.choices:
            raise DomainError(f"Answer the question: {question.words}", field=question.name, code="unanswered")
        found[question.name] = answer
    return found


def in_words(problem: Problem, source: Source, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Questions and answers as they were read, for those who may see them."""
    return [
        (question.words, question.choices[answers[question.name]])
        for question in questions(problem, source)
        if answers.get(question.name) in question.choices
    ]
