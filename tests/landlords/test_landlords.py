from dataclasses import replace

import pytest

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.errors import DomainError, IllegalMove, Refused, Stale
from core.notifications.models import OutboxMessage
from landlords import services
from landlords.models import Landlord
from landlords.rules.landlord import Declaration, Details, LandlordType, SuspensionReason
from tests.web.client import officer as with_role
from tests.web.client import person

pytestmark = pytest.mark.django_db

DETAILS = Details(
    landlord_type=LandlordType.INDIVIDUAL,
    name="Rosa Quill",
    email="rosa@example.com",
    telephone="+441134960001",
    address="1 High Street\nDartford",
    postcode="DA1 1AA",
)
CLEAN = Declaration(offences=False, discrimination=False, housing_law=False, management_code=False)


@pytest.fixture
def rosa(at) -> Actor:
    return actor_of(person(Kind.LANDLORD, at))


def officer(at, name: str, role: str) -> Actor:
    return actor_of(with_role(role, at, email=f"{name}@example.com"))


@pytest.fixture
def lena(at) -> Actor:
    return officer(at, "lena", "landlord_liaison")


@pytest.fixture
def landlord(rosa, at) -> Landlord:
    return services.register(details=DETAILS, declaration=CLEAN, actor=rosa, at=at)


def test_registering_promises_a_reply_within_five_working_days(landlord, today):
    deadline = Deadline.objects.about(landlord.subject).open().get()
    assert landlord.reference == "LL-2026-0001"
    assert landlord.state == "awaiting_checks"
    assert deadline.due_on.isoformat() == "2026-11-27"
    message = OutboxMessage.objects.get()
    assert "Friday 27 November 2026" in message.body
    assert "Rosa" not in message.subject
    assert landlord.declarations.get().due_again_on.isoformat() == "2027-11-21"


def test_a_person_registers_once(landlord, rosa, at):
    with pytest.raises(DomainError, match="already"):
        services.register(details=DETAILS, declaration=CLEAN, actor=rosa, at=at)
    assert Landlord.objects.count() == 1


def test_an_officer_activates_and_the_landlord_hears_who_they_are(landlord, lena, at):
    services.activate(ref=landlord.reference, seen=1, actor=lena, at=at)
    landlord.refresh_from_db()
    assert (landlord.state, landlord.version, landlord.officer_id) == ("active", 2, lena.user_id)
    assert not Deadline.objects.open().exists()
    assert lena.name in OutboxMessage.objects.get(template="landlord_activated").body
    event = Event.objects.get(action="landlord.activate")
    assert (event.from_state, event.to_state) == ("awaiting_checks", "active")


def test_a_landlord_cannot_activate_themselves(landlord, rosa, at):
    with pytest.raises(Refused):
        services.activate(ref=landlord.reference, seen=1, actor=rosa, at=at)
    landlord.refresh_from_db()
    assert landlord.state == "awaiting_checks"


def test_a_stale_page_changes_nothing(landlord, lena, at):
    services.ask_for_more(ref=landlord.reference, seen=1, question="Which company owns it?", actor=lena, at=at)
    with pytest.raises(Stale):
        services.activate(ref=landlord.reference, seen=1, actor=lena, at=at)


def test_an_adverse_answer_needs_two_officers(rosa, lena, at):
    declaration = replace(CLEAN, housing_law=True, details="A fine in 2024 for a late gas record")
    landlord = services.register(details=DETAILS, declaration=declaration, actor=rosa, at=at)
    with pytest.raises(Refused, match="recommend"):
        services.activate(ref=landlord.reference, seen=1, actor=lena, at=at)
    services.recommend(ref=landlord.reference, seen=1, note="Paid, put right, clean since", actor=lena, at=at)
    with pytest.raises(Refused, match="another officer"):
        services.activate(ref=landlord.reference, seen=2, actor=lena, at=at)
    second = officer(at, "maya", "manager")
    services.activate(ref=landlord.reference, seen=2, actor=second, at=at)


def test_answering_a_question_goes_back_to_the_officers_and_forgets_the_recommendation(landlord, rosa, lena, at):
    services.recommend(ref=landlord.reference, seen=1, note="Fine", actor=lena, at=at)
    services.ask_for_more(ref=landlord.reference, seen=2, question="Which company?", actor=lena, at=at)
    services.answer(ref=landlord.reference, seen=3, answer="Quill Homes Ltd", actor=rosa, at=at)
    landlord.refresh_from_db()
    assert landlord.state == "awaiting_checks"
    assert landlord.recommended_by_id is None
    assert Event.objects.get(action="landlord.submit").values.note == "Quill Homes Ltd"
    assert [d.kind for d in Deadline.objects.open()] == ["landlord_checks"]


def test_only_a_manager_suspends_and_only_an_active_landlord(landlord, lena, at):
    manager = officer(at, "mo", "manager")
    with pytest.raises(IllegalMove):
        services.suspend(
            ref=landlord.reference,
            seen=1,
            reason=SuspensionReason.BANNING_ORDER,
            note="Order of 3 November",
            actor=manager,
            at=at,
        )
    services.activate(ref=landlord.reference, seen=1, actor=lena, at=at)
    with pytest.raises(Refused):
        services.suspend(
            ref=landlord.reference,
            seen=2,
            reason=SuspensionReason.BANNING_ORDER,
            note="Order of 3 November",
            actor=lena,
            at=at,
        )
    services.suspend(
        ref=landlord.reference,
        seen=2,
        reason=SuspensionReason.BANNING_ORDER,
        note="Order of 3 November",
        actor=manager,
        at=at,
    )
    landlord.refresh_from_db()
    assert (landlord.state, landlord.suspension_reason) == ("suspended", "banning_order")
    services.reinstate(ref=landlord.reference, seen=3, note="Order lifted", actor=manager, at=at)


def test_a_landlord_sees_only_their_own_record(landlord, rosa, at):
    other = actor_of(person(Kind.LANDLORD, at, email="sam@example.com"))
    resident = actor_of(person(Kind.RESIDENT, at))
    assert list(Landlord.objects.visible_to(rosa)) == [landlord]
    assert list(Landlord.objects.visible_to(other)) == []
    assert list(Landlord.objects.visible_to(resident)) == []


def test_an_active_account_is_closed_with_a_reason_by_who_checks_landlords(landlord, rosa, lena, at):
    with pytest.raises(Refused):
        services.close(ref=landlord.reference, seen=landlord.version, note="No", actor=rosa, at=at)
    row = services.activate(ref=landlord.reference, seen=landlord.version, actor=lena, at=at)
    row = services.close(ref=row.reference, seen=row.version, note="Sold the home", actor=lena, at=at)
    assert row.state == "closed"
    assert not Deadline.objects.about(row.subject).open().exists()
