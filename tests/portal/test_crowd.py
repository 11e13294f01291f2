"""The crowd of the demonstration council: enough of everybody, most of it in time, the same every time."""

import statistics

import pytest

from core.deadlines.models import Deadline
from core.states import Holder
from households.models import Duty, Household
from landlords.models import Landlord
from portal.demonstration.crowd import homes, people
from portal.demonstration.figures import CATEGORIES, quartiles
from properties.models import Home
from tenancies.models import Tenancy
from tests import council
from tests.council import DAY

pytestmark = [
    pytest.mark.usefixtures("told_council", "undone"),
    pytest.mark.skipif(not council.crowded(), reason="on PostgreSQL only the written stories are played"),
]


def test_there_are_as_many_as_in_a_real_council():
    assert Landlord.objects.exclude(declarations=None).count() == 60
    assert Landlord.objects.filter(declarations=None).count() == 3
    assert Home.objects.count() == 150
    assert Household.objects.count() == 250
    assert Tenancy.objects.count() >= 36


def test_most_of_the_work_is_in_time_and_some_is_late():
    waiting = Deadline.objects.open().filter(holder=Holder.COUNCIL)
    late = waiting.overdue(DAY).count()
    assert 0.03 < late / waiting.count() < 0.25


def test_a_third_of_the_households_is_still_being_helped_and_duties_end_in_many_ways():
    live = Household.objects.live().count()
    assert 50 <= live <= 110
    ended = Duty.objects.exclude(ground="").values_list("kind", "ground").distinct()
    assert len(ended) >= 9


def test_most_tenancies_have_a_rent_record():
    with_one = Tenancy.objects.filter(entries__isnull=False).distinct().count()
    assert with_one >= Tenancy.objects.count() * 0.5


def test_the_rents_are_those_of_the_market():
    low, _, high = quartiles()[CATEGORIES[2]]
    rents = [home.rent.pence * 12 / 5200 for home in Home.objects.filter(bedrooms=2)]
    assert low * 0.75 < statistics.median(rents) < high * 1.1


def test_nobody_has_the_same_name_as_one_of_the_cast():
    names = list(Household.objects.values_list("name", flat=True))
    assert names.count("Leanne Foster") == 1
    assert len(set(names)) > 200


def test_the_same_seed_draws_the_same_crowd():
    assert list(homes.places()) == list(homes.places())
    drawn = [people.members(people.chance_of("x"), "couple with children", DAY) for _ in range(2)]
    assert drawn[0] == drawn[1]
