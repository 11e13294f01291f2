"""A landlord who gave notice to sell offers the home, and an officer settles it, walked in Chromium."""

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from core.accounts.models import User
from core.deadlines.models import Deadline
from properties.models import Home, HomeNotice
from properties.rules.inputs import GroundOneNotice
from tests.browser.filling import fill
from tests.browser.visit import Visit
from tests.properties.telling import tell
from tests.web.client import officer
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Flat 112, The Old Wolfeschlegelsteinhausenbergerdorffmill House, Lower Riverside"


@pytest.fixture
def world(at):
    with time_machine.travel(at, tick=True):
        yield World(at)


@pytest.fixture
def home(world) -> Home:
    row = world.home()
    Home.objects.filter(pk=row.pk).update(address=LONG)
    return Home.objects.get(pk=row.pk)


def typed(name: str, on) -> dict[str, str]:
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def test_a_landlord_is_stopped_and_says_otherwise_on_the_smallest_telephone(narrow_visit: Visit, world, home):
    narrow_visit.sign_in(User.objects.get(pk=world.owner.user_id))
    narrow_visit(f"/landlord/homes/{home.reference}/offer/")
    served, named = world.on - timedelta(days=100), world.on + timedelta(days=30)
    words = {"description": "Two bright rooms. Families are welcome."}
    fill(narrow_visit, {**words, "given": "yes", **typed("served_on", served), **typed("specified_on", named)})
    narrow_visit.page.get_by_role("button", name="Send it to us").click()
    expect(narrow_visit.page.get_by_text("There are two ways out").first).to_be_visible()
    narrow_visit.look_over()
    expect(narrow_visit.page.locator("#id_description")).to_have_value(words["description"])
    fill(narrow_visit, {"given": "no"}, keyboard=True)
    narrow_visit.page.get_by_role("button", name="Send it to us").press("Enter")
    expect(narrow_visit.page.get_by_text("You have told us something else since").first).to_be_visible()
    narrow_visit.look_over()
    assert HomeNotice.objects.get().state == "questioned"


@pytest.mark.parametrize("width", [320, 1280])
def test_an_officer_settles_it_by_the_keyboard(visit: Visit, world, home, at, width):
    visit.page.set_viewport_size({"width": width, "height": 800})
    tell(world, home, GroundOneNotice(True, world.on - timedelta(days=100), world.on + timedelta(days=30)))
    tell(world, home, GroundOneNotice(given=False))
    row = HomeNotice.objects.get()
    visit.sign_in(officer("landlord_liaison", at))
    for url in (f"/office/homes/{home.reference}/", f"/office/landlords/{row.landlord.reference}/"):
        assert visit(url).status == 200
        expect(visit.page.get_by_role("link", name=row.reference)).to_be_visible()
    visit(f"/office/home-notices/{row.reference}/")
    visit.page.get_by_role("link", name="Choose who").click()
    visit.look_over()
    visit(f"/office/home-notices/{row.reference}/")
    visit.page.get_by_role("button", name="Settle it").press("Enter")
    visit.page.wait_for_url("**/settle/")
    visit.look_over()
    fill(visit, {"outcome": "set_aside"}, keyboard=True)
    save = visit.page.get_by_role("button", name="Save and tell the landlord")
    save.press("Enter")
    expect(visit.page.get_by_role("link", name="Write what you saw or heard")).to_be_visible()
    visit.look_over()
    fill(visit, {"note": "I read the letter."}, keyboard=True)
    save.press("Enter")
    expect(visit.page.get_by_text("Set aside").first).to_be_visible()
    visit.look_over()
    assert not Deadline.objects.filter(kind="home_notice", done_at=None).exists()


@pytest.mark.parametrize("width", [320, 1280])
def test_an_officer_writes_down_what_they_heard(visit: Visit, world, home, at, width):
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.sign_in(officer("landlord_liaison", at))
    visit(f"/office/homes/{home.reference}/notice/")
    named = world.on + timedelta(days=1)
    fill(visit, {**typed("served_on", named), **typed("specified_on", named), "note": "The tenant showed it."})
    visit.page.get_by_role("button", name="Save").click()
    expect(visit.page.get_by_text("cannot have been given in the future").first).to_be_visible()
    visit.look_over()
    fill(visit, typed("served_on", world.on))
    visit.page.get_by_role("button", name="Save").click()
    expect(visit.page.get_by_role("table", name="Notices to sell or move in")).to_be_visible()
    visit.look_over()
