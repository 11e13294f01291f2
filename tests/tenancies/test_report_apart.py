"""What the household's own record says against sharing with its landlord, when a report is written and afterwards."""

import pytest

from core.errors import DomainError, Refused
from households.models import Household
from households.rules.case import Restriction
from households.services import contact, exclusions
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem
from tenancies.selectors import report_office
from tenancies.services import agreeing, triaging
from tenancies.services.reporting import Given
from tests.world import World
from tests.world_reports import Reports, fresh, landlord_of, resident_of, tenancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def keep_away(world: World, household: Household, landlord_ref: str) -> None:
    household = Household.objects.get(pk=household.pk)
    exclusions.exclude(
        ref=household.reference,
        seen=household.version,
        landlord_ref=landlord_ref,
        reason="Her brother",
        actor=world.housing,
        at=world.at,
    )


def restrict(world: World, household: Household, why: Restriction, words: str = "") -> None:
    given = {"ref": household.reference, "seen": Household.objects.get(pk=household.pk).version}
    given |= {"restriction": why, "restricted_because": words}
    contact.restrict(**given, actor=world.housing, at=world.at)


def test_a_landlord_who_is_kept_away_is_kept_apart_from_the_first_word(world, reports):
    home = tenancy(world)
    keep_away(world, home.nomination.household, home.nomination.let.home.landlord.reference)
    row = reports.by_landlord(home)
    assert row.barriers == [Barrier.LANDLORD_RELATED]
    reports.triaged(row)
    with pytest.raises(DomainError, match="mark stays"):
        reports.do(triaging.lift_barrier, row, world.manager, barrier=Barrier.LANDLORD_RELATED, reason="They made up")


@pytest.mark.parametrize(
    ("why", "words", "barriers", "private"),
    [
        (Restriction.DOMESTIC_ABUSE, "", [Barrier.DOMESTIC_ABUSE], True),
        (Restriction.DOMESTIC_ABUSE, "Her husband has found her twice", [Barrier.DOMESTIC_ABUSE], True),
        (Restriction.SAFEGUARDING, "", [Barrier.SAFEGUARDING], True),
        (Restriction.STAFF, "", [], False),
        (Restriction.OTHER, "Her sister trains our safeguarding team", [], False),
    ],
)
def test_a_record_restricted_for_abuse_marks_what_its_landlord_reports(world, reports, why, words, barriers, private):
    home = tenancy(world)
    restrict(world, home.nomination.household, why, words)
    row = reports.by_landlord(home)
    assert (row.barriers, row.private) == (barriers, private)


def test_a_survivor_keeps_a_page_about_what_they_tell_us_of_their_home(world, reports):
    home = tenancy(world)
    restrict(world, home.nomination.household, Restriction.DOMESTIC_ABUSE)
    row = reports.by_tenant(home.nomination.household, Given(Problem.REPAIRS, {"how_bad": "other", "told": "no"}))
    assert not row.private
    assert row.tenant_has_page
    with pytest.raises(Refused, match="kept apart"):
        reports.do(agreeing.share, row, numbers=(1,), agreed_on=world.on, agreed_how="On the telephone")


@pytest.mark.parametrize("learned", ["kin", "abuse"])
def test_what_is_learned_later_stops_the_sharing_and_hides_what_was_shared(world, reports, learned):
    row = reports.shared()
    assert "Share actions" in {action.label for action in report_office.buttons(fresh(row), world.housing)}
    household, landlord = row.tenancy.nomination.household, row.tenancy.nomination.let.home.landlord
    if learned == "kin":
        keep_away(world, household, landlord.reference)
    else:
        restrict(world, household, Restriction.DOMESTIC_ABUSE)
    row = fresh(row)
    assert agreeing.seen_by(row, landlord_of(row.tenancy)) == []
    assert [action.number for action in agreeing.seen_by(row, resident_of(row.tenancy))] == [1]
    assert "Share actions" not in {action.label for action in report_office.buttons(row, world.housing)}
    assert "kept apart" in report_office.warnings(row)[0]
    with pytest.raises(Refused, match="kept apart"):
        reports.do(agreeing.share, row, numbers=(3,), agreed_on=world.on, agreed_how="On the telephone")
