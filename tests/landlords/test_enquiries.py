"""A landlord's enquiry: rung, invited, registered on the same record, or set aside and taken up again."""

import re
from datetime import date, timedelta

import pytest
import time_machine

from core.access.actor import Kind
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.audit.models import Event, EventValues
from core.deadlines.models import Deadline
from core.errors import DomainError, IllegalMove, NotFound, Refused
from core.journeys.models import Draft
from core.notifications.models import OutboxMessage
from households.services import exclusions
from landlords import services, tasks
from landlords.models import Landlord
from landlords.rules.enquiry import Enquiry
from landlords.rules.landlord import LandlordType
from landlords.services import enquiries
from tests.web.client import person
from tests.world import World

pytestmark = pytest.mark.django_db

ASKS = Enquiry("Nina Hale", "+441632960123", "Two flats in Swanley. Do you cover damage?", "Nina@Example.com")
FIRM = Enquiry(
    "Omar Reid", "+441632960124", "Twelve homes.", "", LandlordType.ORGANISATION, "Reid Homes Ltd", "company"
)
REST = {
    "address": {"address": "1 High Street\nDartford", "postcode": "DA1 1AA"},
    "declaration": dict.fromkeys(("offences", "discrimination", "housing_law", "management_code"), "no"),
}


@pytest.fixture
def world(at):
    return World(at)


def fresh(row: Landlord) -> dict[str, object]:
    return {"ref": row.reference, "seen": Landlord.objects.get(pk=row.pk).version}


def recorded(world: World, enquiry: Enquiry = ASKS) -> Landlord:
    return enquiries.record(enquiry=enquiry, actor=world.liaison, at=world.at)


def invited(world: World, row: Landlord, email: str = "nina@example.com") -> str:
    """The token of the link that was sent."""
    enquiries.invite(**fresh(row), email=email, actor=world.liaison, at=world.at)
    body = OutboxMessage.objects.filter(template="landlord_invited").latest("pk").body
    found = re.search(r"/landlords/invitation/([^/]+)/", body)
    assert found
    return found.group(1)


def kinds(row: Landlord) -> dict[str, date]:
    return dict(Deadline.objects.about(row.subject).open().values_list("kind", "due_on"))


def test_an_enquiry_stands_in_the_queue_by_the_promised_day(world):
    row = recorded(world)
    assert (row.state, row.name, row.enquiry) == ("enquiry", "Nina Hale", ASKS.said)
    assert kinds(row) == {"landlord_enquiry": date(2026, 11, 24)}
    with pytest.raises(DomainError, match=row.reference):
        recorded(world)
    with pytest.raises(Refused):
        enquiries.record(enquiry=FIRM, actor=world.housing, at=world.at)


def test_the_link_leads_to_a_registration_on_the_same_record_with_nothing_typed_twice(world):
    row = recorded(world)
    token = invited(world, row)
    row.refresh_from_db()
    assert (row.state, row.officer_id, kinds(row)) == (
        "invited",
        world.liaison.user_id,
        {"landlord_invited": date(2026, 12, 19)},
    )
    assert not EventValues.objects.filter(after__icontains=row.invitation_digest).exists()
    enquiries.begin(token=token, at=world.at)
    row.refresh_from_db()
    owner = actor_of(User.objects.get(email="nina@example.com"))
    assert (row.state, row.user_id) == ("registering", owner.user_id)
    draft = Draft.objects.get(owner_id=owner.user_id)
    assert draft.answers["person"] == {"name": "Nina Hale"}
    draft.write(answers={**draft.answers, **REST})
    sent = services.register_draft(
        draft_ref=draft.reference, seen=draft.version, email="nina@example.com", actor=owner, at=world.at
    )
    assert (sent.pk, sent.state, sent.postcode) == (row.pk, "awaiting_checks", "DA1 1AA")
    assert sent.declarations.count() == 1
    assert list(kinds(sent)) == ["landlord_checks"]


def test_what_an_organisation_said_fills_its_page_too(world):
    row = recorded(world, FIRM)
    enquiries.begin(token=invited(world, row, "omar@example.com"), at=world.at)
    answers = Draft.objects.get().answers
    assert answers["organisation"]["name"] == "Reid Homes Ltd"
    assert answers["organisation"]["contact_name"] == "Omar Reid"
    assert User.objects.get(email="omar@example.com").name == "Omar Reid"


def test_a_link_works_once_until_its_last_day_and_a_newer_one_ends_it(world):
    row = recorded(world)
    old, new = invited(world, row), invited(world, row)
    with pytest.raises(NotFound):
        enquiries.begin(token=old, at=world.at)
    assert enquiries.invited(new, world.at + timedelta(days=28)) == row
    assert enquiries.invited(new, world.at + timedelta(days=29)) is None
    enquiries.begin(token=new, at=world.at)
    with pytest.raises(NotFound):
        enquiries.begin(token=new, at=world.at)


def test_whoever_signs_up_without_the_link_goes_on_with_their_record_too(world):
    row = recorded(world)
    invited(world, row)
    owner = actor_of(person(Kind.LANDLORD, world.at, email="nina@example.com"))
    known = {"type": {"landlord_type": "individual"}, "person": {"name": "Nina Hale"}}
    contact = {"contact": {"telephone": "01632 960123"}}
    draft = Draft.objects.create(
        reference="DR-2026-0001",
        kind="landlord_registration",
        owner_id=owner.user_id,
        answers=known | contact | REST,
        created_at=world.at,
        updated_at=world.at,
    )
    sent = services.register_draft(
        draft_ref=draft.reference, seen=1, email="nina@example.com", actor=owner, at=world.at
    )
    assert (sent.pk, sent.state) == (row.pk, "awaiting_checks")
    assert Landlord.objects.count() == 1


def test_nobody_is_invited_at_the_address_of_another_landlord(world):
    other, row = recorded(world), recorded(world, FIRM)
    with pytest.raises(DomainError, match=other.reference) as refused:
        invited(world, row, " NINA@example.com ")
    assert refused.value.field == "email"
    row.refresh_from_db()
    assert (row.state, OutboxMessage.objects.filter(template="landlord_invited").count()) == ("enquiry", 0)
    assert invited(world, other)
    assert invited(world, other), "their own address stays theirs"


def test_an_address_that_somebody_else_signs_in_with_is_refused(world):
    row = recorded(world)
    token = invited(world, row)
    person(Kind.RESIDENT, world.at, email="nina@example.com")
    with pytest.raises(DomainError, match="Somebody signs in"):
        enquiries.begin(token=token, at=world.at)
    row.refresh_from_db()
    assert row.state == "invited"


def swept(world: World, days: int) -> dict[str, int]:
    """What the sweep does so many days from now, beyond nothing."""
    with time_machine.travel(world.at + timedelta(days=days)):
        return {what: number for what, number in tasks.sweep_registrations.func().items() if number}


def test_the_link_is_reminded_of_runs_out_and_a_week_later_the_enquiry_is_deleted(world):
    row = recorded(world)
    token = invited(world, row)
    assert swept(world, 20) == {}
    assert swept(world, 21) == {"reminded": 1}
    assert swept(world, 21) == {}
    assert swept(world, 28) == {}, "its last day"
    assert swept(world, 29) == {"ran_out": 1}
    assert swept(world, 29) == {}
    row.refresh_from_db()
    assert (row.state, kinds(row)) == ("invited", {"landlord_last_call": date(2026, 12, 26)})
    assert enquiries.invited(token, world.at + timedelta(days=29)) is None
    assert "Sunday 27 December 2026" in OutboxMessage.objects.get(template="landlord_link_ran_out").body
    assert swept(world, 35) == {}
    assert swept(world, 36) == {"forgotten": 1}
    assert swept(world, 36) == {}
    assert not Landlord.objects.exists()
    assert not Deadline.objects.about(row.subject).exists()


def test_of_a_deleted_enquiry_the_trail_keeps_that_it_was_and_nothing_of_whom(world):
    row = recorded(world)
    invited(world, row)
    for days in (21, 29, 36):
        swept(world, days)
    said = [ASKS.name, ASKS.email, ASKS.telephone, "Swanley"]
    kept = [
        *Event.objects.filter(subject_reference=row.reference).values("summary", "actor_name", "fields"),
        *EventValues.objects.filter(event__subject_reference=row.reference).values("before", "after", "note"),
        *OutboxMessage.objects.values("to_name", "to_address", "subject", "body", "sent_copy"),
    ]
    assert [word for word in said if word.lower() in str(kept).lower()] == []
    actions = list(Event.objects.about(row.subject).order_by("pk").values_list("action", flat=True))
    assert (actions[0], actions[-2:]) == ("landlord.enquire", ["audit.remove_values", "landlord.forget"])


def test_a_new_link_within_the_week_keeps_the_enquiry(world):
    row = recorded(world)
    invited(world, row)
    swept(world, 29)
    world.later(days=30)
    token = invited(world, row)
    assert list(kinds(row)) == ["landlord_invited"]
    assert swept(world, 20) == {}
    enquiries.begin(token=token, at=world.at)
    assert list(kinds(row)) == ["landlord_registers"]


def test_a_registration_that_was_begun_and_never_sent_is_deleted_with_its_account(world):
    row = recorded(world)
    enquiries.begin(token=invited(world, row), at=world.at)
    owner = User.objects.get(email="nina@example.com")
    assert swept(world, 28) == {}
    Draft.objects.all().delete()
    assert swept(world, 29) == {"forgotten": 1}
    assert not Landlord.objects.exists()
    assert not User.objects.filter(pk=owner.pk).exists()
    assert Event.objects.filter(action="user.forget", subject_reference=owner.reference).exists()


def test_whoever_still_answers_has_more_time(world):
    row = recorded(world)
    enquiries.begin(token=invited(world, row), at=world.at)
    Draft.objects.update(updated_at=world.at + timedelta(days=20))
    assert swept(world, 29) == {}
    assert kinds(row) == {"landlord_registers": date(2027, 1, 8)}
    assert swept(world, 49) == {}, "the questionnaire and its own reminder come first"
    Draft.objects.all().delete()
    assert swept(world, 50) == {"forgotten": 1}


def test_a_record_that_something_hangs_on_is_set_aside_whole_and_goes_on_where_it_stopped(world):
    row = recorded(world)
    enquiries.begin(token=invited(world, row), at=world.at)
    household = world.household()
    exclusions.exclude(
        ref=household.reference, landlord_ref=row.reference, reason="Kin", actor=world.housing, at=world.at
    )
    Draft.objects.all().delete()
    assert swept(world, 29) == {"set_aside": 1}
    assert OutboxMessage.objects.filter(template="landlord_set_aside").count() == 1
    with pytest.raises(DomainError, match="not sent"):
        services.reopen(**fresh(row), question="Where?", actor=world.liaison, at=world.at)
    services.reopen_enquiry(**fresh(row), note="She wants to go on.", actor=world.liaison, at=world.at)
    row.refresh_from_db()
    assert (row.state, list(kinds(row))) == ("registering", ["landlord_registers"])
    assert Draft.objects.get().answers["contact"] == {"telephone": "+441632960123"}
    assert OutboxMessage.objects.filter(template="landlord_open_again").count() == 1
    with pytest.raises(DomainError, match="not asked"):
        services.answer(**fresh(row), answer="x", actor=actor_of(row.user), at=world.at)


def parked(world: World, enquiry: Enquiry = ASKS) -> Landlord:
    row = recorded(world, enquiry)
    return services.park(**fresh(row), note="Not now.", actor=world.liaison, at=world.at)


def test_a_parked_enquiry_is_rung_again(world):
    row = parked(world)
    services.reopen_enquiry(**fresh(row), note="He rang again.", actor=world.liaison, at=world.at)
    row.refresh_from_db()
    assert (row.state, list(kinds(row))) == ("enquiry", ["landlord_enquiry"])


def test_nobody_is_reopened_at_an_address_that_another_landlord_has_by_now(world):
    row, other = parked(world), world.landlord()
    Landlord.objects.filter(pk=other.pk).update(email=ASKS.email.lower())
    with pytest.raises(DomainError, match=other.reference):
        services.reopen_enquiry(**fresh(row), note="He rang again.", actor=world.liaison, at=world.at)
    row.refresh_from_db()
    assert row.state == "parked"


def test_a_question_that_nobody_answers_sets_the_registration_aside_as_it_was_said(world):
    row = world.landlord(active=False)
    services.ask_for_more(**fresh(row), question="Which company?", actor=world.liaison, at=world.at)
    assert swept(world, 29) == {"set_aside": 1}
    with pytest.raises(DomainError, match="has sent"):
        services.reopen_enquiry(**fresh(row), note="x", actor=world.liaison, at=world.at)
    services.reopen(**fresh(row), question="Which company owns it?", actor=world.liaison, at=world.at)
    row.refresh_from_db()
    assert (row.state, row.question, list(kinds(row))) == (
        "registering",
        "Which company owns it?",
        ["landlord_answers"],
    )


def test_only_what_was_set_aside_is_reopened(world):
    with pytest.raises(IllegalMove):
        services.reopen_enquiry(**fresh(recorded(world)), note="x", actor=world.liaison, at=world.at)
