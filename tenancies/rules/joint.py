"""When nothing may ever be shared between the two sides."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from households.rules.case import Restriction
from tenancies.rules.problem import Problem


class Barrier(StrEnum):
    """Why the two sides are kept apart."""

    DOMESTIC_ABUSE = "domestic_abuse"
    NEIGHBOUR = "neighbour"
    ILLEGAL_EVICTION = "illegal_eviction"
    HARASSMENT = "harassment"
    SAFEGUARDING = "safeguarding"
    LANDLORD_RELATED = "landlord_related"


BARRIER_LABELS = {
    Barrier.DOMESTIC_ABUSE: "Domestic abuse",
    Barrier.NEIGHBOUR: "Nuisance, and a neighbour complains",
    Barrier.ILLEGAL_EVICTION: "Illegal eviction",
    Barrier.HARASSMENT: "Harassment or threats",
    Barrier.SAFEGUARDING: "Safeguarding",
    Barrier.LANDLORD_RELATED: "The landlord or agent is family, or was a partner",
}
RESTRICTIONS = {
    Barrier.DOMESTIC_ABUSE: Restriction.DOMESTIC_ABUSE,
    Barrier.SAFEGUARDING: Restriction.SAFEGUARDING,
}
PRIVATE = frozenset(RESTRICTIONS)
"""With these the report is absent for everyone but its lead worker, the household's list and managers."""

BY_PROBLEM = {
    Problem.DOMESTIC_ABUSE: Barrier.DOMESTIC_ABUSE,
    Problem.ILLEGAL_EVICTION: Barrier.ILLEGAL_EVICTION,
    Problem.THREATS: Barrier.HARASSMENT,
}

NOT_SAFE = frozenset({"no", "unknown"})
AT_HOME = {
    (Problem.RELATIONSHIP_BREAKDOWN, None),
    (Problem.ASKED_TO_LEAVE, "partner"),
    (Problem.ASKED_TO_LEAVE, "family"),
}
"""Whoever is not safe with one of these may have to fear somebody at home, or somebody who has a key."""


def barriers_of(problem: Problem, answers: Mapping[str, str]) -> frozenset[Barrier]:
    """What the report itself says against joint work. Officers mark the rest."""
    found = {BY_PROBLEM[problem]} if problem in BY_PROBLEM else set()
    if answers.get("safe") in NOT_SAFE and (problem, answers.get("by")) in AT_HOME:
        found.add(Barrier.DOMESTIC_ABUSE)
    if problem == Problem.ASKED_TO_LEAVE and answers.get("by") == "landlord" and answers.get("safe") in NOT_SAFE:
        found.add(Barrier.HARASSMENT)
    if problem == Problem.NUISANCE and answers.get("complains") == "neighbour":
        found.add(Barrier.NEIGHBOUR)
    return frozenset(found)


def barriers_on_record(*, kept_away: bool, restriction: str) -> frozenset[Barrier]:
    """What the household's record says: its landlord is kept away from it, or it is restricted for a private reason."""
    found = {Barrier.LANDLORD_RELATED} if kept_away else set()
    return frozenset(found | {barrier for barrier, why in RESTRICTIONS.items() if why == restriction})


def restriction_by(barriers: Iterable[str]) -> Restriction | None:
    """Why the household's record is restricted where a private report goes on in it."""
    found = set(barriers)
    return next((why for barrier, why in RESTRICTIONS.items() if barrier in found), None)


def why_apart(barriers: Iterable[str]) -> str:
    """Why no action of this report can be shared, for officers' eyes; empty when it can."""
    names = [BARRIER_LABELS[barrier] for barrier in Barrier if barrier in set(barriers)]
    return f"The two sides are kept apart: {', '.join(names).lower()}." if names else ""


def is_private(barriers: Iterable[str]) -> bool:
    return bool(PRIVATE & set(barriers))


def why_private(barriers: Iterable[str]) -> str:
    """Why this is hidden from most officers, in the words of its own marks; empty when it is not."""
    return ", ".join(BARRIER_LABELS[barrier] for barrier in Barrier if barrier in PRIVATE & set(barriers))
