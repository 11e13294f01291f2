"""A guarantee given by mistake is taken back by a manager, and both sides are told why."""

import pytest
from django.test import Client
from django.urls import reverse

from core.accounts.models import User
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.errors import DomainError, IllegalMove, Refused
from core.money import Money
from core.notifications.models import OutboxMessage
from deposits.models import Guarantee, SchemeApplication
from deposits.services import voiding
from tests.web.client import send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db
WHY = "The landlord already holds a cash deposit for this tenancy."


@pytest.fixture
def world(at):
    return World(at)


@pytest.fixture
def guarantee(world):
    return Guarantee.objects.get(tenancy=world.tenancy(guarantee=True))


def void(row, actor, world):
    return voiding.void(ref=row.reference, seen=row.version, reason=WHY, actor=actor, at=world.at)


def test_a_manager_makes_it_void_and_it_covers_nothing(world, guarantee):
    assert [cover.covered for cover in guarantee.cover_on(world.on)] == [True, False]
    row = void(guarantee, world.manager, world)
    assert (row.state, row.ended_reason, row.void_because) == ("void", "given_by_mistake", WHY)
    assert [cover.covered for cover in row.cover_on(world.on)] == [False, False]
    assert not Deadline.objects.about(row.subject).open().exists()
    event = Event.objects.get(action="guarantee.void")
    assert (event.reason, event.values.note, event.to_state) == ("given_by_mistake", WHY, "void")
    assert SchemeApplication.objects.get(pk=row.application_id).state == "ended"
    with pytest.raises(IllegalMove):
        void(row, world.manager, world)


def test_both_sides_hear_why_in_their_own_words(world, guarantee):
    void(guarantee, world.manager, world)
    landlord, tenant = (
        OutboxMessage.objects.get(template=name) for name in ("guarantee_void", "guarantee_void_tenant")
    )
    assert guarantee.application.home.landlord.email in landlord.to_address
    assert WHY in landlord.body
    assert "within 21 days" in landlord.body
    assert WHY in tenant.body
    assert "do not have to pay anything" in tenant.body


def test_nobody_but_a_manager_and_never_after_a_payment(world, guarantee):
    for actor in (world.liaison, world.housing, world.finance):
        with pytest.raises(Refused):
            void(guarantee, actor, world)
    guarantee.write(drawn=Money(100))
    with pytest.raises(DomainError, match="was paid"):
        void(guarantee, world.manager, world)


def test_the_pages_offer_it_to_managers_and_say_it_afterwards(world, guarantee):
    office = f"/office/guarantees/{guarantee.reference}/"
    browser = Client()
    sign_in(browser, User.objects.get(pk=world.liaison.user_id))
    assert "given by mistake" not in browser.get(office).content.decode()
    sign_in(browser, User.objects.get(pk=world.manager.user_id))
    assert "Void: given by mistake" in browser.get(office).content.decode()
    empty = send(browser, f"{office}void/", {"seen": guarantee.version, "reason": ""})
    assert "Say why it was a mistake" in empty.content.decode()
    assert send(browser, f"{office}void/", {"seen": guarantee.version, "reason": WHY}).url == office
    page = browser.get(office).content.decode()
    assert "Void: given by mistake" not in page
    assert "Record the inventory" not in page
    assert WHY in page
    sign_in(browser, guarantee.application.home.landlord.user)
    mine = browser.get(f"/landlord/guarantees/{guarantee.reference}/").content.decode()
    assert WHY in mine
    assert "No longer" in mine
    checked = send(browser, reverse("deposits_public_verify"), {"code": guarantee.verification_code})
    assert "not in force today" in checked.content.decode()
