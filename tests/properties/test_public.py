"""What anyone may see of a home: its area while it is available, and nothing after."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from core.documents.models import Document
from core.documents.rules import kinds
from core.documents.services import uploads
from lettings.services import offers
from properties import tasks
from properties.models import Home, Let
from properties.rules.inputs import Description, PhotoGiven
from properties.services import lets, photos
from tests.jobs import drain
from tests.properties.answers import picture
from tests.web.markup import soup
from tests.world import World

pytestmark = pytest.mark.django_db


def with_photos(world: World, *names: str, home: Home | None = None) -> Home:
    home = home or world.home()
    given = []
    for name in names:
        document = uploads.receive(picture(f"{name}.jpg"), kind=kinds.PHOTO, actor=world.owner, at=world.at)
        given.append(PhotoGiven(document.reference, f"The {name}"))
    photos.add(ref=home.reference, given=given, actor=world.owner, at=world.at)
    return Home.objects.get(pk=home.pk)


def shown(let: Let) -> list[str]:
    page = soup(Client().get(f"/homes/{let.reference}/").content)
    return [image["src"] for image in page.select("main img")]


def test_the_area_and_never_the_address(world):
    let = world.let()
    for url in ("/homes/", f"/homes/{let.reference}/"):
        page = Client().get(url).content.decode()
        assert "2-bedroom flat in Dartford, DA1" in page
        assert "£995 a month" in page
        for secret in ("Orchard", "2DX", "51.44", "0.21", "Quill", let.home.reference):
            assert secret not in page, (url, secret)


def test_the_rent_stands_beside_what_benefits_cover(world):
    let = world.let(rent=110_000)
    page = soup(Client().get(f"/homes/{let.reference}/").content).get_text(" ", strip=True)
    assert "Benefits cover up to £995 a month for 2 bedrooms in North West Kent." in page
    assert "Left for the household to pay £105.00" in page
    assert "Energy rating C" in page


def test_one_that_is_let_is_gone_and_one_that_never_was_is_not_there(world):
    let = world.let()
    lets.hold(ref=let.reference, seen=let.version, reason="A leak", actor=world.liaison, at=world.at)
    gone = Client().get(f"/homes/{let.reference}/")
    assert gone.status_code == 410
    assert b"This home is no longer available" in gone.content
    assert b"Dartford, DA1" not in soup(gone.content).select("main")[0].encode()
    unseen = world.let(world.home(), published=False)
    assert Client().get(f"/homes/{unseen.reference}/").status_code == 404
    assert Client().get("/homes/LT-2026-9999/").status_code == 404


NAMES = ("area", "bedrooms", "rent", "free", "access", "pets", "sort", "page", "anything")


@pytest.mark.parametrize("asked", ["zq7", "-1", "9" * 20, "2'", "<script>zq7()</script>", "Dartford"])
def test_an_answer_that_is_no_choice_counts_for_nothing_and_never_comes_back(world, asked):
    let = world.let()
    response = Client().get("/homes/", dict.fromkeys(NAMES, asked))
    page = response.content.decode()
    assert response.status_code == 200
    assert let.reference in page
    assert "zq7" not in page
    assert "What you chose" not in page
    assert soup(page).select(".govuk-error-message") == []


def several(world: World) -> dict[str, Let]:
    """Homes that differ in everything a visitor can choose by."""
    upstairs = Description(
        property_type="flat", bedrooms=3, max_occupants=5, has_gas=True, floor=4, pets_considered=True
    )
    lift = replace(upstairs, has_lift=True, step_free=True, wheelchair_accessible=True, pets_considered=False)
    room = Description(property_type="flat", bedrooms=1, max_occupants=1, has_gas=True, room_in_shared_house=True)
    rows = {
        "two": world.let(rent=99_500),
        "upstairs": world.let(world.home(description=upstairs), rent=140_000),
        "lift": world.let(world.home(description=lift), rent=160_000),
        "room": world.let(world.home(description=room), rent=30_000),
    }
    Let.objects.filter(pk=rows["room"].pk).update(rent_frequency="weekly", rent=13_000)
    Let.objects.filter(pk=rows["lift"].pk).update(available_from=world.on + timedelta(days=20))
    Home.objects.filter(pk=rows["lift"].home_id).update(town="Gravesend", postcode="DA11 0AA")
    Home.objects.filter(pk=rows["room"].home_id).update(town="Dartford", postcode="DA10 0AA")
    return rows


def test_each_choice_narrows_the_list(world):
    rows = several(world)

    def found(asked: str) -> set[str]:
        page = Client().get(f"/homes/?{asked}").content.decode()
        return {name for name, let in rows.items() if let.reference in page}

    assert found("") == set(rows)
    assert found("area=Gravesend, DA11") == {"lift"}
    assert found("area=Dartford, DA1") == {"two", "upstairs"}, "DA10 is not DA1"
    assert found("area=Dartford, DA1&area=Gravesend, DA11") == {"two", "upstairs", "lift"}
    assert found("bedrooms=room") == {"room"}
    assert found("bedrooms=1") == {"two", "upstairs", "lift"}
    assert found("bedrooms=3") == {"upstairs", "lift"}
    assert found("rent=600") == {"room"}, "130 pounds a week is 563 a month"
    assert found("rent=500") == set()
    assert found("rent=1000") == {"room", "two"}
    assert found("free=0") == {"two", "upstairs", "room"}
    assert found("free=31") == set(rows)
    assert found("access=level") == {"two", "lift", "room"}
    assert found("access=level&access=step_free") == {"two", "lift"}
    assert found("access=wheelchair") == {"lift"}
    assert found("pets=yes") == {"two", "upstairs"}


def test_the_list_is_sorted_as_asked(world):
    rows = several(world)

    def order(asked: str) -> list[str]:
        names = {f"/homes/{let.reference}/": name for name, let in rows.items()}
        page = soup(Client().get(f"/homes/?sort={asked}").content)
        return [names[link["href"]] for link in page.select(".lintel-card a")]

    assert order("newest") == ["room", "lift", "upstairs", "two"]
    assert order("rent") == ["room", "two", "upstairs", "lift"]
    assert order("soonest") == ["room", "upstairs", "two", "lift"]


def test_chips_say_what_was_chosen_and_take_it_away(world):
    world.let()
    page = soup(Client().get("/homes/?bedrooms=2&area=Dartford, DA1&sort=rent&x=zq7").content)
    chips = {chip.get_text(): chip["href"] for chip in page.select(".lintel-chosen__one")}
    assert chips == {
        "Take away: Area: Dartford, DA1": "?bedrooms=2&sort=rent",
        "Take away: Size: 2 bedrooms or more": "?area=Dartford%2C+DA1&sort=rent",
    }
    assert "1 to 1 of 1 homes" in page.get_text()


def test_an_empty_list_says_why_and_what_to_do(world):
    assert "Every home that we had has found someone" in Client().get("/homes/").content.decode()
    world.let()
    page = Client().get("/homes/?bedrooms=4").content.decode()
    assert "No home fits all of what you chose" in page
    assert "1 home is free now" in page


def test_the_page_of_a_home_describes_itself_to_search_engines(world):
    let = world.let()
    Let.objects.filter(pk=let.pk).update(description="Near the park </script><script>zq7()</script> & shops")
    response = Client().get(f"/homes/{let.reference}/")
    (script,) = soup(response.content).select("script[type='application/ld+json']")
    said = json.loads(script.string)
    assert said["@type"] == "RealEstateListing"
    assert said["mainEntity"]["@type"] == "Apartment"
    assert said["mainEntity"]["description"] == "Near the park </script><script>zq7()</script> & shops"
    assert said["mainEntity"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Dartford, DA1",
        "addressCountry": "GB",
    }
    assert said["offers"]["price"] == "995.00"
    assert said["offers"]["availabilityStarts"] == "2026-11-21"
    assert said["url"].endswith(f"/homes/{let.reference}/")
    assert b"</script><script>zq7" not in response.content
    for secret in ("Orchard", "2DX", "51.44", "Quill", let.home.reference):
        assert secret not in script.string


def test_photos_are_public_only_while_the_home_is_available(world):
    home = with_photos(world, "kitchen", "garden")
    drain()
    let = world.let(home)
    assert shown(let) == [], "published, and not yet copied"
    drain()
    pictures = shown(let)
    assert len(pictures) == 2
    assert Client().get(pictures[0]).status_code == 200
    let = lets.hold(ref=let.reference, seen=let.version, reason="A leak", actor=world.liaison, at=world.at)
    drain()
    assert Client().get(pictures[0]).status_code == 404
    lets.end_hold(ref=let.reference, seen=let.version, actor=world.liaison, at=world.at)
    drain()
    assert len(shown(let)) == 2


def test_an_offer_takes_the_photos_back_and_a_refusal_shows_them_again(world):
    home = with_photos(world, "kitchen")
    drain()
    let = world.let(home)
    nomination = world.nomination(let, world.household(), upto="offer")
    offer = world.offer(nomination)
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    assert not Document.objects.filter(published_at__isnull=False).exists()
    offers.refuse(ref=offer.reference, seen=offer.version, reasons="Too far", actor=world.housing, at=world.at)
    assert Document.objects.filter(published_at__isnull=False).count() == 1


def test_a_photo_that_was_not_checked_in_time_is_shown_by_the_sweep(world):
    home = with_photos(world, "kitchen")
    let = world.let(home)
    drain()
    assert shown(let) == []
    tasks.settle_photos.call()
    tasks.settle_photos.call()
    drain()
    assert len(shown(let)) == 1


def test_a_photo_added_later_is_shown_by_the_sweep_and_one_removed_goes(world):
    let = world.let(with_photos(world, "kitchen"))
    drain()
    tasks.settle_photos.call()
    drain()
    home = with_photos(world, "garden", home=let.home)
    drain()
    tasks.settle_photos.call()
    drain()
    assert len(shown(let)) == 2
    first = home.photos.first()
    photos.remove(
        ref=home.reference, seen=home.version, document=first.document_reference, actor=world.owner, at=world.at
    )
    drain()
    assert len(shown(let)) == 1


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_long(world, django_assert_num_queries, count):
    let = world.let()
    for number in range(2, count + 1):
        home = Home.objects.get(pk=let.home_id)
        home.pk, home.reference = None, f"HM-2026-{number:04}"
        home.save(force_insert=True)
        copy = Let.objects.get(pk=let.pk)
        copy.pk, copy.reference, copy.home = None, f"LT-2026-{number:04}", home
        copy.save(force_insert=True)
    Client().get("/homes/")
    with django_assert_num_queries(5):
        Client().get("/homes/")
