"""A landlord's homes after they were sent: what is missing, changes, certificates, photos."""

from datetime import date

import pytest

from core.documents.models import Document
from core.journeys.models import Draft
from properties.models import Certificate, Home
from properties.rules.check import ITEMS
from properties.services import checks, homes
from properties.services.checks import Visit
from tests.properties.answers import answer, certificate, picture, words_for_photos
from tests.properties.test_office_pages import in_inspection
from tests.web.client import send
from tests.web.markup import soup
from tests.world import World

pytestmark = pytest.mark.django_db

HEATING = {
    "has_gas": "yes",
    "heating": "gas_boiler",
    "other_burners": "no",
    "supplies_electrical_equipment": "no",
}


def words(response) -> str:
    assert response.status_code == 200, response
    return soup(response.content).get_text(" ", strip=True)


def page(home: Home) -> str:
    return f"/landlord/homes/{home.reference}/"


def asked_to_change(world: World) -> Home:
    home = world.home(accepted=False)
    return homes.ask_for_changes(
        ref=home.reference, seen=home.version, asked="Is it on the first floor?", actor=world.liaison, at=world.at
    )


def test_the_page_says_what_is_with_the_council_and_what_is_not(browser, world):
    home = world.home(accepted=False)
    text = words(browser.get(page(home)))
    assert "Certificates being checked" in text
    assert "By Friday 27 November 2026" in text
    assert "Needed from you" not in text
    world.later(days=400)
    assert "Send another" in text


def test_a_home_asked_about_is_changed_and_sent_again(browser, world):
    home = asked_to_change(world)
    text = words(browser.get(page(home)))
    assert "Is it on the first floor?" in text
    assert "Change it and send it again" in text
    url = f"{page(home)}change/"
    assert browser.get(url).url == f"{url}heating/", "the rest is answered already"
    assert answer(browser, f"{url}heating/", HEATING).url == f"{url}check/"
    assert answer(browser, f"{url}floor/", {"level": "above", "floor": "1", "has_lift": "no"}).url == f"{url}check/"
    check = browser.get(f"{url}check/")
    done = send(browser, f"{url}check/", {"seen": check.context["draft"].version})
    assert done.url == page(home)
    home.refresh_from_db()
    assert (home.state, home.floor, home.change_asked) == ("submitted", 1, "")
    assert home.certificates.filter(replaced_at=None, state="uploaded").count() == 3
    assert not Draft.objects.exists()
    assert browser.get(url).status_code == 404


def test_an_officer_who_changed_the_home_meanwhile_wins(browser, world):
    home = asked_to_change(world)
    url = f"{page(home)}change/"
    browser.get(url)
    answer(browser, f"{url}heating/", HEATING)
    seen = Draft.objects.get().version
    homes.archive(ref=home.reference, seen=home.version, actor=world.owner, at=world.at)
    assert send(browser, f"{url}check/", {"seen": seen}).status_code == 404


def test_a_new_certificate_takes_the_place_of_the_old(browser, world):
    home = world.home()
    url = f"{page(home)}certificates/gas/"
    assert browser.get(url).url == f"{url}gas/"
    assert answer(browser, f"{url}gas/", {"how": "now", "file": picture("new.jpg")}).url == f"{url}gas-details/"
    details = certificate("G2", date(2026, 11, 20), date(2027, 11, 19))
    assert answer(browser, f"{url}gas-details/", details).url == f"{url}check/"
    send(browser, f"{url}check/", {"seen": browser.get(f"{url}check/").context["draft"].version})
    held = Certificate.objects.filter(home=home, kind="gas")
    assert list(held.values_list("number", "state")) == [("G2", "uploaded"), (held[1].number, "verified")]
    assert browser.get(f"{page(home)}certificates/boiler/").status_code == 404


def test_a_checked_certificate_cannot_be_swapped_for_a_promise(browser, world):
    home = world.home()
    url = f"{page(home)}certificates/gas/gas/"
    browser.get(f"{page(home)}certificates/gas/")
    response = answer(browser, url, {"how": "later"})
    assert response.status_code == 200
    assert response.context["form"].errors["how"]


def test_photos_are_added_and_removed(browser, world):
    home = world.home(accepted=False)
    url = f"{page(home)}photos/"
    assert browser.get(url).url == f"{url}photos/"
    assert answer(browser, f"{url}photos/", {}).context["form"].errors["files"] == ["Choose a photo"]
    where = answer(browser, f"{url}photos/", {"files": [picture("a.jpg"), picture("b.jpg", "olive")]}).url
    assert words_for_photos(browser, where) == f"{url}check/"
    send(browser, f"{url}check/", {"seen": browser.get(f"{url}check/").context["draft"].version})
    assert [photo.alt for photo in home.photos.all()] == ["Room 1", "Room 2"]
    assert "Room 1" in words(browser.get(page(home)))
    home.refresh_from_db()
    first = home.photos.first().document_reference
    removed = send(browser, f"{url}{first}/remove/", {"seen": home.version})
    assert removed.url == page(home)
    assert [photo.alt for photo in home.photos.all()] == ["Room 2"]
    assert Document.objects.get(reference=first).loose_at is not None


def test_each_photo_is_described(browser, world):
    home = world.home(accepted=False)
    url = f"{page(home)}photos/"
    browser.get(url)
    where = answer(browser, f"{url}photos/", {"files": [picture("a.jpg")]}).url
    assert "Say what photo 1 shows" in words(answer(browser, where, {}))


def test_twenty_photos_are_enough(browser, world):
    home = world.home(accepted=False)
    url = f"{page(home)}photos/"
    browser.get(url)
    response = answer(browser, f"{url}photos/", {"files": [picture(f"{n}.jpg") for n in range(21)]})
    assert response.context["form"].errors["files"]
    assert not Document.objects.filter(purpose="photo").exists()


def test_another_visit_is_asked_for_once_things_are_put_right(browser, world):
    home = in_inspection(world)
    check = home.checks.get()
    check = checks.book(
        ref=check.reference,
        seen=check.version,
        visit_at=world.at.replace(hour=15),
        officer_id=world.liaison.user_id,
        actor=world.liaison,
        at=world.at,
    )
    visit = Visit(dict.fromkeys(ITEMS, "fail"), notes="Nothing works.")
    checks.record(ref=check.reference, seen=check.version, visit=visit, actor=world.liaison, at=world.at)
    text = words(browser.get(page(home)))
    assert "Nothing works." in text
    assert "Ask for another visit" in text
    home.refresh_from_db()
    assert send(browser, f"{page(home)}visit/", {"seen": home.version}).url == page(home)
    assert home.checks.filter(state="requested").count() == 1
    home.refresh_from_db()
    again = send(browser, f"{page(home)}visit/", {"seen": home.version})
    assert "A visit is being arranged already" in words(again)


def test_a_home_is_put_away_unless_it_is_being_let(browser, world):
    let = world.let()
    refused = send(browser, f"{page(let.home)}archive/", {"seen": let.home.version})
    assert "Withdraw the home from letting first" in words(refused)
    home = world.home(accepted=False)
    assert send(browser, f"{page(home)}archive/", {"seen": home.version}).status_code == 302
    text = words(browser.get(page(home)))
    assert "Put away" in text
    assert "Add photos" not in text


def test_an_empty_list_says_what_to_do(browser):
    text = words(browser.get("/landlord/homes/"))
    assert "Add a home" in text
    assert "You have not added a home yet" in text
