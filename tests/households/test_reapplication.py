"""Scenario 6 on the record: two men who ask again after a private offer."""

from datetime import date

import pytest
import time_machine

from households.models import EarlierOffer, Household
from households.rules.case import MemberRole, Question
from households.rules.duty import Ground
from households.rules.letter import LetterKind
from households.selectors import signatures
from households.selectors.reapplication import disregards_need
from households.services import duties, signing
from households.services.cases import Person
from households.services.duties import End
from tests.households.browsing import act, day, page
from tests.households.steps import fresh, make_plan, moment, send
from tests.web.client import officer, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db
APPLIED = date(2026, 12, 1)
FOLLOWS = "The main duty follows relief whatever the priority need"


def asked_again(world: World) -> Household:
    """A man of 51 without priority need, homeless, whose inquiries are done."""
    row = world.household(
        Person("Lee Marsh", MemberRole.APPLICANT, born_on=date(1975, 2, 3), sex="M"), satisfied_on=world.on
    )
    world.decide(row, Question.PRIORITY_NEED, "no")
    world.decide(row, Question.INTENTIONAL, "no")
    return row


def ended_after_56_days(world: World, row: Household) -> None:
    make_plan(world, row)
    for kind in (LetterKind.DUTY_DECISION, LetterKind.ASSESSMENT_AND_PLAN):
        send(world, row, kind)
    world.later(days=56)
    duty = row.duties.get()
    assert duty.last_day == date(2027, 1, 25)
    assert duties.record_lapse(ref=duty.reference, lapses_if_open=False, actor=world.manager, at=world.at) is None
    given = End(Ground.FIFTY_SIX_DAYS, "56_days", "No home was found.", world.on, complied=True)
    asked = duties.ask_to_end(ref=duty.reference, seen=duty.version, end=given, actor=world.housing, at=world.at)
    follows = "What follows" in [each.key for each in signatures.rows(asked, world.on)]
    assert follows is disregards_need(fresh(row))
    signing.sign(ref=asked.reference, seen=asked.version, actor=world.manager, at=world.at)


def record(client, row: Household, accepted_on: date, **changes):
    given = {"used_before": "no", "restricted_person": "no", "known_from": "Our letter of that day."} | changes
    days = day("accepted_on", accepted_on) | day("applied_on", APPLIED)
    return act(client, row, "earlier-offer", **given, **days)


@pytest.mark.parametrize(
    ("accepted_on", "shown", "owed"),
    [
        (date(2026, 3, 20), "The right to apply again holds to Sunday 19 March 2028", ["main"]),
        (date(2026, 5, 4), "was not accepted before 1 May 2026", []),
    ],
)
def test_the_earlier_offer_decides_whether_the_main_duty_follows(client, accepted_on, shown, owed):
    world = World(moment(2026, 12, 1))
    row = asked_again(world)
    with time_machine.travel(world.at):
        sign_in(client, officer("housing", world.at))
        assert record(client, row, accepted_on).status_code == 302
        read = page(client, row)
    assert shown in read
    assert (FOLLOWS in read) == bool(owed)
    assert ("s188(1A)" in read) == bool(owed)
    ended_after_56_days(world, row)
    assert list(row.duties.open().values_list("kind", flat=True)) == owed


def test_days_that_make_no_sense_are_refused(housing, at):
    row = World(at).household()
    assert "cannot be in the future" in record(housing, row, date(2026, 3, 20)).content.decode()
    assert not EarlierOffer.objects.exists()
