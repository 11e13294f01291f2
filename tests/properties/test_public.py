"""What anyone may see of a home: its area while it is available, and nothing after."""

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


@pytest.mark.parametrize("asked", ["abc", "-1", "99999999999999999999", "2'"])
def test_a_filter_that_is_none_shows_all(world, asked):
    let = world.let()
    response = Client().get(f"/homes/?bedrooms={asked}&page={asked}")
    assert response.status_code == 200
    assert let.reference.encode() in response.content


def test_bedrooms_narrow_the_list(world):
    small = world.let()
    three = Description(property_type="flat", bedrooms=3, max_occupants=5, has_gas=True)
    large = world.let(world.home(description=three))
    page = Client().get("/homes/?bedrooms=3").content.decode()
    assert large.reference in page
    assert small.reference not in page
    assert "No home is free just now" in Client().get("/homes/?bedrooms=4").content.decode()


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
    with django_assert_num_queries(4):
        Client().get("/homes/")
