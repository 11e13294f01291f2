import pytest

from core.access.actor import Kind
from households.models import Household, RestrictedAccess
from households.rules.case import Restriction
from landlords.models import Landlord
from properties.models import Home
from tests.web.client import officer, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db
SECRET = "Zora Hidden"


@pytest.fixture
def world(at):
    return World(at)


@pytest.fixture
def asking(client, at):
    sign_in(client, officer("housing", at))

    def ask(text):
        return client.get("/office/search/", {"q": text})

    return ask


def found(page):
    """Title of each group with the references in it."""
    return {group.title: [line[0].value for line in group.table.rows] for group in page.context["groups"]}


def test_a_whole_reference_leads_straight_to_the_record(asking, world):
    landlord = world.landlord()
    assert asking(landlord.reference).url == f"/office/landlords/{landlord.reference}/"
    assert asking(" ll 2026 1 ").url == f"/office/landlords/{landlord.reference}/"
    assert asking("LL-2026-0099").status_code == 200


@pytest.mark.parametrize(
    "text", ["rosa", "QUILL Rosa", "DA1 1AA", "da11aa", "DA1", "01632 960001", "+441632960001", "960001"]
)
def test_a_landlord_is_found_by_what_people_know_of_them(asking, world, text):
    landlord = world.landlord()
    assert found(asking(text))["Landlords"] == [landlord.reference]


def test_a_landlord_is_found_by_email(asking, world):
    landlord = world.landlord()
    Landlord.objects.filter(pk=landlord.pk).update(email="Rosa.Quill@example.com")
    assert found(asking("rosa.quill@example.com"))["Landlords"] == [landlord.reference]


def test_a_home_and_all_that_is_about_it_are_found_by_its_address(asking, world):
    household, let = world.household(), world.let()
    nomination, application = world.nomination(let, household), world.application(let.home)
    everything = {
        "Homes": [let.home.reference],
        "Homes to rent": [let.reference],
        "Put forward": [nomination.reference],
        "Guarantee applications": [application.reference],
    }
    for text in ("orchard street", "da1 2dx", "12 Orchard"):
        assert found(asking(text)) == everything


def test_a_household_is_found_by_any_of_its_people(asking, world):
    row = world.household()
    world.nomination(world.let(), row)
    assert found(asking("ama field")).keys() == {"Households", "Put forward"}
    assert found(asking("kit")) == {"Households": [row.reference]}
    assert found(asking("01632 960 010")) == {"Households": [row.reference]}
    assert found(asking(row.email)) == {"Households": [row.reference]}


def test_a_restricted_household_is_not_there_by_any_road(client, at, world):
    row = world.household(actor=world.manager, name=SECRET, restriction=Restriction.DOMESTIC_ABUSE)
    Household.objects.filter(pk=row.pk).update(present_postcode="DA2 6AA")
    nomination = world.nomination(world.let(), world.household(name="Other Person"))
    type(nomination).objects.filter(pk=nomination.pk).update(household=row)
    user = officer("housing", at)
    sign_in(client, user)

    def seen(text):
        return client.get("/office/search/", {"q": text}, follow=True)

    roads = (SECRET, "zora", "DA2 6AA", row.email, row.reference, nomination.reference)
    for text in roads:
        page = seen(text)
        body = page.content.decode().replace(page.context["search_text"], "")
        assert page.context["groups"] == []
        assert SECRET not in body
    assert nomination.reference not in seen("Orchard").content.decode()

    nowhere = seen("HH-2026-9999").content.decode().replace("HH-2026-9999", "")
    assert seen(row.reference).content.decode().replace(row.reference, "") == nowhere

    RestrictedAccess.objects.create(household=row, officer=user, reason="Her officer", granted_at=at)
    assert found(seen("zora")).keys() == {"Households", "Put forward"}


@pytest.mark.parametrize("role", ["inspector", "finance"])
def test_officers_without_casework_find_no_households_nor_anything_by_their_names(client, at, world, role):
    world.nomination(world.let(), world.household())
    sign_in(client, officer(role, at))
    assert found(client.get("/office/search/?q=ama")) == {}
    assert found(client.get("/office/search/?q=orchard")).keys() == {"Homes", "Homes to rent"}


def test_ten_are_shown_and_the_rest_is_in_the_list(asking, world):
    for _ in range(11):
        world.landlord(world.someone(Kind.LANDLORD), active=False)
    group = asking("rosa quill").context["groups"][0]
    assert len(group.table.rows) == 10
    assert group.more_url == "/office/landlords/?q=rosa+quill"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "%",
        "__",
        "%%",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "\\" * 40,
        "é" * 5000,
        "DA1 1" * 30,
    ],
)
def test_hostile_words_find_nothing_and_break_nothing(asking, world, text):
    world.landlord()
    page = asking(text)
    assert page.status_code == 200
    assert page.context["groups"] == []
    assert b"<script>alert" not in page.content


def test_the_box_keeps_what_was_typed(asking):
    assert 'value="rosa &quot;x&quot;"' in asking('rosa "x"').content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_a_search_costs_the_same_however_much_it_finds(client, at, world, django_assert_num_queries, count):
    for _ in range(count):
        owner = world.someone(Kind.LANDLORD)
        row = world.home(owner, accepted=False)
        Home.objects.filter(pk=row.pk).update(address="1 Quill Road")
        world.household(name="Quill", resident=False, duty=None)
    sign_in(client, officer("housing", at))
    client.get("/office/search/?q=quill")
    with django_assert_num_queries(11):
        page = client.get("/office/search/?q=quill")
    assert found(page).keys() == {"Households", "Homes", "Landlords"}
