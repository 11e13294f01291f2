"""A box is ticked by what the letter says and by what was looked at, never by the kind of letter."""

from datetime import date

import pytest

from core.documents.models import Document
from core.documents.services import letters as documents
from core.errors import DomainError
from households.models import Duty, NoticeServed, StatutoryLetter
from households.rules.case import Question
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services import duties, letters, signing
from households.services.duties import End
from tests.households.steps import fresh, make_plan, moment, send
from tests.world import World

pytestmark = pytest.mark.django_db


def words_of(letter: StatutoryLetter):
    letter.refresh_from_db()
    return documents.read(Document.objects.get(reference=letter.document_reference))


def signatures(letter: StatutoryLetter) -> list[tuple[str, str]]:
    return [(block.name, block.role) for block in words_of(letter).blocks if block.block == "signature"]


def main_owed(world: World):
    """A household to which the main duty is owed, since relief lapsed."""
    row = world.household(satisfied_on=world.on)
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    world.decide(row, Question.INTENTIONAL, "no")
    world.later(days=60)
    duties.record_lapse(ref=row.duties.get().reference, lapses_if_open=False, actor=world.manager, at=world.at)
    return row


def test_a_letter_is_signed_in_the_role_of_its_signer(at):
    world = World(at)
    row = world.household()
    assert signatures(send(world, row, LetterKind.DUTY_DECISION)) == [(world.housing.name, "Housing officer")]
    world.housing = world.manager
    assert signatures(send(world, row, LetterKind.DUTY_DECISION)) == [(world.manager.name, "Team manager")]


def test_a_letter_with_two_signatures_carries_both_and_the_day_it_was_given(at):
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    letter = send(world, row, LetterKind.MAIN_DUTY_DECISION)
    world.later(days=3)
    letters.countersign(ref=letter.reference, seen=letter.version, actor=world.manager, at=world.at)
    assert signatures(letter) == [(world.housing.name, "Housing officer"), (world.manager.name, "Team manager")]
    said = words_of(letter)
    assert said.date == world.on
    assert letter.review_last_day == date(2026, 11, 23)
    assert "Monday 23 November 2026" in str(said.to_json())


def test_a_manager_does_not_sign_a_letter_that_the_record_has_left_behind(at):
    world = World(moment(2026, 9, 1))
    row = main_owed(world)
    letter = send(world, row, LetterKind.MAIN_DUTY_DECISION)
    world.decide(row, Question.PRIORITY_NEED, "no")
    row.decisions.filter(question="priority_need", answer="no").update(reasons="The children live with their aunt")
    with pytest.raises(DomainError, match="reasons"):
        letters.countersign(ref=letter.reference, seen=letter.version, actor=world.manager, at=world.at)


def test_a_letter_without_the_review_right_is_not_ticked(at, monkeypatch):
    world = World(at)
    row = world.household()
    monkeypatch.setattr("households.letters.duties.review_block", lambda kind, told: [])
    with pytest.raises(DomainError, match="how and by when to ask for a review"):
        send(world, row, LetterKind.DUTY_DECISION)
    assert not StatutoryLetter.objects.exists()


def test_a_letter_that_leaves_out_what_the_record_holds_is_not_ticked(at, monkeypatch):
    world = World(at)
    row = world.household()
    make_plan(world, row)
    monkeypatch.setattr("households.letters.duties.steps", lambda plan, side: ())
    with pytest.raises(DomainError, match="steps for them and for us"):
        send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    monkeypatch.setattr("households.letters.duties.reason_blocks", lambda household: [])
    with pytest.raises(DomainError, match="reasons"):
        send(world, row, LetterKind.DUTY_DECISION)


def ended_as_56_days(world: World) -> Duty:
    row = world.household(satisfied_on=world.on, duty=DutyKind.PREVENTION)
    make_plan(world, row)
    send(world, row, LetterKind.DUTY_DECISION)
    send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    world.later(days=60)
    duty = row.duties.get()
    end = End(Ground.FIFTY_SIX_DAYS, "56_days_no_action", "We looked with you.", world.on, complied=True)
    asked = duties.ask_to_end(ref=duty.reference, seen=duty.version, end=end, actor=world.housing, at=world.at)
    signing.sign(ref=asked.reference, seen=asked.version, actor=world.manager, at=world.at)
    return Duty.objects.get(pk=duty.pk)


def test_the_bar_of_s195_6_is_looked_up_in_the_notices_on_file(at):
    world = World(moment(2026, 9, 1))
    duty = ended_as_56_days(world)
    NoticeServed.objects.create(
        household=duty.household,
        kind="section_8",
        tenancy="assured",
        validity="yes",
        served_on=date(2026, 10, 1),
        specified_on=date(2026, 12, 1),
        recorded_at=world.at,
    )
    with pytest.raises(DomainError, match=r"s195\(6\)"):
        send(world, duty.household, LetterKind.END_OF_PREVENTION)
    NoticeServed.objects.update(withdrawn_on=date(2026, 10, 20))
    letter = send(world, fresh(duty.household), LetterKind.END_OF_PREVENTION)
    assert letter.checklist["bar_checked"] is True
