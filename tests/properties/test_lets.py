"""A landlord offers an accepted home to rent; an officer makes it available."""

from datetime import date

import pytest
from django.test import Client

from core.access.actor import Kind
from core.accounts.models import User
from core.money import Money
from properties.models import Let
from properties.services.lets import Advertisement
from tests.properties.answers import day
from tests.web.client import send, sign_in
from tests.web.markup import one, soup
from tests.world import World

pytestmark = pytest.mark.django_db

ADVERTISED = {
    "rent": "995",
    "rent_frequency": "monthly",
    **day("available_from", date(2026, 12, 1)),
    "description": "Two bright rooms near the park. Families are welcome.",
    "viewing_mode": "single",
    "given": "no",
}


def words(response) -> str:
    return soup(response.content).get_text(" ", strip=True)


@pytest.fixture
def office(world):
    return sign_in(Client(), User.objects.get(pk=world.liaison.user_id))


@pytest.fixture
def home(world):
    return world.home()


def offer(browser, home, **changes):
    return send(browser, f"/landlord/homes/{home.reference}/offer/", {"seen": home.version, **ADVERTISED, **changes})


def advertised(world: World, **changes) -> Advertisement:
    given = {
        "rent": Money(99_500),
        "rent_frequency": "monthly",
        "available_from": world.on,
        "description": "Near the park.",
    }
    return Advertisement(**{**given, **changes})


def test_from_offering_to_the_public_page(browser, office, client, world, home):
    assert b'value="995.00"' in browser.get(f"/landlord/homes/{home.reference}/offer/").content
    done = offer(browser, home)
    let = Let.objects.get()
    assert done.url == f"/landlord/lets/{let.reference}/"
    assert "An officer reads it and makes it available." in words(browser.get(done.url))
    assert Client().get(f"/homes/{let.reference}/").status_code == 404
    page = words(office.get(f"/office/lets/{let.reference}/"))
    assert "Make it available" in page
    published = send(office, f"/office/lets/{let.reference}/publish/", {"seen": let.version})
    assert published.url == f"/office/lets/{let.reference}/"
    assert Client().get(f"/homes/{let.reference}/").status_code == 200
    assert "See the public page" in words(browser.get(done.url))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A quiet flat. No DSS.", "No DSS"),
        ("Sorry, no children.", "Sorry, no children"),
        ("Working professionals only.", "Working professionals only"),
    ],
)
def test_wording_that_puts_people_off_is_refused_where_it_stands(browser, home, text, phrase):
    response = offer(browser, home, description=text)
    assert response.status_code == 200
    page = soup(response.content)
    said = one(page, "#id_description-error").get_text(" ", strip=True)
    assert f"Take out “{phrase}”" in said
    assert "Renters’ Rights Act 2025" in said
    assert page.select('.govuk-error-summary a[href="#id_description"]')
    assert one(page, "#id_rent")["value"] == "995"
    assert not Let.objects.exists()


@pytest.mark.parametrize("rent", ["-1", "0", "", "about 900"])
def test_a_rent_that_is_none(browser, home, rent):
    response = offer(browser, home, rent=rent)
    assert response.context["form"].errors["rent"]
    assert not Let.objects.exists()


def test_a_day_too_far_away(browser, home):
    response = offer(browser, home, **day("available_from", date(2028, 1, 1)))
    assert "must be 22 November 2027 or earlier" in response.context["form"].errors["available_from"][0]


def test_one_live_let_a_home(browser, home):
    offer(browser, home)
    home.refresh_from_db()
    assert "This home is already being let." in words(offer(browser, home))
    assert Let.objects.count() == 1


def test_a_home_that_is_not_accepted_cannot_be_offered(browser, world):
    home = world.home(accepted=False)
    assert browser.get(f"/landlord/homes/{home.reference}/offer/").status_code == 404


def test_what_is_missing_is_named_instead_of_publishing(office, world, home):
    let = world.let(home, published=False)
    home.certificates.filter(kind="gas").update(expires_on=date(2026, 11, 20))
    response = send(office, f"/office/lets/{let.reference}/publish/", {"seen": let.version})
    assert "Gas safety record: ran out on 20 Nov 2026." in words(response)
    let.refresh_from_db()
    assert let.state == "in_review"


def test_a_change_is_asked_for_and_made(browser, office, world, home):
    let = world.let(home, published=False)
    send(office, f"/office/lets/{let.reference}/ask/", {"seen": let.version, "asked": "Say which floor it is on."})
    assert "Say which floor it is on." in words(browser.get(f"/landlord/lets/{let.reference}/"))
    let.refresh_from_db()
    changed = {**ADVERTISED, "seen": let.version, "description": "On the first floor, near the park."}
    assert send(browser, f"/landlord/lets/{let.reference}/change/", changed).status_code == 302
    let.refresh_from_db()
    assert (let.state, let.description) == ("in_review", "On the first floor, near the park.")


def test_a_hold_takes_it_off_the_public_pages_and_back(office, world, home):
    let = world.let(home)
    send(office, f"/office/lets/{let.reference}/hold/", {"seen": let.version, "reason": "A leak."})
    assert Client().get(f"/homes/{let.reference}/").status_code == 410
    let.refresh_from_db()
    send(office, f"/office/lets/{let.reference}/end-hold/", {"seen": let.version})
    assert Client().get(f"/homes/{let.reference}/").status_code == 200


def test_a_landlord_takes_it_off_the_market(browser, world, home):
    let = world.let(home)
    send(browser, f"/landlord/lets/{let.reference}/withdraw/", {"seen": let.version})
    let.refresh_from_db()
    assert let.state == "withdrawn"
    assert Client().get(f"/homes/{let.reference}/").status_code == 410


def test_another_landlord_sees_nothing_of_it(client, world, home):
    let = world.let(home)
    other = world.landlord(world.someone(Kind.LANDLORD))
    sign_in(client, other.user)
    for url in (f"/landlord/lets/{let.reference}/", f"/landlord/lets/{let.reference}/withdraw/"):
        assert client.get(url).status_code == 404
