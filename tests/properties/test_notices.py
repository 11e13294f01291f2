"""A ground 1 or 1A notice of a home: what landlords say is kept, and only an officer makes less of it."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from core.accounts.models import User
from core.deadlines.models import Deadline
from core.notifications.models import OutboxMessage
from properties.models import Home, HomeNotice, Let
from properties.selectors import lettable
from tests.properties.answers import ADD, WHERE, answer, answer_all, day
from tests.properties.telling import ENDS, TO_SELL, tell
from tests.web.client import send, sign_in
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db

NO = {"given": "no"}
SOLD = {"given": "yes", **day("served_on", date(2026, 5, 5)), **day("specified_on", date(2026, 9, 5))}


@pytest.fixture
def world(world):
    """Reserve B: Monday 23 November 2026."""
    world.at = world.at.replace(day=23)
    with time_machine.travel(world.at, tick=False):
        yield world


@pytest.fixture
def home(world):
    return world.home()


@pytest.fixture
def office(world):
    return sign_in(Client(), User.objects.get(pk=world.liaison.user_id))


def words(response) -> str:
    return soup(response.content).get_text(" ", strip=True)


def offer(browser, home, **changes):
    fields = {
        "seen": home.version,
        "rent": "995",
        "rent_frequency": "monthly",
        **day("available_from", date(2026, 12, 1)),
        "description": "Two bright rooms near the park. Families are welcome.",
        "viewing_mode": "single",
        **NO,
    }
    return send(browser, f"/landlord/homes/{home.reference}/offer/", {**fields, **changes})


def settle(office, row, outcome, **more):
    page = office.get(f"/office/home-notices/{row.reference}/settle/")
    fields = {"seen": page.context["form"]["seen"].value(), "outcome": outcome, "note": "I saw the paper."}
    return send(office, f"/office/home-notices/{row.reference}/settle/", {**fields, **more})


def test_the_answer_outlives_the_refusal_and_a_later_no_goes_to_an_officer(browser, office, world, home):
    said = words(offer(browser, home, **SOLD))
    assert ENDS in said
    assert "There are two ways out: a court order on another ground, or selling the home." in said
    assert "Two bright rooms" in said
    row = HomeNotice.objects.get()
    assert (row.home, row.state, row.terms) == (home, "stands", TO_SELL)

    again = words(offer(browser, home))
    assert ENDS in again
    assert "An officer looks at that and tells you by Wednesday 25 November 2026." in again
    assert not Let.objects.exists()
    row.refresh_from_db()
    assert (row.state, row.said_now) == ("questioned", "None given")
    waiting = Deadline.objects.get(kind="home_notice", done_at=None)
    assert (waiting.subject, waiting.due_on, waiting.capability) == (row.subject, date(2026, 11, 25), "publish_lets")

    listed = words(office.get("/office/"))
    assert "settle whether the notice to sell or move in stands" in listed.lower()
    page = words(office.get(f"/office/home-notices/{row.reference}/"))
    assert "The landlord says now None given" in page
    assert settle(office, row, "set_aside").status_code == 302
    row.refresh_from_db()
    assert row.state == "set_aside"
    assert not Deadline.objects.filter(kind="home_notice", done_at=None).exists()
    told = OutboxMessage.objects.get(template="notice_settled")
    assert "there was no such notice" in told.body
    assert "Orchard" not in told.subject + told.body
    assert offer(browser, home).status_code == 302
    assert Let.objects.get().state == "in_review"


def test_a_form_sent_twice_after_a_refusal_is_not_out_of_date(browser, world, home):
    """The answer is kept beside the home, so the version on the screen stays the one that counts."""
    offer(browser, home, **SOLD)
    assert offer(browser, home, **SOLD).status_code == 200
    assert HomeNotice.objects.count() == 1


def test_an_officer_who_upholds_it_tells_the_landlord(browser, office, world, home):
    offer(browser, home, **SOLD)
    offer(browser, home)
    row = HomeNotice.objects.get()
    settle(office, row, "uphold")
    row.refresh_from_db()
    assert (row.state, row.said_now) == ("stands", "")
    assert ENDS in OutboxMessage.objects.get(template="notice_settled").body
    offer(browser, home)
    row.refresh_from_db()
    assert row.state == "questioned"


def test_an_officer_writes_the_order_of_a_court(browser, office, world, home):
    offer(browser, home, **SOLD)
    order = day("other_order_on", date(2026, 11, 20))
    assert ENDS in words(offer(browser, home, **SOLD, **order))
    row = HomeNotice.objects.get()
    assert row.said_now.endswith("a court made an order on another ground on 20 Nov 2026")
    assert row.other_order_on is None
    dated = {**day("served_on", date(2026, 5, 5)), **day("specified_on", date(2026, 9, 5)), **order}
    assert settle(office, row, "correct", **dated).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.other_order_on) == ("stands", date(2026, 11, 20))
    assert "nothing stands in the way any more" in OutboxMessage.objects.get(template="notice_settled").body
    assert offer(browser, home).status_code == 302


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"outcome": ""}, "outcome"),
        ({"note": ""}, "note"),
        ({"outcome": "correct"}, "served_on"),
        (
            {"outcome": "correct", **day("served_on", date(2026, 5, 5)), **day("specified_on", date(2026, 5, 4))},
            "specified_on",
        ),
        (
            {"outcome": "correct", **day("served_on", date(2026, 12, 5)), **day("specified_on", date(2027, 5, 4))},
            "served_on",
        ),
    ],
)
def test_what_an_officer_cannot_write(browser, office, world, home, fields, error):
    tell(world, home, TO_SELL)
    row = HomeNotice.objects.get()
    response = settle(office, row, fields.pop("outcome", "uphold"), **fields)
    assert error in response.context["form"].errors
    row.refresh_from_db()
    assert (row.state, row.terms) == ("stands", TO_SELL)


def test_a_home_on_the_market_is_held_as_soon_as_we_hear(office, world, home):
    let = world.let(home)
    url = f"/office/homes/{home.reference}/notice/"
    dated = {**day("served_on", date(2026, 11, 2)), **day("specified_on", date(2027, 3, 2))}
    assert send(office, url, {"seen": home.version, **dated, "note": "The tenant showed it."}).status_code == 302
    let.refresh_from_db()
    assert let.state == "on_hold"
    assert Client().get(f"/homes/{let.reference}/").status_code == 410
    assert not lettable.lettable(Home.objects.get(pk=home.pk), world.on).ok
    ended = send(office, f"/office/lets/{let.reference}/end-hold/", {"seen": let.version})
    assert "cannot be let or advertised until after" in words(ended)
    let.refresh_from_db()
    assert let.state == "on_hold"
    page = words(office.get(f"/office/homes/{home.reference}/"))
    assert "Notices to sell or move in" in page
    assert "A ground 1 or 1A notice was given." in page


def test_the_landlord_does_not_read_who_told_us(browser, office, world, home):
    dated = {**day("served_on", date(2026, 11, 2)), **day("specified_on", date(2027, 3, 2))}
    send(office, f"/office/homes/{home.reference}/notice/", {"seen": home.version, **dated, "note": "The tenant did."})
    page = words(browser.get(f"/landlord/homes/{home.reference}/"))
    assert "The tenant did." not in page
    assert "an officer heard of it" not in page
    assert not OutboxMessage.objects.filter(template="notice_settled").exists()


def test_the_question_about_a_new_home_keeps_the_answer_and_remembers_it(browser, office, world):
    world.landlord()
    answer_all(browser, WHERE[:3])
    refused = answer(browser, f"{ADD}notice/", SOLD)
    assert ENDS in words(refused)
    assert one(soup(refused.content), "#id_served_on-day")["value"] == "5"
    row = HomeNotice.objects.get()
    assert (row.home, row.known_as) == (None, "12 Orchard Street, Dartford")

    later = browser.get(f"{ADD}notice/")
    assert "The tenant got it on 5 May 2026" in words(later)
    assert "until after 4 September 2027" in words(later)
    assert ENDS in words(answer(browser, f"{ADD}notice/", NO))
    row.refresh_from_db()
    assert row.state == "questioned"
    page = words(office.get(f"/office/home-notices/{row.reference}/"))
    assert "The landlord has not sent us the home: the form stopped at this answer." in page
    assert row.reference in words(office.get(f"/office/landlords/{row.landlord.reference}/"))
    settle(office, row, "set_aside")
    assert answer(browser, f"{ADD}notice/", NO).status_code == 302
