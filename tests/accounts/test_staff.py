import re
from datetime import datetime, timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.management import CommandError, call_command
from django.test import Client

from core.access.actor import Actor, Can, Kind, system
from core.accounts.middleware import actor_of
from core.accounts.models import Invitation, User
from core.accounts.rules.roles import ROLES
from core.accounts.services import roles, staff
from core.audit.models import Event
from core.errors import DomainError, IllegalMove, NotFound, Refused, Stale
from core.money import Money
from core.notifications.models import OutboxMessage
from tests.web.client import officer, person, send, sign_in

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/account/invitation/(?P<token>[\w-]+)/")


@pytest.fixture
def amal(at: datetime) -> Actor:
    return actor_of(officer("administrator", at))


def invited(amal: Actor, at: datetime, email: str = "new@example.com", held: tuple[str, ...] = ("housing",)) -> str:
    """The token in the message that the invited person gets."""
    staff.invite(email=email, name="Nell Newcomer", held=held, actor=amal, at=at)
    return LINK.search(OutboxMessage.objects.latest("pk").body)["token"]


def test_an_invitation_goes_by_secret_message_to_the_configured_address(amal: Actor, at: datetime, settings) -> None:
    settings.SITE_URL = "https://homes.example.com"
    invited(amal, at, held=("housing", "auditor"))
    message = OutboxMessage.objects.latest("pk")
    assert message.secret
    assert message.to_address == "new@example.com"
    assert "https://homes.example.com/account/invitation/" in message.body
    assert "- Housing officer" in message.body
    assert "12:00 on Saturday 28 November 2026" in message.body


def test_the_token_itself_is_kept_nowhere_but_in_the_message(amal: Actor, at: datetime) -> None:
    token = invited(amal, at)
    invitation = Invitation.objects.get()
    assert token not in str(vars(invitation))
    assert not Event.objects.filter(values__after__icontains=token).exists()


def test_accepting_opens_an_account_with_the_roles_and_no_session(client: Client, amal: Actor, at: datetime) -> None:
    token = invited(amal, at, held=("housing", "content_editor"))
    page = client.get(f"/account/invitation/{token}/")
    assert "Nell Newcomer" in page.content.decode()
    assert page["Referrer-Policy"] == "strict-origin"
    assert not User.objects.filter(email="new@example.com").exists()
    response = send(client, f"/account/invitation/{token}/")
    assert response["Location"] == "/account/login/"
    assert "_auth_user_id" not in client.session
    user = User.objects.get(email="new@example.com")
    assert (user.kind, roles.held_by(user)) == ("officer", ["content_editor", "housing"])
    assert user.groups.filter(name="Editors").exists()
    assert [e.action for e in Event.objects.order_by("pk")][-3:] == [
        "invitation.send",
        "user.open",
        "invitation.accept",
    ]


def test_an_invitation_works_once(amal: Actor, at: datetime) -> None:
    token = invited(amal, at)
    staff.accept(token=token, at=at)
    with pytest.raises(NotFound):
        staff.accept(token=token, at=at)


def test_an_invitation_works_for_seven_days(amal: Actor, at: datetime) -> None:
    token = invited(amal, at)
    with pytest.raises(NotFound):
        staff.accept(token=token, at=at + timedelta(days=7))
    assert staff.accept(token=token, at=at + timedelta(days=7) - timedelta(seconds=1)).email == "new@example.com"


def test_an_invitation_that_is_taken_back_does_not_work(client: Client, amal: Actor, at: datetime) -> None:
    token = invited(amal, at)
    invitation = Invitation.objects.get()
    staff.revoke(ref=invitation.reference, seen=invitation.version, actor=amal, at=at)
    with pytest.raises(NotFound):
        staff.accept(token=token, at=at)
    with pytest.raises(IllegalMove):
        staff.revoke(ref=invitation.reference, seen=None, actor=amal, at=at)
    page = client.get(f"/account/invitation/{token}/")
    assert page.status_code == 404
    assert "This invitation does not work any more" in page.content.decode()


def test_a_second_invitation_replaces_the_first(amal: Actor, at: datetime) -> None:
    first, second = invited(amal, at), invited(amal, at)
    with pytest.raises(NotFound):
        staff.accept(token=first, at=at)
    assert staff.accept(token=second, at=at).name == "Nell Newcomer"


@pytest.mark.parametrize(
    ("email", "held", "code"),
    [
        ("landlord@example.com", ["housing"], "account_exists"),
        ("ADMINISTRATOR@example.com", ["housing"], "account_exists"),
        ("new@example.com", [], "no_roles"),
        ("new@example.com", ["housing", "mayor"], "unknown_role"),
    ],
)
def test_who_cannot_be_invited(amal: Actor, at: datetime, email: str, held: list[str], code: str) -> None:
    person(Kind.LANDLORD, at)
    with pytest.raises(DomainError) as error:
        staff.invite(email=email, name="Nell", held=held, actor=amal, at=at)
    assert error.value.code == code
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize("role", [name for name, role in ROLES.items() if Can.MANAGE_STAFF not in role.capabilities])
def test_only_an_administrator_invites_and_changes(at: datetime, role: str) -> None:
    actor, other = actor_of(officer(role, at)), officer("triage", at, email="other@example.com")
    limit = Money.zero()
    tries = [
        lambda: staff.invite(email="new@example.com", name="Nell", held=["housing"], actor=actor, at=at),
        lambda: roles.change(ref=other.reference, seen=1, held=[], approval_limit=limit, actor=actor, at=at),
        lambda: staff.close_account(ref=other.reference, seen=1, actor=actor, at=at),
        lambda: staff.reopen_account(ref=other.reference, seen=1, actor=actor, at=at),
        lambda: staff.reset_second_step(ref=other.reference, seen=1, actor=actor, at=at),
    ]
    for attempt in tries:
        with pytest.raises(Refused):
            attempt()


def test_nobody_changes_their_own_roles_or_account(amal: Actor, at: datetime) -> None:
    me = User.objects.get(pk=amal.user_id)
    held = ["administrator", "manager"]
    with pytest.raises(Refused):
        roles.change(ref=me.reference, seen=1, held=held, approval_limit=Money.zero(), actor=amal, at=at)
    for service in (staff.close_account, staff.reset_second_step):
        with pytest.raises(Refused):
            service(ref=me.reference, seen=1, actor=amal, at=at)


def test_roles_and_limit_are_exactly_what_was_decided(amal: Actor, at: datetime) -> None:
    user = officer("content_editor", at, email="finn@example.com")
    roles.change(ref=user.reference, seen=1, held=["finance"], approval_limit=Money(150_000), actor=amal, at=at)
    user.refresh_from_db()
    actor = actor_of(user)
    assert actor.capabilities == ROLES["finance"].capabilities
    assert actor.approval_limit == 150_000
    assert not user.groups.exists()
    event = Event.objects.get(action="user.change_roles")
    assert event.values.before == {"roles": ["content_editor"], "approval_limit": 0}
    assert event.values.after == {"roles": ["finance"], "approval_limit": 150_000}


def test_roles_are_for_officers_alone(amal: Actor, at: datetime) -> None:
    user = person(Kind.LANDLORD, at)
    with pytest.raises(DomainError):
        roles.change(ref=user.reference, seen=1, held=["manager"], approval_limit=Money.zero(), actor=amal, at=at)


def test_the_second_of_two_administrators_on_one_page_is_told(amal: Actor, at: datetime) -> None:
    user, limit = officer("triage", at), Money.zero()
    roles.change(ref=user.reference, seen=1, held=["housing"], approval_limit=limit, actor=amal, at=at)
    with pytest.raises(Stale):
        roles.change(ref=user.reference, seen=1, held=["manager"], approval_limit=limit, actor=amal, at=at)
    assert roles.held_by(user) == ["housing"]


def test_a_lost_second_step_is_forgotten(amal: Actor, at: datetime) -> None:
    user = officer("triage", at)
    TOTP.activate(user, generate_totp_secret())
    staff.reset_second_step(ref=user.reference, seen=None, actor=amal, at=at)
    assert not Authenticator.objects.filter(user=user).exists()


def test_a_set_up_actor_invites_the_first_administrator(at: datetime) -> None:
    staff.invite(email="first@example.com", name="First", held=["administrator"], actor=system("set-up"), at=at)
    assert Invitation.objects.get().invited_by is None


def test_the_page_of_staff_costs_the_same_however_many(client: Client, at: datetime, django_assert_num_queries) -> None:
    sign_in(client, officer("administrator", at))
    client.get("/office/staff/")
    for count in range(2):
        for number in range(10 * count):
            officer("housing", at, email=f"officer{number}@example.com")
        with django_assert_num_queries(6):
            assert client.get("/office/staff/").status_code == 200


def test_an_administrator_does_all_this_on_the_pages(client: Client, at: datetime) -> None:
    sign_in(client, officer("administrator", at))
    data = {"name": "Nell Newcomer", "email": "new@example.com", "roles": ["housing"]}
    assert send(client, "/office/staff/invite/", data)["Location"] == "/office/staff/"
    assert "Nell Newcomer" in client.get("/office/staff/").content.decode()
    user = staff.accept(token=LINK.search(OutboxMessage.objects.latest("pk").body)["token"], at=at)
    page = f"/office/staff/{user.reference}/"
    assert "Housing officer" in client.get(page).content.decode()
    send(client, page, {"roles": ["finance"], "approval_limit": "£2,000", "seen": user.version})
    assert roles.held_by(user) == ["finance"]
    user.refresh_from_db()
    send(client, f"{page}close/", {"seen": user.version})
    assert "Account closed" in client.get(page).content.decode()
    stale = send(client, f"{page}reopen/", {"seen": user.version})
    assert stale.status_code == 409
    assert "Someone changed this" in stale.content.decode()


def test_mistakes_in_an_invitation_are_said_in_words_and_kept(client: Client, at: datetime) -> None:
    sign_in(client, officer("administrator", at))
    page = send(client, "/office/staff/invite/", {"name": "Nell", "email": "not an address"}).content.decode()
    assert "Enter an email address in the correct format" in page
    assert "Choose at least one role" in page
    assert "not an address" in page
    data = {"name": "Nell", "email": "administrator@example.com", "roles": ["housing"]}
    page = send(client, "/office/staff/invite/", data).content.decode()
    assert "Someone already signs in with this email address." in page


def test_an_administrator_sees_on_their_own_page_why_they_cannot_change_it(client: Client, at: datetime) -> None:
    me = officer("administrator", at)
    page = sign_in(client, me).get(f"/office/staff/{me.reference}/").content.decode()
    assert "You cannot change your own roles" in page
    assert "<button" not in page.split("<main")[1].split("</main>")[0]


def test_the_first_administrator_is_invited_by_a_command() -> None:
    call_command("invite_administrator", "first@example.com", "Fay First", stdout=StringIO())
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.roles) == ("first@example.com", ["administrator"])
    assert OutboxMessage.objects.get().to_address == "first@example.com"


def test_the_command_says_why_someone_cannot_be_invited(at: datetime) -> None:
    officer("administrator", at, email="first@example.com")
    with pytest.raises(CommandError, match="Someone already signs in"):
        call_command("invite_administrator", "first@example.com", "Fay First")
