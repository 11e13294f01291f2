"""The first page of a landlord and of an officer, the search and a landlord's record, looked over in Chromium."""

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from core.accounts.models import User
from core.money import Money
from households.models import Household
from households.services import placements
from households.services.placements import Stay
from landlords import services as landlords
from landlords.models import Landlord
from properties.models import Home
from tests.browser.visit import Visit
from tests.web.client import officer
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(at):
    with time_machine.travel(at, tick=True):
        world = World(at)
        world.landlord()
        world.nomination(world.let(), world.household(), upto="sent_to_landlord")
        world.home(accepted=False)
        world.application(world.home(), upto="approved")
        for day in (36, 50, 57):
            row = world.household(satisfied_on=world.on - timedelta(days=day - 1), name=f"Day {day} Person")
            stay = Stay("Sea View", False, False, Money(6_500), world.on - timedelta(days=day - 20))
            placements.place(ref=row.reference, seen=row.version, stay=stay, actor=world.housing, at=at)
        landlord = world.landlord()
        landlords.ask_to_meet(
            ref=landlord.reference, seen=landlord.version, where="home", when="Tuesdays", actor=world.owner, at=at
        )
        yield world


def test_a_name_without_a_space_breaks_on_the_smallest_telephone(narrow_visit: Visit, world, at):
    name = "Wolfeschlegelsteinhausenbergerdorff" * 2
    for model, column in ((User, "name"), (Landlord, "name"), (Household, "name"), (Home, "address")):
        model.objects.update(**{column: name})
    let, household = world.let().reference, Household.objects.first()
    pages = ["/office/", f"/office/homes-to-rent/{let}/shortlist/?group=excluded"]
    pages += [f"/office/landlords/{world.landlord().reference}/", f"/office/households/{household.reference}/"]
    for user, urls in (
        (officer("manager", at), pages),
        (User.objects.get(pk=world.owner.user_id), ["/landlord/", "/landlord/homes/"]),
        (User.objects.get(pk=household.resident_id), ["/resident/", "/resident/plan/"]),
    ):
        narrow_visit.sign_in(user)
        for url in urls:
            assert narrow_visit(url, axe=False).status == 200


@pytest.mark.parametrize("width", [320, 1280])
def test_the_landlords_page(visit: Visit, world, width):
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.sign_in(User.objects.get(pk=world.owner.user_id))
    assert visit("/landlord/").status == 200
    assert visit("/landlord/meet/").status == 200


@pytest.mark.parametrize("width", [320, 1280])
def test_the_office(visit: Visit, world, at, width):
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.sign_in(officer("manager", at))
    record = f"/office/landlords/{world.landlord().reference}/"
    for url in ("/office/?whose=team", "/office/search/", "/office/search/?q=orchard", record):
        assert visit(url).status == 200


ROWS = "new Set([...document.querySelectorAll('#navigation > li')].map((line) => line.offsetTop)).size"


def test_the_menu_of_a_manager_is_one_row_and_the_rest_opens_by_the_keyboard(visit: Visit, world, at):
    visit.sign_in(officer("manager", at))
    visit("/office/search/")
    assert visit.page.evaluate(ROWS) == 1
    more, audit = visit.page.locator("summary", has_text="More"), visit.page.get_by_role("link", name="Audit")
    expect(audit).to_be_hidden()
    more.press("Enter")
    expect(audit).to_be_visible()
    assert visit.violations() == []
    visit.page.keyboard.press("Escape")
    expect(audit).to_be_hidden()
    expect(more).to_be_focused()
    more.press("Enter")
    audit.click()
    visit.page.wait_for_url("**/office/audit/")


def test_the_menu_of_a_manager_on_the_smallest_telephone(narrow_visit: Visit, world, at):
    narrow_visit.sign_in(officer("manager", at))
    narrow_visit("/office/search/")
    narrow_visit.page.get_by_role("button", name="Menu").click()
    narrow_visit.page.locator("summary", has_text="More").click()
    narrow_visit.look_over()
    narrow_visit.page.get_by_role("link", name="Rulebook").click()
    narrow_visit.page.wait_for_url("**/office/rulebook/")


def test_the_rest_of_the_menu_needs_no_script(plain_visit: Visit, world, at):
    plain_visit.sign_in(officer("manager", at))
    plain_visit("/office/search/")
    plain_visit.page.locator("summary", has_text="More").click()
    plain_visit.page.get_by_role("link", name="Outbox").click()
    plain_visit.page.wait_for_url("**/office/outbox/")


def test_the_slash_key_goes_to_the_box_and_a_reference_to_its_record(visit: Visit, world, at):
    visit.sign_in(officer("manager", at))
    visit("/office/")
    visit.page.keyboard.press("/")
    box = visit.page.get_by_role("searchbox")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    landlord = world.landlord()
    visit.page.keyboard.type(landlord.reference.lower())
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**/office/landlords/{landlord.reference}/")
    visit.look_over()
