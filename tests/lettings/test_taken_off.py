"""A home taken off the market while a household is forward for it."""

import pytest

from core.accounts.models import User
from core.deadlines.models import Deadline
from core.errors import IllegalMove
from core.notifications.models import OutboxMessage
from lettings.models import Nomination
from lettings.services import taken_off
from properties.models import Let
from tests.web.client import send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at) -> World:
    return World(at)


def take_off(world: World, let: Let) -> Let:
    let = Let.objects.get(pk=let.pk)
    return taken_off.take_off(ref=let.reference, seen=let.version, actor=world.owner, at=world.at)


def told(template: str) -> list[str]:
    return list(OutboxMessage.objects.filter(template=template).values_list("to_name", flat=True))


def test_the_household_and_the_landlord_hear_that_the_viewing_is_off(client, world):
    let = world.let()
    row = world.nomination(let, world.household(), upto="viewing")
    sign_in(client, User.objects.get(pk=world.owner.user_id))
    page = f"/landlord/lets/{let.reference}/"
    assert f"{page}withdraw/" in client.get(page).content.decode()
    let = Let.objects.get(pk=let.pk)
    assert send(client, f"{page}withdraw/", {"seen": let.version}).url == page
    row = Nomination.objects.get(pk=row.pk)
    assert (row.state, row.viewings.get().state) == ("withdrawn", "cancelled")
    assert told("taken_off_for_resident") == ["Ama Field"]
    assert told("taken_off_for_landlord") == ["Rosa Quill"]
    assert not Deadline.objects.about(row.subject).open().exists()


def test_a_landlord_who_never_heard_of_a_household_is_not_told_of_one(world):
    let = world.let()
    row = world.nomination(let, world.household())
    take_off(world, let)
    assert Nomination.objects.get(pk=row.pk).state == "withdrawn"
    assert told("taken_off_for_resident") == ["Ama Field"]
    assert told("taken_off_for_landlord") == []


def test_not_while_a_household_decides_about_an_offer(world):
    let = world.let()
    row = world.nomination(let, world.household(), upto="offer")
    world.offer(row)
    with pytest.raises(IllegalMove):
        take_off(world, let)
    assert Nomination.objects.get(pk=row.pk).state == "offer"
