from datetime import date, timedelta

import pytest

from core.deadlines.models import Deadline
from core.deadlines.services import set_deadline
from core.documents.models import Document
from core.errors import DomainError
from core.money import Money
from core.rulebook.models import PolicySetting
from core.states import Holder
from households.models import Duty, Household
from households.rules.case import MemberRole, Question, Restriction
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services import decisions, duties, letters, placements
from households.services.cases import Person
from households.services.decisions import NoticeGiven
from households.services.placements import Stay
from tests.households.steps import end, fresh, make_plan, moment, send
from tests.world import World

pytestmark = pytest.mark.django_db


def test_no_duty_opens_before_eligibility_and_homelessness_are_decided(at):
    world = World(at)
    row = world.household(duty=None)
    for wanted in ("eligible", "homeless"):
        with pytest.raises(DomainError, match=wanted):
            duties.open_duty(
                ref=row.reference,
                seen=fresh(row).version,
                kind=DutyKind.RELIEF,
                satisfied_on=world.on,
                actor=world.housing,
                at=at,
            )
        world.decide(row, Question.ELIGIBLE, "yes")


def test_a_duty_opens_without_a_single_document(at):
    world = World(at)
    row = world.household()
    assert row.duties.get().last_day == date(2027, 1, 15)
    assert not Document.objects.exists()


def test_becoming_homeless_ends_prevention_and_opens_relief_in_one_step(at):
    world = World(at)
    row = world.household(duty=DutyKind.PREVENTION)
    world.decide(row, Question.HOMELESSNESS, "homeless")
    duties.open_duty(
        ref=row.reference,
        seen=fresh(row).version,
        kind=DutyKind.RELIEF,
        satisfied_on=world.on,
        actor=world.housing,
        at=at,
    )
    prevention, relief = Duty.objects.order_by("id")
    assert (prevention.state, prevention.ground, prevention.hclic_reason) == ("ended", "became_homeless", "homeless")
    assert (relief.kind, relief.state) == ("relief", "open")


def test_day_56_undecided(at):
    """Scenario 1: nothing ends by itself while intentionality is open."""
    world = World(moment(2026, 9, 28))
    row = world.household(satisfied_on=date(2026, 9, 28))
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    placements.place(
        ref=row.reference,
        seen=fresh(row).version,
        stay=Stay("Mill House", True, False, Money(8_500), date(2026, 9, 28)),
        actor=world.housing,
        at=world.at,
    )
    duty = row.duties.get()
    world.at = moment(2026, 11, 23)
    assert duties.record_lapse(ref=duty.reference, lapses_if_open=False, actor=world.manager, at=world.at) is None
    duty.refresh_from_db()
    assert duty.state == "open"
    overdue = Deadline.objects.about(row.subject).open().filter(kind__startswith="main_duty_decision")
    assert {d.capability for d in overdue} == {"sign_letters", "sign_as_manager"}
    assert {d.due_on for d in overdue} == {date(2026, 11, 22)}
    assert {d.what for d in overdue} == {
        "decide the main duty: relief is past day 56",
        f"see that {row.lead_officer.name} decides the main duty: relief is past day 56",
    }
    assert {d.person_id for d in overdue} == {row.lead_officer_id, None}
    assert row.placements.get().ended_on is None

    world.at = moment(2026, 12, 4)
    world.decide(row, Question.INTENTIONAL, "no")
    duties.record_lapse(ref=duty.reference, lapses_if_open=False, actor=world.manager, at=world.at)
    assert duties.record_lapse(ref=duty.reference, lapses_if_open=False, actor=world.manager, at=world.at) is None
    duty.refresh_from_db()
    main = row.duties.get(kind="main")
    assert (duty.state, duty.ground) == ("ended", "lapsed")
    assert (main.satisfied_on - duty.ended_on).days <= 1
    letter = send(world, row, LetterKind.MAIN_DUTY_DECISION)
    letters.countersign(ref=letter.reference, seen=letter.version, actor=world.manager, at=world.at)
    letter.refresh_from_db()
    assert letter.review_last_day == date(2026, 12, 24)
    nights = (date(2026, 12, 4) - date(2026, 9, 28)).days
    assert (nights, nights * 8_500) == (67, 569_500)


def test_relief_ends_by_itself_with_both_findings(at):
    """Vector 1: satisfied 1 October, day 56 is 25 November."""
    world = World(moment(2026, 10, 1))
    row = world.household(satisfied_on=date(2026, 10, 1))
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    world.decide(row, Question.INTENTIONAL, "no")
    duty = row.duties.get()
    world.at = moment(2026, 11, 25)
    assert duties.record_lapse(ref=duty.reference, lapses_if_open=False, actor=world.manager, at=world.at) is None
    world.at = moment(2026, 11, 26)
    duties.record_lapse(ref=duty.reference, lapses_if_open=False, actor=world.manager, at=world.at)
    duty.refresh_from_db()
    assert (duty.ended_on, row.duties.get(kind="main").satisfied_on) == (date(2026, 11, 25), date(2026, 11, 26))


def test_prevention_under_a_sale_notice_cannot_end_as_56_days(at):
    """Scenario 2: section 8, ground 1A, for 2 March 2027."""
    world = World(moment(2026, 11, 9))
    row = world.household(duty=None)
    decisions.record_notice(
        ref=row.reference,
        seen=fresh(row).version,
        notice=NoticeGiven("section_8", "assured", date(2026, 11, 2), date(2027, 3, 2), ("1A",), date(2025, 11, 3)),
        actor=world.housing,
        at=world.at,
    )
    assert Deadline.objects.get(kind="notice_within_56_days").due_on == date(2027, 1, 5)
    world.at = moment(2027, 1, 5)
    duty = world.duty(row, DutyKind.PREVENTION, date(2027, 1, 5))
    assert duty.last_day == date(2027, 3, 1)
    make_plan(world, row)
    send(world, row, LetterKind.DUTY_DECISION)
    send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    for day in (moment(2027, 3, 1), moment(2027, 3, 2)):
        world.at = day
        with pytest.raises(DomainError, match="s195"):
            end(world, duty, Ground.FIFTY_SIX_DAYS, "56_days_no_action", complied=True)
    world.decide(row, Question.HOMELESSNESS, "homeless")
    relief = duties.open_duty(
        ref=row.reference,
        seen=fresh(row).version,
        kind=DutyKind.RELIEF,
        satisfied_on=world.on,
        actor=world.housing,
        at=world.at,
    )
    assert relief.last_day == date(2027, 4, 26)


def test_56_days_wants_the_letters_and_the_plan(at):
    world = World(moment(2026, 9, 1))
    row = world.household(satisfied_on=date(2026, 9, 1), duty=DutyKind.PREVENTION)
    duty = row.duties.get()
    world.at = moment(2026, 11, 20)
    with pytest.raises(DomainError, match="decision letter"):
        end(world, duty, Ground.FIFTY_SIX_DAYS, "56_days_no_action", complied=True)
    make_plan(world, row)
    send(world, row, LetterKind.DUTY_DECISION)
    send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    end(world, duty, Ground.FIFTY_SIX_DAYS, "56_days_no_action", complied=True)
    letter = send(world, row, LetterKind.END_OF_PREVENTION)
    assert letter.review_last_day == world.on + timedelta(days=20)


def test_a_statistical_reason_is_no_ground(at):
    world = World(at)
    duty = world.household().duties.get()
    with pytest.raises(DomainError, match="goes with the ground"):
        end(world, duty, Ground.WITHDREW, "secured_6m")


def test_refusing_a_suitable_offer_in_relief_starts_the_main_duty(at):
    world = World(at)
    row = world.household()
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    world.decide(row, Question.INTENTIONAL, "no")
    with pytest.raises(DomainError, match="Send the warning"):
        end(world, row.duties.get(), Ground.REFUSED_SUITABLE, "refused_final")
    warning = send(world, row, LetterKind.REFUSAL_WARNING, about="4 Mill Lane, Dartford")
    assert (warning.about, warning.answer_by) == ("4 Mill Lane, Dartford", date(2026, 11, 28))
    world.later(days=7)
    with pytest.raises(DomainError, match="must have passed"):
        end(world, row.duties.get(), Ground.REFUSED_SUITABLE, "refused_final")
    world.later(days=1)
    end(world, row.duties.get(), Ground.REFUSED_SUITABLE, "refused_final")
    assert row.duties.open().get().kind == "main"


def test_a_care_leaver_under_25_is_never_intentionally_homeless(at):
    world = World(at)
    young = Person(
        "Jo Reed", MemberRole.APPLICANT, born_on=date(2004, 5, 1), sex="M", circumstances={"care_leaver": True}
    )
    row = world.household(young)
    with pytest.raises(DomainError, match="191"):
        world.decide(row, Question.INTENTIONAL, "yes")
    PolicySetting.objects.filter(name="care_leaver_never_intentional_from").update(value="2026-11-22")
    world.decide(row, Question.INTENTIONAL, "yes")
    assert fresh(row).intentional == "yes"


def test_a_family_is_not_put_into_bed_and_breakfast_for_a_43rd_day(at):
    world = World(moment(2026, 10, 15))
    row = world.household(satisfied_on=date(2026, 10, 15))

    def place(provider: str) -> None:
        placements.place(
            ref=row.reference,
            seen=fresh(row).version,
            stay=Stay(provider, False, False, Money(7_000), world.on),
            actor=world.housing,
            at=world.at,
        )

    place("Rose Guest House")
    world.at = moment(2026, 11, 10)
    place("Park Guest House")
    assert Deadline.objects.get(kind="bnb_six_weeks").due_on == date(2026, 11, 25)
    world.at = moment(2026, 11, 26)
    with pytest.raises(DomainError, match="unlawful"):
        place("Third Guest House")


def test_a_restricted_household_is_absent_for_other_officers(at):
    world = World(at)
    row = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    other = world.officer("housing")
    assert list(Household.objects.visible_to(world.housing)) == [row]
    assert list(Household.objects.visible_to(world.manager)) == [row]
    for actor in (other, world.liaison, world.officer("auditor"), world.officer("triage"), world.owner):
        assert not Household.objects.visible_to(actor).exists()
        assert not Duty.objects.visible_to(actor).exists()


def test_nothing_waits_for_a_plan_or_a_refusal_once_the_last_duty_ended(at):
    world = World(at)
    row = world.household()
    make_plan(world, row)
    set_deadline(
        kind="offer_refused", subject=row.subject, what="decide", holder=Holder.COUNCIL, due_on=world.on, at=world.at
    )
    end(world, row.duties.get(), Ground.WITHDREW, "withdrew_deceased")
    waiting = Deadline.objects.about(row.subject).open().values_list("kind", flat=True)
    assert not {"plan_review", "offer_refused"} & set(waiting)
