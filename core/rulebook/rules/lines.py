"""Households as JSON lines: what `manage.py lha` reads and answers."""

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.errors import DomainError
from core.rulebook.rules.household import ADULT_AGE, AwayBecause, DisabilityBenefit, Household, Person, Sex
from core.rulebook.rules.lha import Entitlement
from core.rulebook.rules.rates import RateBook

OLDEST = 120
MOST_PEOPLE = 30
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

ABSENCE = ("away_months", "away_because")
CARE = ("disability_benefit", "overnight_carer")
RENTER_KEYS = frozenset(
    (
        "age",
        "sex",
        *CARE,
        "cannot_share",
        "foster_carer",
        "care_leaver",
        "hostel_nights",
        "resettlement_accepted",
        "multi_agency_management",
        "domestic_abuse_evidenced",
        "modern_slavery",
        "severe_disability_premium",
    )
)
CHILD_KEYS = frozenset(("age", "sex", *CARE, *ABSENCE, "cannot_share", "responsible", "foster"))
OTHER_KEYS = frozenset(("age", "sex", *CARE, *ABSENCE, "cannot_share", "lodger"))
TOP_KEYS = frozenset(
    (
        "id",
        "on",
        "brma",
        "renters",
        "children",
        "non_dependants",
        "non_dependant_couples",
        "pregnant",
        "claims_as_single",
        "shares_facilities",
    )
)
NUMBERS = {"age": OLDEST, "hostel_nights": 5000, "away_months": 600}
WORDS: dict[str, type[StrEnum]] = {"sex": Sex, "disability_benefit": DisabilityBenefit, "away_because": AwayBecause}


@dataclass(frozen=True, slots=True)
class Request:
    household: Household
    brma: str
    on: date


def answer_line(line: bytes, book: RateBook) -> str:
    """One JSON line for one JSON line: the allowance, or an error that names the field."""
    reply: dict[str, Any] = {"id": None}
    try:
        facts = parse(line)
        reply["id"] = identity(facts)
        request = read(facts)
        answer = book.answer(request.household, brma=request.brma, on=request.on)
        reply["uc"] = scheme(answer.uc, monthly=answer.monthly.plain)
        reply["hb"] = scheme(answer.hb, weekly=answer.weekly.plain)
    except DomainError as error:
        reply["error"] = {"field": error.field, "message": error.message}
    return json.dumps(reply)


def scheme(entitlement: Entitlement, **amount: str) -> dict[str, Any]:
    return {
        "bedrooms": entitlement.bedrooms,
        "category": entitlement.category.value,
        **amount,
        "because": [str(reason) for reason in entitlement.because],
    }


def parse(line: bytes) -> dict[str, Any]:
    """Raises DomainError, with no field, when the line is not one JSON object."""
    try:
        facts = json.loads(line.decode("utf-8-sig"), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise DomainError("This line is not JSON.", code="not_json") from error
    if not isinstance(facts, dict):
        raise DomainError("Each line must be one JSON object, in braces.", code="not_an_object")
    return facts


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    facts = dict(pairs)
    if len(facts) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DomainError(f"“{twice[:60]}” is given twice.", field=twice, code="given_twice")
    return facts


def identity(facts: dict[str, Any]) -> str | int:
    given = facts.get("id")
    if isinstance(given, (str, int)) and not isinstance(given, bool):
        return given
    raise DomainError("Give each household an id, as text or a number.", field="id", code="id_missing")


def read(facts: dict[str, Any]) -> Request:
    """The household, area and day. Raises DomainError with the path of the field, like `renters[0].age`."""
    refuse_unknown(facts, TOP_KEYS, "")
    on = day(facts.get("on"))
    brma = facts.get("brma")
    if not isinstance(brma, str) or not brma:
        raise DomainError("Give the key of a rental market area, like NORTH_WEST_KENT.", field="brma", code="no_brma")
    return Request(household(facts), brma, on)


def household(facts: dict[str, Any]) -> Household:
    renters = people(facts, "renters", RENTER_KEYS, youngest=ADULT_AGE)
    if len(renters) not in (1, 2):
        message = "Give one renter, or two for a couple." if renters else "Give at least one renter."
        raise DomainError(message, field="renters", code="renters")
    claims_as_single = truth(facts, "claims_as_single", "")
    if claims_as_single and len(renters) == 1:
        raise DomainError("Only one of a couple can claim as single.", field="claims_as_single", code="no_partner")
    return Household(
        renters=renters,
        children=people(facts, "children", CHILD_KEYS),
        non_dependants=people(facts, "non_dependants", OTHER_KEYS),
        non_dependant_couples=couples(facts),
        expected_babies=int(truth(facts, "pregnant", "")),
        claims_as_single=claims_as_single,
        shares_facilities=truth(facts, "shares_facilities", ""),
    )


def couples(facts: dict[str, Any]) -> tuple[tuple[Person, Person], ...]:
    found = []
    for place, couple in enumerate(items(facts, "non_dependant_couples", "")):
        path = f"non_dependant_couples[{place}]"
        if not isinstance(couple, list) or len(couple) != 2:
            raise DomainError("A couple is a list of two people.", field=path, code="not_a_couple")
        one, two = (person(each, f"{path}[{i}]", OTHER_KEYS, youngest=ADULT_AGE) for i, each in enumerate(couple))
        found.append((one, two))
    return tuple(found)


def people(facts: dict[str, Any], name: str, keys: frozenset[str], youngest: int = 0) -> tuple[Person, ...]:
    listed = items(facts, name, "")
    return tuple(person(each, f"{name}[{place}]", keys, youngest) for place, each in enumerate(listed))


def person(facts: Any, path: str, keys: frozenset[str], youngest: int = 0) -> Person:
    if not isinstance(facts, dict):
        raise DomainError("A person is a JSON object with an age and a sex.", field=path, code="not_a_person")
    refuse_unknown(facts, keys, path)
    for name in ("age", "sex"):
        if name not in facts:
            raise DomainError(f"Give each person's {name}.", field=f"{path}.{name}", code=f"{name}_missing")
    values: dict[str, Any] = {}
    for name in facts:
        if name in NUMBERS:
            values[name] = number(facts, name, path, NUMBERS[name])
        elif name in WORDS:
            values[name] = word(facts, name, path, WORDS[name])
        else:
            values[name] = truth(facts, name, path)
    if values["age"] < youngest:
        message = f"A person here must be {youngest} or over."
        raise DomainError(message, field=f"{path}.age", code="too_young")
    return Person(**values)


def refuse_unknown(facts: dict[str, Any], known: frozenset[str], path: str) -> None:
    for name in facts:
        if name not in known:
            field = f"{path}.{name[:60]}" if path else name[:60]
            raise DomainError(f"“{name[:60]}” is not a fact known here.", field=field, code="unknown_key")


def items(facts: dict[str, Any], name: str, path: str) -> list[Any]:
    given = facts.get(name, [])
    if not isinstance(given, list):
        raise DomainError("This must be a list, in square brackets.", field=at(path, name), code="not_a_list")
    if len(given) > MOST_PEOPLE:
        raise DomainError(f"Give {MOST_PEOPLE} people or fewer.", field=at(path, name), code="too_many")
    return given


def number(facts: dict[str, Any], name: str, path: str, most: int) -> int:
    given = facts.get(name, 0)
    if type(given) is not int or not 0 <= given <= most:
        message = f"This must be a whole number from 0 to {most}."
        raise DomainError(message, field=at(path, name), code="not_a_number")
    return given


def truth(facts: dict[str, Any], name: str, path: str) -> bool:
    given = facts.get(name, False)
    if type(given) is not bool:
        raise DomainError("This must be true or false.", field=at(path, name), code="not_true_or_false")
    return given


def word(facts: dict[str, Any], name: str, path: str, kind: type[StrEnum]) -> StrEnum:
    given = facts[name]
    try:
        return kind(given)
    except ValueError:
        choices = ", ".join(each.value for each in kind)
        raise DomainError(f"This must be one of: {choices}.", field=at(path, name), code="not_a_choice") from None


def day(given: Any) -> date:
    try:
        if not DAY.fullmatch(given):
            raise ValueError(given)
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise DomainError(
            "Give a real date as year-month-day, like 2026-11-21.", field="on", code="not_a_day"
        ) from None


def at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
