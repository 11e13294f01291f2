"""Each night every open concern gets the days that the rules give it: those taken before a rule was made have none."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import dates
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.deadlines.services import MANAGER_IS_TOLD
from households.models import Household
from tenancies.models import NoticeIntention, ProblemReport
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import Outcome
from tenancies.rules.triage import Priority
from tenancies.services import contacting, ending, life, noticing, passing_on, reporting, watching
from tenancies.services.reporting import Given
from tenancies.tasks import watch_concerns
from tests.world import World
from tests.world_reports import Reports, fresh, open_kinds, tenancy

pytestmark = pytest.mark.django_db

GIVEN = Given(Problem.ARREARS, {"owed": "3_months", "notice": "given"})
THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "selling", "when": "month"})


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def reports(world) -> Reports:
    return Reports(world)


def as_before(row: ProblemReport, *kinds: str, **columns: object) -> ProblemReport:
    """The concern as it stood before the rules set these deadlines and columns."""
    assert Deadline.objects.about(row.subject).filter(kind__in=kinds).delete()[0] >= len(kinds)
    ProblemReport.objects.filter(pk=row.pk).update(**columns)
    return fresh(row)


def night(world: World, days: int = 20) -> dict[str, int]:
    """So many days on, at night, twice: the second time there is nothing left to do."""
    world.later(days=days)
    with time_machine.travel(world.at, tick=False):
        found = watch_concerns.func()
        assert watch_concerns.func() == {"concerns": 0, "notices": 0}
    return found


def due(row: ProblemReport) -> dict[str, Deadline]:
    return {each.kind: each for each in Deadline.objects.about(row.subject).open()}


def by_officer(world: World) -> ProblemReport:
    return reporting.report(
        given=Given(Problem.HOARDING),
        source=Source.OFFICER,
        tenancy_ref=tenancy(world).reference,
        actor=world.housing,
        at=world.at,
    )


def test_one_whose_tenant_was_reached_is_looked_at_again(world, reports):
    row = as_before(reports.settled(), "report_review", review_on=None)
    reached_on = world.on
    assert open_kinds(row) == set()
    assert night(world) == {"concerns": 1, "notices": 0}
    review = due(row)["report_review"]
    assert (review.due_on, review.person_id) == (reached_on + timedelta(days=14), world.housing.user_id)
    assert fresh(row).review_on == review.due_on
    event = Event.objects.about(row.subject).get(action="problem_report.give_days")
    assert event.values.after == {"days": ["report_review"]}


def test_a_tenant_whom_an_officer_told_us_of_is_told_and_reached_by_the_days_of_the_report(world, reports):
    row = as_before(reports.triaged(by_officer(world)), "report_article_14", "report_tenant")
    told_on = dates.today(row.created_at)
    assert night(world)["concerns"] == 1
    found = due(row)
    assert (found["report_article_14"].due_on, found["report_article_14"].statutory) == (
        dates.add_months(told_on, 1),
        True,
    )
    assert (found["report_tenant"].due_on, found["report_tenant"].otherwise) == (row.reply_by, MANAGER_IS_TOLD)


def test_one_under_notice_is_red_and_asks_for_what_notice_asks_for(world, reports):
    row = reports.triaged()
    days = {"served_on": world.on, "ends_on": world.on + timedelta(days=122)}
    reports.do(noticing.serve, row, world.liaison, grounds=("1A",), **days)
    household = Household.objects.get(pk=row.household_id)
    Deadline.objects.about(household.subject).filter(kind="concern_notice").delete()
    row = as_before(row, "report_case", "report_rights", priority=Priority.AMBER)
    assert night(world) == {"concerns": 1, "notices": 1}
    assert fresh(row).priority == Priority.RED
    assert {"report_case", "report_rights"} <= open_kinds(row)
    waiting = Deadline.objects.about(household.subject).open().get(kind="concern_notice")
    assert (waiting.due_on, waiting.person_id) == (world.on, household.lead_officer_id)


def test_a_decision_about_a_case_moves_to_those_who_work_on_cases(world, reports):
    row = reports.triaged(actor=world.liaison)
    reports.do(noticing.serve, row, world.liaison, served_on=world.on, ends_on=world.on + timedelta(days=122))
    task = Deadline.objects.about(row.subject).open().filter(kind="report_case")
    task.update(capability="work_reports", person_id=world.liaison.user_id)
    assert night(world)["concerns"] == 1
    assert (task.get().capability, task.get().person_id) == ("work_households", fresh(row).household.lead_officer_id)


def test_a_notice_on_a_tenancy_waits_for_the_case_too(world):
    row = tenancy(world)
    notice = NoticeGiven(world.on, world.on + timedelta(days=122), ("1A",))
    life.serve_notice(ref=row.reference, seen=row.version, notice=notice, actor=world.liaison, at=world.at)
    subject = row.nomination.household.subject
    Deadline.objects.about(subject).filter(kind="concern_notice").delete()
    assert night(world) == {"concerns": 0, "notices": 1}
    assert Deadline.objects.about(subject).open().get(kind="concern_notice").due_on == world.on


def test_a_landlord_who_had_given_notice_is_rung_and_the_tenant_told_their_rights(world, reports):
    row = reports.triaged(reports.by_landlord(given=GIVEN))
    NoticeIntention.objects.filter(report=row).delete()
    as_before(row, "report_ring", "report_notice", "report_rights")
    assert night(world)["concerns"] == 1
    assert {"report_ring", "report_notice", "report_rights"} <= open_kinds(row)
    assert NoticeIntention.objects.get(report=row).outcome == "open"


def test_what_we_promised_to_do_ourselves_gets_its_day(world, reports):
    row = as_before(reports.agreed(), "report_action_3")
    day = row.actions.get(number=3).due_on
    assert night(world)["concerns"] == 1
    assert due(row)["report_action_3"].due_on == day


def test_an_answer_that_is_owed_keeps_the_day_that_was_promised(world, reports):
    row = as_before(reports.by_landlord(), "report_contact", "report_triage")
    assert night(world)["concerns"] == 1
    found = due(row)
    assert found["report_contact"].due_on == row.reply_by
    assert found["report_triage"].due_on == dates.add_working_days(dates.today(row.created_at), 1)


def test_what_was_done_or_decided_stays_so(world, reports):
    row = reports.settled(reports.by_landlord(given=THINKING))
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    reports.do(noticing.serve, row, served_on=world.on, ends_on=world.on + timedelta(days=122))
    reports.do(passing_on.decide_no_case, row, reason="They move in with family.")
    before = open_kinds(row)
    assert night(world) == {"concerns": 0, "notices": 0}
    assert open_kinds(row) == before == {"report_review"}


def test_what_is_not_safe_to_tell_is_not_asked_for(world, reports):
    row = reports.triaged()
    reports.do(contacting.withhold_notice, row, note="He reads her post.")
    assert night(world)["concerns"] == 0
    assert "report_article_14" not in open_kinds(row)


def test_finished_concerns_are_left_alone(world, reports):
    row = reports.settled()
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    reports.do(ending.decline, by_officer(world))
    Deadline.objects.about(row.subject).delete()
    assert night(world) == {"concerns": 0, "notices": 0}
    assert open_kinds(row) == set()


def test_a_concern_taken_today_lacks_nothing_at_any_step(world, reports):
    home = tenancy(world)
    rows = [
        reports.by_landlord(home),
        reports.by_landlord(home, GIVEN),
        reports.triaged(reports.by_landlord(home, THINKING)),
        reports.reached(reports.by_landlord(home)),
        reports.shared(reports.by_landlord(home)),
        reports.triaged(by_officer(world)),
        reports.by_tenant(home.nomination.household, Given(Problem.NOTICE_RECEIVED, {"how_soon": "8_weeks"})),
    ]
    noticed = reports.triaged(reports.by_landlord(home))
    reports.do(noticing.serve, noticed, served_on=world.on, ends_on=world.on + timedelta(days=60))
    ended = reports.settled(reports.by_landlord(home))
    reports.do(ending.resolve, ended, outcome=Outcome.SETTLED)
    reports.do(ending.reopen, ended, reason="They rang.")
    assert ProblemReport.objects.open().count() == len(rows) + 2
    assert watching.lacking() == []


def test_looking_costs_the_same_however_many_are_open(world, reports):
    home = tenancy(world)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert watching.lacking() == []
        return len(asked)

    reports.agreed(reports.by_landlord(home))
    once = cost()
    for _ in range(3):
        reports.agreed(reports.by_landlord(home))
    assert cost() == once
