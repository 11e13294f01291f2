"""A duty ends on its own letters, and a refusal on the warning about it."""

import pytest

from core.errors import DomainError
from households.forms.letters import LetterForm, to_ready
from households.models import Household
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.selectors import offers as selectors
from households.services import cases
from households.services.letters import Ready
from lettings.services import offers
from tests.households.steps import end, fresh, make_plan, moment, send
from tests.world import World

pytestmark = pytest.mark.django_db


def test_56_days_is_not_complied_with_by_another_dutys_letter_or_an_earlier_applications_plan(at):
    world = World(moment(2026, 6, 1))
    row = world.household(satisfied_on=world.on, duty=DutyKind.PREVENTION)
    make_plan(world, row)
    send(world, row, LetterKind.DUTY_DECISION)
    send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    world.at = moment(2026, 7, 20)
    relief = world.duty(row, DutyKind.RELIEF, world.on)
    world.at = moment(2026, 9, 15)
    with pytest.raises(DomainError, match="decision letter"):
        end(world, relief, Ground.FIFTY_SIX_DAYS, "56_days", complied=True)
    send(world, row, LetterKind.DUTY_DECISION)
    end(world, relief, Ground.FIFTY_SIX_DAYS, "56_days", complied=True)
    cases.close(ref=row.reference, seen=fresh(row).version, reason="Over", actor=world.manager, at=world.at)
    world.later(days=30)
    cases.reopen(ref=row.reference, seen=fresh(row).version, reason="Again", actor=world.housing, at=world.at)
    again = world.duty(row, DutyKind.RELIEF, world.on)
    send(world, row, LetterKind.DUTY_DECISION)
    world.later(days=60)
    with pytest.raises(DomainError, match="assessment letter"):
        end(world, again, Ground.FIFTY_SIX_DAYS, "56_days", complied=True)
    make_plan(world, row, what_changed="They asked again.")
    send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    end(world, again, Ground.FIFTY_SIX_DAYS, "56_days", complied=True)


def chosen(row: Household, answer: str) -> Ready:
    """What the page makes of a chosen answer to which offer they refused."""
    given = {"seen": row.version, "about_reference": answer, "delivery": "hand", "answer_by": "2026-11-28"}
    form = LetterForm(given, kind=LetterKind.REFUSAL_WARNING, refused=selectors.refused(row))
    assert form.is_valid(), form.errors
    return to_ready(LetterKind.REFUSAL_WARNING, {**form.cleaned_data})


def test_a_warning_about_an_earlier_refusal_does_not_warn_of_a_later_one(at):
    world = World(at)
    row = world.household()
    send(world, row, LetterKind.REFUSAL_WARNING, about="4 Mill Lane, Dartford")
    world.later(days=8)
    offer = world.offer(world.nomination(world.let(), row, upto="offer"))
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offers.refuse(ref=offer.reference, seen=offer.version, reasons="Too far", actor=world.housing, at=world.at)
    with pytest.raises(DomainError, match="Send the warning"):
        end(world, row.duties.get(), Ground.REFUSED_SUITABLE, "refused_final")
    elsewhere = send(world, row, LetterKind.REFUSAL_WARNING, about="5 Temple Hill, Dartford")
    world.later(days=8)
    with pytest.raises(DomainError, match="Send the warning"):
        end(world, row.duties.get(), Ground.REFUSED_SUITABLE, "refused_final")
    with pytest.raises(DomainError, match="they refused"):
        send(world, row, LetterKind.REFUSAL_WARNING, of=elsewhere.reference)
    warning = send(world, row, LetterKind.REFUSAL_WARNING, of=chosen(row, offer.reference).about_reference)
    assert warning.about == "12 Orchard Street, Dartford"
    world.later(days=8)
    assert end(world, row.duties.get(), Ground.REFUSED_SUITABLE, "refused_final").state == "ended"
