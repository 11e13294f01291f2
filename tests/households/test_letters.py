from datetime import date

import pytest

from core.deadlines.models import Deadline
from core.documents.models import Document
from core.documents.services import letters as documents
from core.errors import DomainError, Refused
from households.models import StatutoryLetter
from households.rules.case import Question
from households.rules.letter import Delivery, LetterKind
from households.services import contact, duties, letters
from households.services.letters import Ready
from households.services.plans import Step
from tests.households.steps import make_plan, moment, send
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_letter_waits_for_every_box(at):
    world = World(at)
    row = world.household()
    with pytest.raises(DomainError, match="read it through"):
        letters.prepare(
            ref=row.reference,
            seen=row.version,
            ready=Ready(LetterKind.DUTY_DECISION, Delivery.HAND, {}),
            actor=world.housing,
            at=at,
        )
    assert not StatutoryLetter.objects.exists()


def test_the_decision_letter_carries_the_decision_and_the_review_right(at):
    world = World(at)
    row = world.household()
    letter = send(world, row, LetterKind.DUTY_DECISION)
    assert (letter.state, letter.notified_on, letter.review_last_day) == ("sent", world.on, date(2026, 12, 11))
    words = str(documents.read(Document.objects.get(reference=letter.document_reference)).to_json())
    for said in (
        "the relief duty",
        "Friday 15 January 2027",
        "Friday 11 December 2026",
        "8 weeks",
        "What they told us",
    ):
        assert said in words
    assert "main duty" not in words
    assert not Deadline.objects.open().filter(kind="decision_letter").exists()


def test_the_main_duty_letter_needs_another_signature(at):
    world = World(moment(2026, 9, 1))
    row = world.household(satisfied_on=date(2026, 9, 1))
    with pytest.raises(DomainError, match="no duty"):
        send(world, row, LetterKind.MAIN_DUTY_DECISION)
    world.decide(row, Question.PRIORITY_NEED, "yes", "dependent_children")
    world.decide(row, Question.INTENTIONAL, "no")
    world.at = moment(2026, 11, 20)
    duties.record_lapse(ref=row.duties.get().reference, lapses_if_open=False, actor=world.manager, at=world.at)
    letter = send(world, row, LetterKind.MAIN_DUTY_DECISION)
    assert letter.state == "prepared"
    with pytest.raises(Refused):
        letters.countersign(ref=letter.reference, seen=letter.version, actor=world.housing, at=world.at)


def test_nothing_goes_where_it_is_not_safe(at):
    world = World(at)
    row = world.household()
    contact.set_safe_contact(
        ref=row.reference,
        seen=row.version,
        rule=contact.rules.SafeContact(no_email=True, no_letter=True),
        actor=world.housing,
        at=at,
    )
    for delivery in (Delivery.EMAIL, Delivery.POST):
        with pytest.raises(DomainError, match="office"):
            send(world, row, LetterKind.DUTY_DECISION, delivery)
    assert send(world, row, LetterKind.DUTY_DECISION, Delivery.OFFICE_COLLECTION).state == "sent"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"steps": (Step("applicant", "Look for homes"),)}, "step for us"),
        ({"steps": (Step("council", "Ring the landlord"),)}, "step for the household"),
        ({"agreed": False}, "could not agree"),
        ({"review_on": date(2026, 11, 21)}, "after today"),
    ],
)
def test_a_plan_is_never_one_sided_or_silent(at, changes, words):
    world = World(at)
    row = world.household()
    with pytest.raises(DomainError, match=words):
        make_plan(world, row, **changes)


def test_a_changed_plan_says_what_changed_and_the_old_one_stays(at):
    world = World(at)
    row = world.household()
    make_plan(world, row)
    with pytest.raises(DomainError, match="what changed"):
        make_plan(world, row)
    make_plan(world, row, what_changed="She found work in Dartford")
    assert [plan.number for plan in row.plans.all()] == [2, 1]
