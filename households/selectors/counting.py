"""What many households need, in numbers alone: for the shortlist of a home, which looks at all of them."""

import json
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from core.money import Money
from core.rulebook.rules.rates import RateBook
from households.models import Member
from households.rules import people
from households.rules.case import MemberRole
from households.selectors.needs import SomeHousehold, needs_of


class MemberRow(NamedTuple):
    """A member as the rules read one, without the weight of a model. `told` is their circumstances as they are kept."""

    household_id: int
    pk: int
    role: str
    born_on: date | None
    sex: str
    partner_of_id: int | None
    stays_part_time: bool
    told: str

    @property
    def circumstances(self) -> dict[str, Any]:
        return json.loads(self.told)

    def age_on(self, on: date) -> int:
        return people.age(self.born_on, on)


def member_rows(members: "QuerySet[Member]") -> Iterable[MemberRow]:
    told = members.annotate(told=Cast("circumstances", TextField()))
    return map(MemberRow._make, told.values_list(*MemberRow._fields))


class Counted(NamedTuple):
    """The numbers of `Needs`."""

    people: int
    bedrooms: int
    rent_ceiling: Money | None


class Counts:
    """Counts households on a day. Those alike in all that the rules ask are counted once."""

    def __init__(self, on: date, book: RateBook) -> None:
        self.on, self.book = on, book
        self._known: dict[Hashable, tuple[int, Money | None]] = {}

    def of(self, household: SomeHousehold, members: Sequence[MemberRow]) -> Counted:
        key = (household.brma_key, self.alike(members))
        if key not in self._known:
            needs = needs_of(household, members, self.on, self.book)
            self._known[key] = needs.bedrooms, needs.allowance.monthly if needs.allowance else None
        bedrooms, allowance = self._known[key]
        return Counted(
            people=sum(m.role != MemberRole.EXPECTED_BABY and not m.stays_part_time for m in members),
            bedrooms=bedrooms,
            rent_ceiling=household.rent_ceiling if household.rent_ceiling is not None else allowance,
        )

    def alike(self, members: Sequence[MemberRow]) -> Hashable:
        """The same for two households whose people the rules cannot tell apart: of an age, of a sex, in any order."""
        ages, on = self.book.ages, self.on
        people = [(m.role, bisect_right(ages, m.age_on(on)), m.sex, m.stays_part_time, m.told) for m in members]
        couples = [(place, m.partner_of_id) for place, m in enumerate(members) if m.partner_of_id]
        if not couples:
            return tuple(sorted(people))
        places = {member.pk: place for place, member in enumerate(members)}
        return (*people, *((place, places.get(partner)) for place, partner in couples))
