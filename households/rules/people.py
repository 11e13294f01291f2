"""A household's people as the bedroom and rate rules see them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core import dates
from core.rulebook.rules.household import AwayBecause, DisabilityBenefit, Household, Person, Sex
from households.rules.case import MemberRole


def age(born_on: date | None, on: date) -> int:
    """Whole years on a day; 0 for a baby not born yet."""
    return max(0, dates.age_on(born_on, on)) if born_on else 0


@dataclass(frozen=True)
class Someone:
    """One person: age in whole years on the day, and the circumstances by the names of the rules' `Person`.

    One of them is not the rules' own: `care_council`, the council that owes a care leaver help.

    `couple` is the same for both of a couple of other adults, and None for anyone else.
    """

    role: MemberRole
    age: int
    sex: str
    stays_part_time: bool = False
    couple: int | None = None
    circumstances: dict[str, Any] = field(default_factory=dict)


def person(someone: Someone) -> Person:
    """Raises TypeError or ValueError on a circumstance that the rules do not know."""
    facts = dict(someone.circumstances)
    facts.pop("care_council", None)
    if benefit := facts.pop("disability_benefit", None):
        facts["disability_benefit"] = DisabilityBenefit(benefit)
    if because := facts.pop("away_because", None):
        facts["away_because"] = AwayBecause(because)
    if someone.stays_part_time:
        facts["responsible"] = False
    return Person(age=someone.age, sex=Sex(someone.sex), **facts)


def household(people: Iterable[Someone], *, shares_facilities: bool = False) -> Household:
    """The household of the rules. A partner is the second renter; other adults stay single or in couples."""
    people = list(people)
    applicant = next(each for each in people if each.role is MemberRole.APPLICANT)
    partner = next((each for each in people if each.role is MemberRole.PARTNER), None)
    others = [each for each in people if each.role is MemberRole.NON_DEPENDANT]
    couples: dict[int, list[Person]] = {}
    for each in others:
        if each.couple is not None:
            couples.setdefault(each.couple, []).append(person(each))
    return Household(
        renters=(person(applicant), person(partner)) if partner else (person(applicant),),
        children=tuple(person(each) for each in people if each.role is MemberRole.CHILD),
        non_dependants=tuple(person(each) for each in others if each.couple is None),
        non_dependant_couples=tuple((pair[0], pair[1]) for pair in couples.values() if len(pair) == 2),
        expected_babies=sum(each.role is MemberRole.EXPECTED_BABY for each in people),
        shares_facilities=shares_facilities,
    )
