import re
from datetime import date, timedelta

import pytest

from core.access.actor import Actor, Kind, system
from core.accounts.models import User
from core.deadlines.models import Deadline
from core.errors import IllegalMove, NotFound
from core.notifications.models import OutboxMessage
from core.notifications.rules.safe_contact import SafeContact
from households.models import Household
from households.services import contact
from tenancies.models import CheckIn, ProblemReport
from tenancies.rules.check_in import Answer, Side
from tenancies.rules.joint import Barrier
from tenancies.rules.report import ContactBy
from tenancies.rules.report import Side as ReportSide
from tenancies.selectors import report_office
from tenancies.selectors.check_ins import call_by, rows
from tenancies.services import check_ins, contacting, life, triaging
from tenancies.services.life import Ending
from tests.web.client import send, sign_in
from tests.world import World
from tests.world_reports import Reports, fresh, landlord_of, open_kinds, resident_of

pytestmark = pytest.mark.django_db

SWEEP = system("check_in")


@pytest.fixture
def world(at) -> World:
    return World(at)


def token_of(row: CheckIn) -> str:
    body = OutboxMessage.objects.get(about_reference=row.reference).body
    return re.search(r"/check-in/([\w-]+)/", body)[1]


def asked(world: World, side: Side) -> CheckIn:
    world.later(days=7)
    check_ins.ask_due(actor=SWEEP, at=world.at)
    return CheckIn.objects.get(side=side)


def calls() -> list[str]:
    return list(Deadline.objects.open().filter(subject_kind="check_in").values_list("kind", flat=True))


def test_both_sides_are_asked_once_when_the_day_comes(world):
    world.tenancy()
    assert check_ins.ask_due(actor=SWEEP, at=world.later(days=6).at) == 0
    assert check_ins.ask_due(actor=SWEEP, at=world.later(days=1).at) == 2
    assert check_ins.ask_due(actor=SWEEP, at=world.at) == 0
    assert set(CheckIn.objects.values_list("side", "moment", "state")) == {
        ("tenant", "week_1", "asked"),
        ("landlord", "week_1", "asked"),
    }
    messages = OutboxMessage.objects.filter(template="check_in")
    assert {each.to_name for each in messages} == {"Ama Field", "Rosa Quill"}
    for each in messages:
        assert not re.search("Ama|Rosa|Orchard|Dartford|TN-|rent", each.subject + each.body.replace("/check-in/", ""))


def test_the_link_answers_once_and_the_answer_is_proof_in_month_six(world):
    world.tenancy()
    world.at += timedelta(days=181)
    check_ins.ask_due(actor=SWEEP, at=world.at)
    row = CheckIn.objects.get(side=Side.TENANT)
    assert (row.moment, row.is_proof) == ("month_6", False)
    token = token_of(row)
    check_ins.answer(token=token, given=Answer.FINE, at=world.at)
    row.refresh_from_db()
    assert (row.state, row.is_proof) == ("fine", True)
    with pytest.raises(IllegalMove):
        check_ins.answer(token=token, given=Answer.WORRIED, at=world.at)
    with pytest.raises(NotFound):
        check_ins.answer(token="x" * 43, given=Answer.FINE, at=world.at)


def test_the_link_runs_out_on_the_day_after_its_last(world):
    world.tenancy()
    row = asked(world, Side.TENANT)
    assert row.open_to == date(2026, 12, 11)
    with pytest.raises(NotFound):
        check_ins.answer(token=token_of(row), given=Answer.FINE, at=world.later(days=14).at)


def test_whoever_is_worried_is_taken_up_as_a_concern(world):
    tenancy = world.tenancy()
    row = asked(world, Side.TENANT)
    check_ins.answer(token=token_of(row), given=Answer.WORRIED, at=world.at)
    row.refresh_from_db()
    assert (row.report.tenancy, row.report.source, row.report.proposed) == (tenancy, "check_in", "amber")
    assert call_by(row) == row.report.reply_by == date(2026, 12, 1)
    assert not ProblemReport.objects.visible_to(world.owner).exists()


@pytest.mark.parametrize("side", list(Side))
def test_whoever_is_worried_has_told_us_and_talks_with_an_officer(client, world, side):
    world.tenancy()
    row = asked(world, side)
    token = token_of(row)
    check_ins.answer(token=token, given=Answer.WORRIED, at=world.at)
    row.refresh_from_db()
    report = row.report
    tells = {Side.LANDLORD: landlord_of, Side.TENANT: resident_of}
    teller, other = tells[side](row.tenancy), tells[next(each for each in Side if each is not side)](row.tenancy)
    assert ProblemReport.objects.visible_to(teller).get() == report
    assert not ProblemReport.objects.visible_to(other).exists()
    assert report.reference in OutboxMessage.objects.get(template=f"report_received_{side}").body
    assert report.reference in client.get(f"/check-in/{token}/").text
    reports = Reports(world)
    reports.triaged(report)
    reports.do(contacting.write, report, side=ReportSide(side), body="What worries you?")
    assert fresh(report).replied_at == world.at
    contacting.answer(ref=report.reference, side=ReportSide(side), body="The boiler.", actor=teller, at=world.at)
    door = {Side.LANDLORD: "landlord/reports", Side.TENANT: "resident/problems"}[side]
    page = sign_in(client, User.objects.get(pk=teller.user_id)).get(f"/{door}/{report.reference}/").text
    assert "What worries you?" in page
    assert "You are worried" in page
    threads = report_office.threads(fresh(report), world.housing, works=True)
    assert [bool(each["write_url"]) for each in threads] == [each is ReportSide(side) for each in ReportSide]


def test_only_a_worry_of_the_landlords_has_the_tenant_told_and_reached(world):
    world.tenancy()
    asked(world, Side.TENANT)
    theirs = {"report_article_14", "report_tenant"}
    for row in CheckIn.objects.order_by("side"):
        report = check_ins.answer(token=token_of(row), given=Answer.WORRIED, at=world.at).report
        assert report is not None
        Reports(world).triaged(report)
        assert (open_kinds(report) & theirs) == (theirs if row.side == Side.LANDLORD else set())


@pytest.mark.parametrize("side", list(Side))
def test_whoever_did_not_answer_has_told_us_nothing(world, side):
    world.tenancy()
    row = asked(world, side)
    check_ins.find_silent(actor=SWEEP, at=world.later(days=6).at)
    row.refresh_from_db()
    assert not ProblemReport.objects.visible_to(landlord_of(row.tenancy)).exists()
    assert not ProblemReport.objects.visible_to(resident_of(row.tenancy)).exists()
    assert not OutboxMessage.objects.about(row.report.subject).exists()
    Reports(world).triaged(row.report)
    assert not open_kinds(row.report) & {"report_article_14", "report_tenant"}


def test_silence_is_nobodys_word_and_what_the_landlord_says_later_is_theirs(client, world):
    """UK GDPR Art 14 is about data that others gave. Silence gives none; a landlord's late worry does, from its day."""
    world.tenancy()
    row = asked(world, Side.LANDLORD)
    check_ins.find_silent(actor=SWEEP, at=world.later(days=6).at)
    silent = CheckIn.objects.get(pk=row.pk).report
    page = sign_in(client, User.objects.get(pk=world.housing.user_id)).get(page_of(silent)).text
    assert "Nobody has told us anything" in page
    where = f"/office/tenancies/check-ins/{row.reference}/"
    assert f'href="{where}"' in page
    assert send(client, where, {"seen": CheckIn.objects.get(pk=row.pk).version, "given": "worried"}).status_code == 302
    told = CheckIn.objects.get(pk=row.pk).report
    assert told != silent
    assert "report_article_14" not in open_kinds(silent)
    assert "report_article_14" in open_kinds(told)
    assert f'href="{where}"' not in client.get(page_of(silent)).text


def page_of(report: ProblemReport) -> str:
    return f"/office/tenancy-concerns/{report.reference}/"


def test_whoever_is_worried_again_is_promised_a_day_to_come(world):
    world.tenancy()
    first = asked(world, Side.TENANT)
    check_ins.answer(token=token_of(first), given=Answer.WORRIED, at=world.at)
    first.refresh_from_db()
    reports = Reports(world)
    reports.tried(reports.triaged(first.report), ContactBy.VISIT, reached=True)
    assert fresh(first.report).replied_at == world.at
    check_ins.ask_due(actor=SWEEP, at=world.later(days=21).at)
    again = CheckIn.objects.get(side=Side.TENANT, moment="week_4")
    check_ins.answer(token=token_of(again), given=Answer.WORRIED, at=world.at)
    again.refresh_from_db()
    report = fresh(first.report)
    assert (again.report, report.replied_at, call_by(again)) == (report, None, report.reply_by)
    assert report.reply_by > world.on
    assert Deadline.objects.about(report.subject).open().get(kind="report_contact").due_on == report.reply_by


def test_silence_is_taken_up_once_and_a_late_answer_still_counts(world):
    world.tenancy()
    row = asked(world, Side.LANDLORD)
    assert check_ins.find_silent(actor=SWEEP, at=world.later(days=5).at) == 0
    assert check_ins.find_silent(actor=SWEEP, at=world.later(days=1).at) == 2
    assert {each.answers["asked"] for each in ProblemReport.objects.all()} == {"tenant", "landlord"}
    check_ins.answer(token=token_of(row), given=Answer.FINE, at=world.at)
    row.refresh_from_db()
    assert row.state == "fine"
    world.later(days=15)
    assert check_ins.ask_due(actor=SWEEP, at=world.at) == 2
    assert check_ins.find_silent(actor=SWEEP, at=world.later(days=6).at) == 2
    assert ProblemReport.objects.count() == 2
    other = CheckIn.objects.get(side=Side.TENANT, moment="week_1")
    check_ins.record(ref=other.reference, seen=other.version, given=Answer.WORRIED, actor=world.housing, at=world.at)
    assert ProblemReport.objects.filter(proposed="amber").count() == 1


def test_no_link_goes_where_contact_is_barred(world):
    tenancy = world.tenancy()
    household = Household.objects.get(pk=tenancy.nomination.household_id)
    contact.set_safe_contact(
        ref=household.reference,
        seen=household.version,
        rule=SafeContact(no_email=True, no_call=True),
        actor=world.housing,
        at=world.at,
    )
    row = asked(world, Side.TENANT)
    assert (row.state, row.token_digest, row.open_to) == ("to_ring", "", None)
    assert not OutboxMessage.objects.filter(about_reference=row.reference).exists()
    assert calls() == ["check_in_ring"]
    what = Deadline.objects.open().get(kind="check_in_ring").what
    assert what == "ask the tenant how it goes, in the way their safe contact rule allows"


def test_nobody_is_asked_about_a_tenancy_that_has_ended(world):
    tenancy = world.tenancy()
    row = asked(world, Side.TENANT)
    life.end(
        ref=tenancy.reference,
        seen=tenancy.version,
        ending=Ending(world.on, life.EndCause.SURRENDER),
        actor=world.housing,
        at=world.at,
    )
    row.refresh_from_db()
    assert row.state == "dropped"
    assert check_ins.ask_due(actor=SWEEP, at=world.later(days=21).at) == 0


def test_each_side_sees_its_own_alone(world):
    tenancy = world.tenancy()
    asked(world, Side.TENANT)
    owner = CheckIn.objects.visible_to(world.owner)
    assert [each.side for each in owner] == [Side.LANDLORD]
    assert not CheckIn.objects.visible_to(world.someone(Kind.LANDLORD)).exists()
    assert tenancy.check_ins.visible_to(world.housing).count() == 2
    assert [each.side for each in tenancy.check_ins.visible_to(world.finance)] == [Side.LANDLORD]


def test_a_concern_that_is_hidden_from_an_officer_leaves_no_trace_in_the_check_ins(world):
    tenancy = world.tenancy()
    row = asked(world, Side.TENANT)
    check_ins.answer(token=token_of(row), given=Answer.WORRIED, at=world.at)
    row.refresh_from_db()

    def shown(actor: Actor) -> list[tuple[str, str]]:
        return [(each.value.text, each.note) for each in rows(tenancy, actor, world.on) if "tenant" in each.key]

    named = f"Taken up in {row.report.reference}"
    assert shown(world.liaison) == [("Worried", named)]
    barrier = Barrier.DOMESTIC_ABUSE
    ref, seen = row.report.reference, row.report.version
    triaging.keep_apart(ref=ref, seen=seen, barrier=barrier, actor=world.manager, at=world.at)
    assert shown(world.liaison) == [("Asked", "")]
    assert shown(world.manager) == [("Worried", named)]
    assert shown(world.finance) == []
