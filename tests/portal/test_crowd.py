"""The crowd of the demonstration council: enough of everybody, most of it in time, the same every time."""

import statistics
from collections import Counter
from collections.abc import Iterable

import pytest

from core.accounts.models import User
from core.audit.models import EventValues
from core.deadlines.models import Deadline
from core.notifications.rules.safe_contact import ANYTHING_IS_SAFE
from core.states import Holder
from households.models import Decision, Duty, Household, Member
from households.services import contact
from landlords.models import Landlord
from lettings.models import Nomination
from portal.demonstration.crowd import homes, people
from portal.demonstration.figures import CATEGORIES, quartiles
from properties.models import Home, Let
from tenancies.models import ProblemReport, Tenancy
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


def repeated(values: Iterable[str]) -> list[str]:
    return [value for value, many in Counter(values).items() if value and many > 1]


def test_nobody_shares_a_name_a_number_or_a_house():
    households = list(Household.objects.values_list("name", "telephone", "present_address"))
    landlords = list(Landlord.objects.values_list("name", "telephone", "address"))
    homes = [(home.address, home.town) for home in Home.objects.all()]
    assert repeated(name for name, _, _ in households + landlords) == []
    assert repeated(telephone for _, telephone, _ in households + landlords) == []
    addresses = [address.split("\n")[0] for _, _, address in households + landlords]
    assert repeated([*addresses, *(address for address, _ in homes)]) == []
    partners = Member.objects.filter(role="partner", name__contains=" ").values_list("name", flat=True)
    assert repeated([*partners, *(name for name, _, _ in households)]) == []


def test_every_number_is_one_that_nobody_can_have():
    numbers = set(Household.objects.values_list("telephone", flat=True))
    numbers |= set(User.objects.exclude(telephone="").values_list("telephone", flat=True))
    assert {number[:10] for number in numbers} == {"+447700900", "+441632960"}
    assert "+441632960001" not in numbers  # The council's own.


def test_birthdays_and_streets_are_spread():
    born = Counter(Member.objects.exclude(born_on=None).values_list("born_on__month", "born_on__day"))
    assert max(born.values()) < 0.03 * born.total()
    streets = Counter(
        address.split("\n")[0].split(" ", 1)[1]
        for address in Household.objects.exclude(present_address="").values_list("present_address", flat=True)
    )
    assert max(streets.values()) < 0.1 * streets.total()


def test_whoever_fled_abuse_has_no_address_here_and_a_rule_of_safe_contact():
    fled = Household.objects.filter(loss_reason="domestic_abuse")
    assert fled.count() > 3
    assert set(fled.values_list("present_address", "present_postcode")) == {("", "")}
    for row in fled:
        assert contact.recipient(row).safe_contact not in (None, ANYTHING_IS_SAFE), row.name


def test_reasons_fit_how_the_home_was_lost():
    decided = Decision.objects.filter(question="homelessness").exclude(answer="neither")
    by_reason: dict[str, set[str]] = {}
    for row in decided.select_related("household"):
        by_reason.setdefault(row.household.loss_reason, set()).add(row.reasons)
    abuse = " ".join(by_reason["domestic_abuse"])
    assert "believe" in abuse
    assert not {"papers", "spoke to the person", "rang"} & set(abuse.split())
    assert len({frozenset(said) for said in by_reason.values()}) == len(by_reason)
    eligible = Decision.objects.filter(question="eligible")
    refugees = eligible.filter(household__loss_reason="asylum_support").values_list("reasons", flat=True)
    assert refugees
    assert all("refugees" in said and "British" not in said for said in refugees)
    assert len(set(eligible.values_list("reasons", flat=True))) >= 4


def test_words_are_not_the_same_everywhere():
    overrides = Nomination.objects.exclude(override_because="").values_list("override_because", flat=True)
    assert len(set(overrides)) >= 5
    described = Let.objects.values_list("description", flat=True)
    assert len(set(described)) > 0.9 * len(described)
    resolved = EventValues.objects.filter(event__action="problem_report.resolve")
    assert resolved.exists()
    assert not resolved.filter(note="").exists()
    other = ProblemReport.objects.filter(problem="other").count()
    assert other < 0.35 * ProblemReport.objects.count()


def test_both_sides_tell_of_every_common_problem():
    told = set(ProblemReport.objects.values_list("problem", "source"))
    expected = {
        "landlord": "arrears benefit_payment access nuisance damage selling rent_increase empty_home",
        "tenant": "illegal_eviction threats repairs rent_increase money_worries",
        "officer": "domestic_abuse",
    }
    assert {(problem, source) for source, problems in expected.items() for problem in problems.split()} <= told


def test_homes_do_not_stand_empty_while_people_wait():
    lets = Let.objects.available()
    assert lets.count() <= 22
    empty = [let for let in lets if (DAY - let.available_from).days > 28]
    long = [let for let in empty if not Nomination.objects.live().filter(let=let).exists()]
    assert len(long) <= 4


def test_work_has_a_name_and_little_of_it_is_old():
    waiting = Deadline.objects.open().filter(holder=Holder.COUNCIL)
    late = waiting.overdue(DAY)
    assert max((DAY - deadline.due_on).days for deadline in late) <= 21
    assert late.filter(person=None).count() <= 3
    assert waiting.filter(person=None).count() < 0.1 * waiting.count()
    answers = late.filter(kind="report_contact")
    assert answers.count() <= 2


def test_the_same_seed_draws_the_same_crowd():
    assert list(homes.places()) == list(homes.places())
    drawn = [people.members(people.chance_of("x"), "couple with children", DAY) for _ in range(2)]
    assert drawn[0] == drawn[1]
