from datetime import timedelta

import pytest

from core.accounts.models import User
from core.documents.models import Document
from core.documents.services import letters
from households.models import Household
from households.rules.case import Restriction
from lettings.models import Nomination, Offer
from lettings.rules.match import Fit
from lettings.rules.suitability import ALL_REFS
from lettings.selectors import shortlist
from lettings.services import offers
from tests.web.client import send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


def as_person(client, user_id: int):
    return sign_in(client, User.objects.get(pk=user_id))


def seen(model, pk: int) -> int:
    return model.objects.get(pk=pk).version


@pytest.fixture
def world(at) -> World:
    return World(at)


def put_forward(client, world, let, household) -> Nomination:
    as_person(client, world.housing.user_id)
    page = client.get(f"/office/homes-to-rent/{let.reference}/shortlist/")
    assert b"It fits 1 household" in page.content
    url = f"/office/homes-to-rent/{let.reference}/put-forward/{household.reference}/"
    assert b"number 1 on the shortlist" in client.get(url).content
    record = send(client, url, {"seen": let.version, "override_because": ""}).url
    nomination = Nomination.objects.get()
    assert record == f"/office/put-forward/{nomination.reference}/"
    return nomination


def both_say_yes(client, nomination: Nomination) -> None:
    home = nomination.let.home
    for door, person, hidden, shown in (
        ("resident/homes", nomination.household.resident_id, home.address, home.area_label),
        ("landlord/put-forward", home.landlord.user_id, "Ama Field", "1 adult and 1 child"),
    ):
        as_person(client, person)
        page = client.get(f"/{door}/{nomination.reference}/").content.decode()
        assert shown in page
        assert hidden not in page
        answer = {"seen": seen(Nomination, nomination.pk), "wants": "yes"}
        assert send(client, f"/{door}/{nomination.reference}/answer/", answer).status_code == 302


def view(client, world, nomination: Nomination) -> None:
    as_person(client, world.housing.user_id)
    url = f"/office/put-forward/{nomination.reference}/viewing/"
    day = (world.on + timedelta(days=3)).isoformat()
    arranged = {"day": day, "at_time": "2:30pm", "where_to_meet": "At the front door"}
    send(client, url, {"seen": seen(Nomination, nomination.pk), **arranged})
    viewing = nomination.viewings.get()
    send(
        client,
        f"/office/viewings/{viewing.reference}/outcome/",
        {"seen": viewing.version, "came": "both", "outcome": "proceed"},
    )


def prepare(client, world, nomination: Nomination) -> Offer:
    terms = {
        "basis": "ordinary",
        "move_on": (world.on + timedelta(days=10)).isoformat(),
        "secured_by_council": "yes",
        "location_reasons": "Two miles from school; the doctor stays the same",
    }
    url = f"/office/put-forward/{nomination.reference}/offer/"
    return Offer.objects.get(
        reference=send(client, url, {"seen": seen(Nomination, nomination.pk), **terms}).url.split("/")[-2]
    )


def check_and_make(client, offer: Offer) -> None:
    url = f"/office/offers/{offer.reference}/"
    assert b"The letter cannot be made yet" in client.get(url).content
    form = client.get(f"{url}checks/").context["form"]
    answers = {}
    for ref in ALL_REFS:
        if f"answer_{ref}" in form.fields:
            known = form[f"answer_{ref}"].value()
            answers[f"answer_{ref}"] = known if known == "not_applicable" else "pass"
    send(client, f"{url}checks/", {"seen": offer.version, **answers})
    check_rent(client, offer)
    send(client, f"{url}sign/", {"seen": seen(Offer, offer.pk)})
    by = client.get(f"{url}make/").context["form"].initial["answer_by"]
    send(client, f"{url}make/", {"seen": seen(Offer, offer.pk), "answer_by": by.isoformat()})
    assert b"An offer of a home" in client.get(f"{url}letter/").content


def check_rent(client, offer: Offer) -> None:
    nomination = offer.nomination
    url = f"/office/homes-to-rent/{nomination.let.reference}/rent-check/{nomination.household.reference}/"
    assert url in client.get(f"/office/offers/{offer.reference}/").content.decode()
    form = client.get(url).context["form"]
    given = {name: form[name].value() for name in ("seen", "cap_exempt", "grace", "limited_capability", "contributors")}
    check = send(client, url, given).url
    send(client, f"{check}answer/", {"seen": 1, "affordable": "yes", "reasons": "Enough is left to live on"})


def test_from_the_shortlist_to_an_accepted_offer_through_the_pages(client, world):
    let = world.let()
    household = world.household()
    nomination = put_forward(client, world, let, household)
    as_person(client, household.resident_id)
    assert "Waiting for you" in client.get("/resident/homes/").content.decode()
    both_say_yes(client, nomination)
    view(client, world, nomination)
    offer = prepare(client, world, nomination)
    check_and_make(client, offer)
    as_person(client, household.resident_id)
    for page in ("/resident/", f"/resident/homes/{nomination.reference}/"):
        assert f"/resident/offers/{offer.reference}/" in client.get(page).content.decode()
    assert b"Waiting for you" in client.get(page).content
    assert b"What needs you" in client.get("/resident/").content
    assert b"two months" in client.get(f"/resident/offers/{offer.reference}/").content
    send(client, f"/resident/offers/{offer.reference}/answer/", {"seen": seen(Offer, offer.pk), "accepts": "yes"})
    let.refresh_from_db()
    assert let.state == "let_agreed"


def test_choosing_out_of_order_needs_a_reason_and_keeps_what_was_typed(client, world):
    let = world.let()
    first = world.household(satisfied_on=world.on - timedelta(days=50))
    second = world.household(name="Bo Marsh")
    as_person(client, world.housing.user_id)
    url = f"/office/homes-to-rent/{let.reference}/put-forward/{second.reference}/"
    refused = send(client, url, {"seen": let.version, "override_because": " "})
    assert refused.status_code == 200
    assert b"Say why you choose them" in refused.content
    assert send(client, url, {"seen": let.version, "override_because": "Near her mother"}).status_code == 302
    assert Nomination.objects.get().override_because == "Near her mother"
    assert first.pk


def test_a_restricted_household_is_on_nobody_elses_list(client, world):
    let = world.let()
    row = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    other = world.officer("housing")
    url = f"/office/homes-to-rent/{let.reference}/shortlist/"
    as_person(client, other.user_id)
    page = client.get(url).content
    assert b"Ama Field" not in page
    assert b"It fits 0 households" in page
    as_person(client, world.housing.user_id)
    assert b"Ama Field" in client.get(url).content
    nomination = world.nomination(let, row)
    as_person(client, other.user_id)
    assert client.get(f"/office/put-forward/{nomination.reference}/").status_code == 404
    assert b"Ama Field" not in client.get("/office/homes-to-rent/").content


def test_a_homes_unsafe_area_is_an_exclusion_with_its_reason(client, world):
    let = world.let()
    row = world.household()
    Household.objects.filter(pk=row.pk).update(wanted_areas=[], unsafe_areas=["DA1"])
    as_person(client, world.housing.user_id)
    page = client.get(f"/office/homes-to-rent/{let.reference}/shortlist/").content
    assert b"This area is not safe for them." in page


def test_the_calendar_file_says_an_area_and_no_name(client, world):
    let = world.let()
    nomination = world.nomination(let, world.household(), upto="viewing")
    as_person(client, let.home.landlord.user_id)
    response = client.get(f"/landlord/viewings/{nomination.viewings.get().reference}.ics")
    assert response["Content-Type"].startswith("text/calendar")
    assert b"Dartford\\, DA1" in response.content
    assert b"Field" not in response.content
    assert b"Orchard" not in response.content


def test_each_group_is_a_stretch_of_one_list(world):
    let = world.let()
    let.home.write(pets_considered=False)
    fits, near = world.household(resident=False), world.household(resident=False)
    near.write(pets="dog")
    found = shortlist.for_let(let, world.housing, world.on)
    groups = {fit: [entry.household.reference for entry in found.of(fit)] for fit in Fit}
    assert groups == {Fit.FITS: [fits.reference], Fit.NEAR_MISS: [near.reference], Fit.EXCLUDED: []}
    assert [entry.position for entry in found.entries] == [1, 2]
    assert found.entry_of(near) == found.of(Fit.NEAR_MISS)[0]


def test_a_home_for_which_nobody_waits_has_three_empty_groups(world):
    found = shortlist.for_let(world.let(), world.housing, world.on)
    assert [list(found.of(fit)) for fit in Fit] == [[], [], []]


def test_the_shortlist_costs_the_same_however_long(client, world, django_assert_max_num_queries):
    let = world.let()
    for _ in range(3):
        world.household(resident=False)
    as_person(client, world.housing.user_id)
    url = f"/office/homes-to-rent/{let.reference}/shortlist/"
    client.get(url)
    with django_assert_max_num_queries(18) as few:
        client.get(url)
    for _ in range(24):
        world.household(resident=False)
    with django_assert_max_num_queries(len(few)):
        page = client.get(url)
    assert "It fits 27 households" in page.content.decode()
    assert page.content.count(b'class="lintel-candidate"') == 25
    group = client.get(f"{url}?group=fits&page=2").content
    assert group.count(b'class="lintel-candidate"') == 2
    assert b"One change away" not in group
    assert client.get(f"{url}?group=nonsense&page=2").status_code == 200


def test_an_offer_is_signed_in_the_role_of_whoever_signed(world):
    boss = world.manager
    offer = world.offer(world.nomination(world.let(), world.household(), upto="offer"))
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=boss, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    signature = letters.read(Document.objects.get(reference=offer.letter_reference)).blocks[-1]
    assert (signature.name, signature.role) == (boss.name, "Team manager")
