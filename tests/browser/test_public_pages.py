"""The public pages as people meet them: at a desk, on the smallest telephone, by keyboard, without scripts."""

import gzip
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import expect

from tests.browser import public_pages
from tests.browser.visit import Visit
from tests.world import World

NOTICE = "/advice/notice-from-your-landlord/"

OUT_OF_ORDER = """
[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], [onclick]")]
  .filter((one) => one.tabIndex > 0 || (one.tabIndex < 0 && one.id !== "main-content" && !one.hidden))
  .map((one) => one.outerHTML)
"""

ROWS_OF_THE_MENU = """
[...new Set([...document.querySelectorAll(".govuk-service-navigation__item")]
  .map((one) => one.getBoundingClientRect().top))]
"""

LOADED = """
performance.getEntriesByType("resource").filter((each) => each.initiatorType !== "img").map((each) => each.name)
"""

pytestmark = pytest.mark.django_db(transaction=True)


LIGHT = 150_000
ONE_OF_EACH = ("/", NOTICE, "/for-landlords/", "/homes/?bedrooms=2&area=Dartford, DA1", "/search/?q=rent")


def packed(url: str) -> int:
    """The bytes of a style sheet or script as they travel: the static file server sends it packed."""
    path = finders.find(urlsplit(url).path.removeprefix(settings.STATIC_URL))
    assert isinstance(path, str), url
    return len(gzip.compress(Path(path).read_bytes()))


def test_every_page_at_a_desk(visit: Visit, at: datetime) -> None:
    """Clean by axe, light as it travels (without photographs), and walked by keyboard in the order of the page."""
    for url in public_pages.addresses(World(at)):
        response = visit(url)
        assert response.status == 200
        loaded = visit.page.evaluate(LOADED)
        assert len(loaded) >= 3
        assert len(response.body()) + sum(packed(each) for each in loaded) < LIGHT, url
        assert visit.page.evaluate(OUT_OF_ORDER) == [], url
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.className") == "govuk-skip-link", url
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("location.hash") == "#main-content", url


def test_every_page_fits_320_pixels(narrow_visit: Visit, at: datetime) -> None:
    """Axe looks at one page of each kind again, where the page is folded up."""
    for url in public_pages.addresses(World(at)):
        assert narrow_visit(url, axe=url in ONE_OF_EACH).status == 200


def test_every_page_beyond_the_first_fits_320_pixels(narrow_visit: Visit) -> None:
    """Each question of "tell us early", each answer of a tool, and each tool with an error on it, by axe too."""
    for name in public_pages.beyond_the_first(narrow_visit):
        assert narrow_visit.page.locator("h1").count() == 1, name
        narrow_visit.look_over()


def test_every_page_says_all_of_it_without_scripts(plain_visit: Visit, at: datetime) -> None:
    """No line of a page's own part, and no way to send a form, waits for a script."""
    for url in public_pages.addresses(World(at)):
        plain_visit(url)
        says_all(plain_visit, url)
    for name in public_pages.beyond_the_first(plain_visit):
        says_all(plain_visit, name)


def says_all(visit: Visit, name: str) -> None:
    assert len(visit.page.locator("main").inner_text()) > 60, name
    for form in visit.page.locator("main form").all():
        details = form.locator("xpath=ancestor::details")
        assert details.count() == 0 or details.first.get_attribute("open") is not None, name
        buttons = form.get_by_role("button")
        assert buttons.count() == 0 or buttons.first.is_visible(), name


def test_the_menu_is_one_row_at_a_desk(visit: Visit) -> None:
    for url in ("/", "/advice/", "/tell-us-early/", "/for-landlords/", "/homes/", "/refer-someone/", "/search/"):
        visit(url, axe=False)
        assert len(visit.page.evaluate(ROWS_OF_THE_MENU)) == 1, url


def test_on_paper_nothing_is_folded_away(visit: Visit) -> None:
    visit(NOTICE, axe=False)
    folded, help_with_reading = (
        visit.page.get_by_text(words)
        for words in ("Open every letter and keep it.", "Have this page read aloud, or in another language")
    )
    expect(folded).to_be_hidden()
    visit.page.emulate_media(media="print")
    expect(folded).to_be_visible()
    expect(visit.page.get_by_text("You have a letter from a court")).to_be_visible()
    expect(help_with_reading).to_be_hidden()


def test_a_home_is_found_on_a_small_telephone(narrow_visit: Visit, at: datetime) -> None:
    world = World(at)
    world.let()
    narrow_visit("/homes/")
    page = narrow_visit.page
    page.get_by_text("Choose what fits you").click()
    page.get_by_label("Size").select_option("2 bedrooms or more")
    page.get_by_label("No steps").check()
    page.get_by_role("button", name="Show homes").click()
    expect(page.get_by_text("1 to 1 of 1 homes")).to_be_visible()
    page.get_by_role("link", name="Take away: Size: 2 bedrooms or more").click()
    expect(page.locator(".lintel-chosen__one")).to_have_count(1)
    page.get_by_role("link", name="2-bedroom flat in Dartford, DA1").click()
    narrow_visit.look_over()
    expect(page.get_by_text("£995 a month")).to_be_visible()


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
