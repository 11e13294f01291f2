"""A notice on a concern: what falls due, what is kept of it, and where it is passed on to."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from core.accounts.models import User
from core.deadlines.models import Deadline
from core.errors import DomainError, Refused
from households.models import Household
from tenancies.models import NoticeIntention, ProblemReport
from tenancies.rules.problem import Problem
from tenancies.rules.report import ContactBy, Intention, Outcome, Stage
from tenancies.selectors import notices, report_office
from tenancies.services import contacting, ending, noticing, passing_on
from tenancies.services.reporting import Given
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports, fresh, open_kinds, resident_of

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


def ready(reports: Reports, given: Given = THINKING) -> ProblemReport:
    """All but what became of the notice is done."""
    row = reports.settled(reports.by_landlord(given=given))
    reports.do(noticing.rang_landlord, row, advice="Ask for direct payment.")
    reports.do(noticing.tell_rights, row, advice="Stay, and ring us.")
    return fresh(row)


def test_whoever_ends_a_concern_says_what_became_of_the_notice(world, reports):
    row = ready(reports)
    with pytest.raises(DomainError, match="what became of the notice"):
        reports.do(ending.resolve, row, outcome=Outcome.SETTLED)
    with pytest.raises(DomainError, match="Put the notice on record first"):
        reports.do(ending.resolve, row, outcome=Outcome.SETTLED, became=Intention.SERVED)
    with pytest.raises(DomainError, match="does not fit"):
        reports.do(ending.resolve, row, outcome=Outcome.NOTICE_AVERTED, became=Intention.NOT_KNOWN)
    reports.do(ending.resolve, row, outcome=Outcome.SETTLED, became=Intention.NOT_KNOWN)
    assert [tile.figure for tile in notices.became(world.manager, world.on)] == [0, 0, 1, 0]
    reports.do(ending.reopen, row, reason="They rang.")
    assert [tile.figure for tile in notices.became(world.manager, world.on)] == [0, 0, 0, 1]


def test_each_way_to_end_a_concern_counts_its_notice(world, reports):
    escalated, declined, unreached = (
        ready(reports),
        ready(reports),
        reports.triaged(reports.by_landlord(given=THINKING)),
    )
    reports.do(noticing.rang_landlord, unreached, advice="Ask for direct payment.")
    for by in (ContactBy.TELEPHONE, ContactBy.VISIT, ContactBy.TELEPHONE):
        reports.tried(unreached, by)
    became = {"became": Intention.NOT_KNOWN}
    reports.do(ending.escalate, escalated, stage=Stage.ASSESSMENT, reason="Notice is close", **became)
    reports.do(ending.decline, declined, resident_of(declined.tenancy))
    reports.do(contacting.close_no_contact, unreached, **became)
    assert set(NoticeIntention.objects.values_list("outcome", "outcome_on")) == {("not_known", world.on)}


def test_the_form_asks_what_became_of_a_notice_only_while_nobody_has_said(client, world, reports):
    asked, done = ready(reports), ready(reports)
    reports.do(noticing.avert, done, note="He waits.")
    sign_in(client, User.objects.get(pk=world.housing.user_id))
    for row, asks in ((asked, True), (done, False)):
        for name in ("resolve", "decline", "escalate"):
            page = client.get(f"/office/tenancy-concerns/{row.reference}/{name}/").text
            assert ("What became of the notice" in page) is asks
    address = f"/office/tenancy-concerns/{asked.reference}/resolve/"
    wrong = send(client, address, {"seen": asked.version, "outcome": "settled"})
    assert "Answer the question: What became of the notice" in wrong.text
    assert send(client, address, {"seen": asked.version, "outcome": "settled", "became": "averted"}).status_code == 302
    assert NoticeIntention.objects.get(report=asked).outcome == "averted"


def test_concerns_that_ended_before_it_was_asked_count_as_not_known(world, reports):
    ended, going = ready(reports), ready(reports)
    reports.do(ending.resolve, ended, outcome=Outcome.SETTLED, became=Intention.NOT_KNOWN)
    NoticeIntention.objects.update(outcome=Intention.OPEN, outcome_on=None)
    ask = import_module("tenancies.migrations.0005_notices_of_finished_concerns")
    ask.say_not_known(apps, None)
    assert NoticeIntention.objects.get(report=ended).outcome == "not_known"
    assert NoticeIntention.objects.get(report=ended).outcome_on == world.on
    assert NoticeIntention.objects.get(report=going).outcome == "open"
    ask.say_open(apps, None)
    assert set(NoticeIntention.objects.values_list("outcome", "outcome_on")) == {("open", None)}


def test_grounds_are_kept_and_reach_the_household_when_a_case_opens(world, reports):
    row = ready(reports)
    days = {"served_on": world.on, "ends_on": world.on + timedelta(days=28)}
    reports.do(noticing.serve, row, world.liaison, grounds=("8", "14"), **days)
    assert NoticeIntention.objects.get(report=row).grounds == ["8", "14"]
    household = reports.do(ending.escalate, row, stage=Stage.ASSESSMENT, reason="Notice is close")
    notice = household.notices.get()
    assert (notice.grounds, notice.served_on, notice.specified_on) == (["8", "14"], days["served_on"], days["ends_on"])


def test_an_unknown_ground_is_refused_whoever_records_it(world, reports):
    row = reports.triaged()
    with pytest.raises(DomainError, match="no ground 99"):
        reports.do(noticing.serve, row, world.liaison, served_on=world.on, ends_on=world.on, grounds=("99",))


def test_a_notice_that_a_liaison_officer_records_is_put_into_the_case_by_whoever_works_on_it(world, reports):
    row = reports.triaged()
    days = {"served_on": world.on, "ends_on": world.on + timedelta(days=122)}
    reports.do(noticing.serve, row, world.liaison, grounds=("1A",), **days)
    household = Household.objects.get(pk=row.household_id)
    waiting = Deadline.objects.about(household.subject).open().get(kind="concern_notice")
    assert (waiting.due_on, waiting.person_id) == (world.on, household.lead_officer_id)
    assert row.reference in waiting.what
    assert not household.notices.exists()
    with pytest.raises(Refused):
        reports.do(passing_on.from_report, row, world.liaison)
    label = "Put the notice into the case"
    assert label in [action.label for action in report_office.buttons(fresh(row), world.housing)]
    assert label not in [action.label for action in report_office.buttons(fresh(row), world.liaison)]
    reports.do(passing_on.from_report, row)
    notice = household.notices.get()
    assert (notice.grounds, notice.specified_on, notice.validity) == (["1A"], days["ends_on"], "unclear")
    assert label not in [action.label for action in report_office.buttons(fresh(row), world.housing)]
    assert not Deadline.objects.about(household.subject).open().filter(kind="concern_notice").exists()


def test_there_is_nothing_to_put_into_a_case_before_a_notice(reports):
    with pytest.raises(DomainError, match="no notice"):
        reports.do(passing_on.from_report, reports.triaged())


def test_a_notice_taken_back_before_a_concern_ends_is_taken_back_in_the_case_too(world, reports):
    row = ready(reports)
    days = {"served_on": world.on, "ends_on": world.on + timedelta(days=28)}
    reports.do(noticing.serve, row, grounds=("8",), **days)
    household = Household.objects.get(pk=row.household_id)
    assert household.notices.get().specified_on == days["ends_on"]
    reports.do(passing_on.decide_no_case, row, reason="They have one.")
    reports.do(ending.resolve, row, outcome=Outcome.NOTICE_AVERTED)
    task = Deadline.objects.about(household.subject).open().get(kind__startswith="notice_taken_back")
    assert task.due_on == world.on
    assert task.what.endswith(f" on tenancy concern {row.reference} was taken back")


def test_a_notice_taken_back_before_it_was_put_into_the_case_waits_there_no_more(world, reports):
    row = ready(reports)
    days = {"served_on": world.on, "ends_on": world.on + timedelta(days=28)}
    reports.do(noticing.serve, row, world.liaison, grounds=("8",), **days)
    waits = Deadline.objects.about(Household.objects.get(pk=row.household_id).subject).open()
    assert waits.filter(kind="concern_notice").exists()
    reports.do(passing_on.decide_no_case, row, reason="They have one.")
    reports.do(ending.resolve, row, outcome=Outcome.NOTICE_AVERTED)
    assert not waits.filter(kind="concern_notice").exists()
