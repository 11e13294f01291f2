"""The shortlist counts thousands of households by those alike: each comes out as it does alone."""

from datetime import date

import pytest

from core.rulebook.selectors import rates
from households.models import Household
from households.rules.case import MemberRole
from households.selectors.counting import Counts, member_rows
from households.selectors.needs import needs
from households.services.cases import Person
from lettings.selectors import shortlist
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


def applicant(year: int, sex: str = "F", **facts) -> Person:
    return Person("A", MemberRole.APPLICANT, born_on=date(year, 3, 2), sex=sex, circumstances=facts)


def child(year: int, sex: str = "M", **facts) -> Person:
    return Person("C", MemberRole.CHILD, born_on=date(year, 5, 6), sex=sex, **facts)


def other(year: int, sex: str = "F", **facts) -> Person:
    return Person("O", MemberRole.NON_DEPENDANT, born_on=date(year, 7, 8), sex=sex, **facts)


MANY = (
    (applicant(1994), child(2019)),
    (applicant(1980), child(2022)),
    (applicant(1980), child(2012)),
    (applicant(1994), child(2019), child(2012)),
    (applicant(1994), child(2019), child(2012, "F")),
    (applicant(1994), child(2012, "F"), child(2019)),
    (applicant(1994), child(2019, stays_part_time=True)),
    (applicant(1970), other(1980), other(1981, "M"), other(1990)),
    (applicant(1970), other(1980), other(1981, "M", partner_of=1), other(1990)),
    (applicant(1970), other(1990), other(1980), other(1981, "M", partner_of=2)),
    (applicant(2000),),
    (applicant(2000, care_leaver=True),),
    (applicant(1970),),
    (applicant(1970), Person("B", MemberRole.EXPECTED_BABY, expected_on=date(2027, 1, 9))),
    (applicant(1970), Person("P", MemberRole.PARTNER, born_on=date(1971, 1, 9), sex="M")),
)


def test_each_counts_as_it_does_alone(world):
    ours = [world.household(*people, resident=False) for people in MANY]
    ours[0].write(rent_ceiling=ours[0].rent_ceiling or 70_000, brma_key="")
    ours[1].write(brma_key="")
    counts = Counts(world.on, rates.rate_book("NORTH_WEST_KENT"))
    for row in Household.objects.all():
        alone = needs(row, world.on)
        counted = counts.of(row, list(member_rows(row.members.order_by("pk"))))
        assert counted == (alone.people, alone.bedrooms, alone.rent_ceiling)


def test_what_an_entry_says_is_what_it_was_placed_by(world):
    for people in MANY:
        world.household(*people, resident=False)
    entries = shortlist.for_let(world.let(), world.housing, world.on).entries
    assert len(entries) == len(MANY)
    for entry in entries:
        assert (entry.facts.people, entry.facts.bedrooms) == (entry.needs.people, entry.needs.bedrooms)
        assert entry.facts.rent_ceiling == entry.needs.rent_ceiling.pence
