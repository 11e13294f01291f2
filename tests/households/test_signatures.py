"""What an officer may not do alone: asked for with reasons, signed or sent back by a manager who did not ask."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from core.deadlines.models import Deadline
from core.errors import DomainError, Refused
from households.models import Duty, SignatureRequest
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services import decisions, duties, signatures, signing
from households.services.decisions import NoticeGiven
from households.services.duties import End
from tests.households.browsing import act, day, page
from tests.households.steps import fresh, make_plan, moment, send
from tests.web.client import officer, sign_in
from tests.web.client import send as post
from tests.world import World

pytestmark = pytest.mark.django_db
AFTER_56_DAYS = {"ground": Ground.FIFTY_SIX_DAYS, "hclic_reason": "56_days_no_action", "complied": True}


def due(at) -> tuple[World, Duty]:
    """A prevention duty, complied with, whose day 56 is past."""
    world = World(moment(2026, 9, 1))
    row = world.household(satisfied_on=date(2026, 9, 1), duty=DutyKind.PREVENTION)
    make_plan(world, row)
    send(world, row, LetterKind.DUTY_DECISION)
    send(world, row, LetterKind.ASSESSMENT_AND_PLAN)
    world.at = at
    return world, row.duties.get()


def ask(world: World, duty: Duty, actor=None, **changes) -> SignatureRequest:
    end = End(**{**AFTER_56_DAYS, "reasons": "We took every step.", "ended_on": world.on, **changes})
    duty.refresh_from_db()
    return duties.end_or_ask(ref=duty.reference, seen=duty.version, end=end, actor=actor or world.housing, at=world.at)


def sign(world: World, row: SignatureRequest, actor=None) -> SignatureRequest:
    row.refresh_from_db()
    return signing.sign(ref=row.reference, seen=row.version, actor=actor or world.manager, at=world.at)


def test_nothing_ends_until_a_manager_signs(at):
    world, duty = due(at)
    row = ask(world, duty)
    duty.refresh_from_db()
    assert (duty.state, row.state) == ("open", "asked")
    waiting = Deadline.objects.about(row.subject).open().get()
    assert (waiting.capability, waiting.due_on) == ("sign_as_manager", date(2026, 11, 24))
    world.later(days=2)
    sign(world, row)
    duty.refresh_from_db()
    assert (duty.state, duty.ground, duty.ended_on) == ("ended", "fifty_six_days", world.on)
    assert duty.ended_by_id == world.housing.user_id
    row.refresh_from_db()
    assert (row.state, row.answered_by_id) == ("signed", world.manager.user_id)
    assert not Deadline.objects.about(row.subject).open().exists()


def test_nobody_signs_what_they_asked_for_and_nobody_junior_signs(at):
    world, duty = due(at)
    row = ask(world, duty, world.manager)
    with pytest.raises(Refused, match="Someone other"):
        sign(world, row)
    with pytest.raises(Refused, match="manager"):
        sign(world, row, world.housing)
    by_themselves = {"state": "signed", "answered_by": world.manager.user_id}
    with pytest.raises(IntegrityError), transaction.atomic():
        SignatureRequest.objects.filter(pk=row.pk).update(**by_themselves)
    sign(world, row, world.officer("manager"))
    duty.refresh_from_db()
    assert duty.state == "ended"


def test_the_facts_are_looked_at_again_on_signing(at):
    world, duty = due(at)
    row = ask(world, duty)
    decisions.record_notice(
        ref=duty.household.reference,
        seen=fresh(duty.household).version,
        notice=NoticeGiven("section_8", "assured", date(2026, 11, 2), date(2026, 12, 2), ("1A",)),
        actor=world.housing,
        at=at,
    )
    with pytest.raises(DomainError, match=r"s195\(6\)"):
        sign(world, row)
    duty.refresh_from_db()
    row.refresh_from_db()
    assert (duty.state, row.state) == ("open", "asked")


def test_what_is_sent_back_waits_for_the_officer_with_the_reason(at):
    world, duty = due(at)
    row = ask(world, duty)
    with pytest.raises(DomainError, match="signature already"):
        ask(world, duty)
    with pytest.raises(DomainError, match="Say why"):
        signatures.send_back(ref=row.reference, seen=row.version, because=" ", actor=world.manager, at=at)
    signatures.send_back(
        ref=row.reference, seen=row.version, because="Ring the landlord once more.", actor=world.manager, at=at
    )
    waiting = Deadline.objects.about(duty.subject).open().get(kind="sent_back_end_duty")
    assert waiting.person_id == world.housing.user_id
    again = ask(world, duty)
    assert not Deadline.objects.open().filter(kind="sent_back_end_duty").exists()
    signatures.withdraw(ref=again.reference, seen=again.version, actor=world.housing, at=at)
    assert SignatureRequest.objects.filter(state="asked").count() == 0


def test_a_request_falls_away_when_the_duty_ends_otherwise(at):
    world, duty = due(at)
    row = ask(world, duty)
    duty.refresh_from_db()
    gone = End(Ground.WITHDREW, "withdrew_deceased", "They rang to say so.", world.on)
    duties.end_duty(ref=duty.reference, seen=duty.version, end=gone, actor=world.housing, at=at)
    row.refresh_from_db()
    assert row.state == "withdrawn"
    assert not Deadline.objects.about(row.subject).open().exists()


def test_not_even_a_manager_ends_it_alone(at):
    world, duty = due(at)
    end = End(**AFTER_56_DAYS, reasons="We took every step.", ended_on=world.on)
    with pytest.raises(DomainError, match="signature"):
        duties.end_duty(ref=duty.reference, seen=duty.version, end=end, actor=world.manager, at=at)


def test_an_officer_asks_and_a_manager_signs_on_their_pages(client, at):
    duty = due(at)[1]
    sign_in(client, officer("housing", at))
    form = {"seen": duty.version, "ground": "fifty_six_days", "hclic_reason": "56_days_no_action", "complied": "on"}
    asked = post(
        client, f"/office/duties/{duty.reference}/end/", {**form, "reasons": "All done.", **day("ended_on", at.date())}
    )
    assert asked.status_code == 302
    row = SignatureRequest.objects.get()
    assert "A manager has been asked to sign" in page(client, duty.household)
    assert post(client, f"/office/signatures/{row.reference}/sign/", {"seen": row.version}).status_code == 403

    client.logout()
    sign_in(client, officer("manager", at))
    assert row.reference in client.get("/office/").content.decode()
    shown = client.get(f"/office/signatures/{row.reference}/").content.decode()
    assert "All done." in shown
    assert "s195(8)(b)" in shown
    assert post(client, f"/office/signatures/{row.reference}/sign/", {"seen": row.version}).status_code == 302
    duty.refresh_from_db()
    assert duty.state == "ended"


def test_a_manager_sends_back_with_a_reason(client, at):
    world, duty = due(at)
    row = ask(world, duty)
    sign_in(client, officer("manager", at))
    url = f"/office/signatures/{row.reference}/send-back/"
    assert "Enter" in post(client, url, {"seen": row.version, "because": ""}).content.decode()
    assert post(client, url, {"seen": row.version, "because": "Ring once more."}).status_code == 302
    assert "Ring once more." in page(client, duty.household)
    assert act(client, duty.household, "take-over").status_code == 302
