import pytest

from core.access.actor import Kind
from households.rules.case import Restriction
from landlords import services as landlords
from tests.web.client import officer, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at):
    return World(at)


def record(client, landlord):
    return client.get(f"/office/landlords/{landlord.reference}/")


def column(table, number):
    return [line[number].value for line in table.rows]


def test_a_landlords_homes_people_and_guarantees_stand_on_one_page(client, at, world):
    home = world.home()
    let, household = world.let(home), world.household()
    nomination, application = world.nomination(let, household), world.application(home)
    other = world.someone(Kind.LANDLORD)
    world.home(other, accepted=False)
    sign_in(client, officer("housing", at))
    page = record(client, home.landlord)
    assert column(page.context["homes"], 0) == [home.reference]
    assert page.context["homes"].rows[0][3].value.text == "Available"
    assert column(page.context["forward"], 0) == [nomination.reference]
    assert column(page.context["forward"], 1) == ["Ama Field"]
    assert column(page.context["guarantees"], 0) == [application.reference]


def test_a_restricted_household_put_forward_is_not_on_the_landlords_page(client, at, world):
    household = world.household(actor=world.manager, name="Zora Hidden", restriction=Restriction.DOMESTIC_ABUSE)
    nomination = world.nomination(world.let(), world.household(name="Other"))
    type(nomination).objects.filter(pk=nomination.pk).update(household=household)
    sign_in(client, officer("housing", at))
    page = record(client, world.landlord())
    assert page.context["forward"].rows == []
    assert b"Zora" not in page.content
    sign_in(client, officer("manager", at))
    assert b"Zora Hidden" in record(client, world.landlord()).content


def test_what_was_done_and_said_is_told_in_words(client, at, world):
    landlord = world.landlord()
    landlords.suspend(
        ref=landlord.reference,
        seen=landlord.version,
        reason="enforcement_notice",
        note="Notice served",
        actor=world.manager,
        at=at,
    )
    sign_in(client, officer("housing", at))
    page = record(client, landlord)
    assert [happening.what for happening in page.context["happenings"]] == [
        "Registration suspended",
        "Registration made active",
        "Registered",
    ]
    assert [message.subject.partition(":")[0] for message in page.context["messages_sent"]] == [
        "Your registration is suspended",
        "Your registration is active",
        "We have your registration",
    ]
    assert b"Landlord: suspend" not in page.content


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_however_many_homes(client, at, world, django_assert_num_queries, count):
    for _ in range(count):
        world.home(accepted=False)
    sign_in(client, officer("housing", at))
    landlord = world.landlord()
    record(client, landlord)
    with django_assert_num_queries(14):
        page = record(client, landlord)
    assert len(page.context["homes"].rows) == count
