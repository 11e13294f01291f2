"""A notice on a concern: what falls due, what is kept of it, and where it is passed on to."""

from datetime import timedelta

import pytest

from core.deadlines.models import Deadline
from tenancies.models import NoticeIntention
from tenancies.rules.problem import Problem
from tenancies.services import noticing
from tenancies.services.reporting import Given
from tests.world import World
from tests.world_reports import Reports, open_kinds

pytestmark = pytest.mark.django_db

THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})
GIVEN = Given(Problem.ARREARS, {"owed": "3_months", "notice": "given"})


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def test_a_notice_that_was_given_asks_for_the_same_day_what_a_thought_of_it_asks_for(world, reports):
    row = reports.by_landlord(given=GIVEN)
    due = {each.kind: each for each in Deadline.objects.about(row.subject).open()}
    assert NoticeIntention.objects.get(report=row).outcome == "open"
    assert (due["report_rights"].due_on, due["report_notice"].due_on) == (world.on, world.on)
    assert "before notice is given" not in due["report_ring"].what
    reports.do(noticing.serve, row, served_on=world.on, ends_on=world.on + timedelta(days=28), grounds=("8",))
    assert not {"report_notice", "report_ring"} & open_kinds(row)
    assert "report_rights" in open_kinds(row)


def test_a_thought_of_notice_asks_for_no_notice_yet(reports):
    assert "report_notice" not in open_kinds(reports.by_landlord(given=THINKING))
