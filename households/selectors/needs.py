"""What a household needs and what rent it can get help with, each with the lines that made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from core.errors import DomainError
from core.money import Money
from core.rulebook.rules import household as rulebook
from core.rulebook.rules.bedroom_standard import bedrooms_needed
from core.rulebook.rules.bedrooms import Reason
from core.rulebook.rules.rates import Answer, RateBook
from core.rulebook.selectors import rates
from households.models import Household
from households.rules import people
from households.rules.case import MemberRole
from households.rules.people import Someone

NOBODY = "The people are not recorded yet."


class SomeHousehold(Protocol):
    """A household, or a row of one."""

    @property
    def brma_key(self) -> str: ...
    @property
    def rent_ceiling(self) -> Money | None: ...


class SomeMember(Protocol):
    """A member, or a row of one."""

    @property
    def pk(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def sex(self) -> str: ...
    @property
    def stays_part_time(self) -> bool: ...
    @property
    def partner_of_id(self) -> int | None: ...
    @property
    def circumstances(self) -> dict[str, Any]: ...
    def age_on(self, on: date) -> int: ...


@dataclass(frozen=True)
class Needs:
    """Bedrooms that suit the household (never the benefit answer), and the allowance for its rent.

    `allowance` is None when the rental market area is not chosen or has no rates on the day; then
    `allowance_missing` says why. `rent_ceiling` is the officer's own figure, else the allowance a month.
    """

    people: int
    bedrooms: int
    bedrooms_because: tuple[Reason, ...]
    allowance: Answer | None
    allowance_missing: str
    rent_ceiling: Money | None
    rent_ceiling_because: str


def someone(member: SomeMember, on: date) -> Someone:
    couple = member.partner_of_id
    return Someone(
        role=MemberRole(member.role),
        age=member.age_on(on),
        sex=member.sex,
        stays_part_time=member.stays_part_time,
        couple=min(couple, member.pk) if couple else None,
        circumstances=member.circumstances,
    )


def in_rules(members: Sequence[SomeMember], on: date) -> rulebook.Household:
    """The members as the rules see them. A couple is joined from one side: the other is marked too."""
    marked = {member.partner_of_id: member.pk for member in members if member.partner_of_id}
    listed = []
    for member in members:
        each = someone(member, on)
        if each.couple is None and member.pk in marked:
            other = marked[member.pk]
            each = Someone(**{**each.__dict__, "couple": min(other, member.pk)})
        listed.append(each)
    return people.household(listed)


def needs(household: Household, on: date) -> Needs:
    """What the household needs on a day."""
    return needs_of(household, list(household.members.all()), on)


def needs_of(household: SomeHousehold, members: Sequence[SomeMember], on: date, book: RateBook | None = None) -> Needs:
    """The same from members that were read before. `book` holds the rates for a list; else they are read."""
    if not any(member.role == MemberRole.APPLICANT for member in members):
        return Needs(0, 0, (), None, NOBODY, household.rent_ceiling, NOBODY)
    rules = in_rules(members, on)
    bedrooms = bedrooms_needed(rules)
    allowance, missing = None, "The rental market area is not chosen yet."
    if household.brma_key:
        try:
            allowance = (book or rates.rate_book(household.brma_key)).answer(rules, brma=household.brma_key, on=on)
            missing = ""
        except DomainError as error:
            missing = error.message
    if household.rent_ceiling is not None:
        ceiling, because = household.rent_ceiling, "The officer’s own figure."
    elif allowance is not None:
        ceiling = allowance.monthly
        because = f"Local Housing Allowance, category {allowance.uc.category.value}, {allowance.area.name}."
    else:
        ceiling, because = None, missing
    return Needs(
        people=sum(member.role != MemberRole.EXPECTED_BABY and not member.stays_part_time for member in members),
        bedrooms=bedrooms.count,
        bedrooms_because=bedrooms.because,
        allowance=allowance,
        allowance_missing=missing,
        rent_ceiling=ceiling,
        rent_ceiling_because=because,
    )
