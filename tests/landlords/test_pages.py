import pytest

from core.access.actor import Kind
from landlords import services
from landlords.models import Landlord
from tests.web.client import officer, person, send, sign_in
from tests.web.markup import one, soup
from tests.world import World

pytestmark = pytest.mark.django_db

ANSWERS = [
    ("type", {"landlord_type": "individual"}),
    ("person", {"name": "Rosa Quill"}),
    ("contact", {"telephone": "01632 960 001"}),
    ("address", {"address": "1 High Street\nDartford", "postcode": "da11aa"}),
    ("declaration", {"offences": "no", "discrimination": "no", "housing_law": "no", "management_code": "no"}),
]


def answer(client, slug: str, data: dict) -> str:
    page = client.get(f"/landlord/register/{slug}/")
    assert page.status_code == 200, page
    mark = page.context["mark"]
    return send(client, f"/landlord/register/{slug}/", {**data, "mark": mark}).url


def test_a_landlord_registers_one_question_at_a_time(client, at):
    sign_in(client, person(Kind.LANDLORD, at))
    assert client.get("/landlord/").url == "/landlord/register/"
    where = "/landlord/register/type/"
    for slug, data in ANSWERS:
        assert where == f"/landlord/register/{slug}/"
        where = answer(client, slug, data)
    assert where == "/landlord/register/check/"
    page = client.get(where)
    assert b"01632 960001" in page.content
    assert b"DA1 1AA" in page.content
    done = send(client, where, {"seen": page.context["draft"].version})
    assert done.url == "/landlord/register/done/"
    assert b"LL-2026-0001" in client.get(done.url).content
    assert Landlord.objects.get().telephone == "+441632960001"


def test_a_wrong_postcode_says_so_and_keeps_what_was_typed(client, at):
    sign_in(client, person(Kind.LANDLORD, at))
    for slug, data in ANSWERS[:3]:
        answer(client, slug, data)
    page = client.get("/landlord/register/address/")
    wrong = send(
        client,
        "/landlord/register/address/",
        {"address": "1 High Street", "postcode": "DA1 1", "mark": page.context["mark"]},
    )
    assert wrong.status_code == 200
    assert b"1 High Street" in wrong.content
    assert b'href="#id_postcode"' in wrong.content


def test_an_officer_activates_and_a_stale_page_is_a_409(client, at):
    world = World(at)
    landlord = world.landlord(active=False)
    sign_in(client, officer("landlord_liaison", at))
    assert landlord.reference.encode() in client.get("/office/landlords/?q=rosa").content
    assert b"Activate" in client.get(f"/office/landlords/{landlord.reference}/").content
    url = f"/office/landlords/{landlord.reference}/activate/"
    done = send(client, url, {"seen": landlord.version})
    assert done.url == f"/office/landlords/{landlord.reference}/"
    landlord.refresh_from_db()
    assert landlord.state == "active"
    assert send(client, url, {"seen": 1}).status_code == 409


def test_the_office_reads_whom_it_waits_for_and_the_landlord_what_to_do(client, at):
    world = World(at)
    landlord = world.landlord(active=False)
    services.ask_for_more(
        ref=landlord.reference, seen=landlord.version, question="Which homes?", actor=world.liaison, at=at
    )
    sign_in(client, officer("landlord_liaison", at))
    listed = one(soup(client.get("/office/landlords/?state=registering").content), "main")
    assert listed.select_one("tbody .govuk-tag").get_text() == "Waiting for the landlord"
    record = client.get(f"/office/landlords/{landlord.reference}/").content
    assert b"Waiting for the landlord" in record
    assert b"from you" not in record
    sign_in(client, landlord.user)
    assert b"Waiting for you" in client.get("/landlord/details/").content


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_long(client, at, django_assert_num_queries, count):
    world = World(at)
    for _ in range(count):
        world.landlord(world.someone(Kind.LANDLORD), active=False)
    sign_in(client, officer("landlord_liaison", at))
    client.get("/office/landlords/")
    with django_assert_num_queries(5):
        client.get("/office/landlords/")


def test_a_filter_that_will_not_do_is_said_at_the_top(client, at):
    sign_in(client, officer("manager", at))
    page = soup(client.get("/office/landlords/?state=eaten").content)
    assert one(page, ".govuk-error-summary a").get_text() == "Select one of the answers in the list"
    assert page.title.get_text().startswith("Error: Landlords")


def test_another_landlord_sees_nothing_of_it(client, at):
    World(at).landlord()
    sign_in(client, person(Kind.LANDLORD, at, email="other@example.com"))
    assert client.get("/landlord/register/done/").status_code == 404
