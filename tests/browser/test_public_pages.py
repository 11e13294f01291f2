"""The public pages as people meet them: at a desk, on the smallest telephone, by keyboard, without scripts."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.visit import Visit
from tests.cms.test_content import URLS

NOTICE = "/advice/notice-from-your-landlord/"

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_stands_up_to_axe_at_a_desk(visit: Visit) -> None:
    for url in URLS:
        assert visit(url).status == 200


def test_every_page_fits_320_pixels(narrow_visit: Visit) -> None:
    for url in URLS:
        assert narrow_visit(url).status == 200


def test_from_the_front_door_to_advice_on_a_notice(narrow_visit: Visit) -> None:
    narrow_visit("/")
    narrow_visit.page.get_by_role("link", name="I need help with my home").click()
    narrow_visit.page.get_by_role("link", name="A notice from your landlord").click()
    expect(narrow_visit.page.get_by_role("heading", level=1)).to_have_text("A notice from your landlord")
    expect(narrow_visit.page.get_by_role("heading", name="What to do first")).to_be_in_viewport()
    number = narrow_visit.page.locator(".lintel-first").get_by_role("link", name=settings.COUNCIL_TELEPHONE)
    expect(number).to_have_attribute("href", "tel:" + settings.COUNCIL_TELEPHONE.replace(" ", ""))


def test_everything_can_be_read_without_scripts(plain_visit: Visit) -> None:
    plain_visit(NOTICE)
    folded = plain_visit.page.get_by_text("The rules on this page may not cover you")
    expect(folded).to_be_hidden()
    plain_visit.page.get_by_text("You live with your landlord, or the home came with your job").click()
    expect(folded).to_be_visible()


def test_the_contents_lead_to_their_parts_by_keyboard(visit: Visit) -> None:
    visit(NOTICE)
    link = visit.page.locator(".lintel-contents").get_by_role("link", name="Your deposit")
    link.focus()
    link.press("Enter")
    expect(visit.page.get_by_role("heading", name="Your deposit")).to_be_in_viewport()


def test_three_presses_leave_a_page_about_abuse(visit: Visit) -> None:
    visit("/advice/your-safety/")
    gone: list[str] = []
    visit.page.route("https://www.bbc.co.uk/**", lambda route: (gone.append(route.request.url), route.fulfill(body="")))
    for _ in range(3):
        visit.page.keyboard.press("Shift")
    visit.page.wait_for_url("https://www.bbc.co.uk/**")
    assert gone
