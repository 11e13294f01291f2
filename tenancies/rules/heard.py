"""What a tenant reads at once: what to do now, by the problem they told us of and what they answered."""

from collections.abc import Mapping
from enum import StrEnum

from tenancies.rules.problem import Problem


class Urgent(StrEnum):
    """Which words stand before anything else: about danger now, or about what a notice means."""

    DANGER = "danger"
    NOTICE = "notice"


BY_PROBLEM = {
    Problem.ILLEGAL_EVICTION: Urgent.DANGER,
    Problem.THREATS: Urgent.DANGER,
    Problem.NOTICE_RECEIVED: Urgent.NOTICE,
}

ANSWERED: Mapping[str, Mapping[str, str]] = {
    "tonight": {
        "no": "You have nowhere safe tonight. Ring us now, day or night. We have to help you today.",
        "unknown": "You are not sure about tonight. Ring us now, day or night, so that we can help you today.",
    },
    "happening": {
        "locked_out": "You are locked out. Only a court can let bailiffs do that. Do not force the door. "
        "We can speak with your landlord today, if you agree.",
        "told_today": "You were told to go. Nobody can make you go without a court. Stay if it is safe.",
        "cut_off": "Your gas, electricity or water was cut off. Doing that to make you go is a crime.",
    },
    "safe": {
        "no": "You are not safe now. Get to a safe place if you can, and ring 999.",
        "unknown": "You are not sure that you are safe. If you are afraid, ring 999.",
    },
}
"""Question -> answer -> what we say to it. The most pressing question stands first."""


def urgent(problem: Problem, given: Mapping[str, str]) -> Urgent | None:
    """What a tenant reads before the questions and on the receipt; None where nothing presses."""
    if problem is Problem.ASKED_TO_LEAVE and given.get("by") == "landlord":
        return Urgent.NOTICE
    return BY_PROBLEM.get(problem)


def answers(given: Mapping[str, str]) -> tuple[str, ...]:
    """What we say to what they answered, the most pressing first."""
    return tuple(said[given[name]] for name, said in ANSWERED.items() if given.get(name) in said)
