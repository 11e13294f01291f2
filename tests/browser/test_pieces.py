"""Every layout and every small piece, as a person with a browser meets them."""

import gzip
from datetime import datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from core.access.actor import Kind
from tests.browser.visit import Visit
from tests.web.client import person

PAGES = (
    "/pieces/public/",
    "/pieces/landlord/?strip=1",
    "/pieces/resident/?strip=2",
    "/pieces/partner/",
    "/pieces/office/",
    "/list/",
    "/question/",
    "/question/?wrong=1",
    "/account/login/",
    "/account/signup/",
    "/errors/400/",
    "/errors/403/",
    "/errors/404/",
    "/errors/409/",
    "/errors/500/",
)
NARROW = ("/pieces/public/", "/pieces/office/", "/list/", "/question/?wrong=1")
MOST_WEIGHT = 150_000


@pytest.fixture(autouse=True)
def _small_site(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.showcase.urls"
    settings.DEMONSTRATION_SIGN_IN = True
    settings.PUBLIC_URL_NAMES |= {"workspaces_landlord_home", "workspaces_office_search", "question", "error"}


def test_every_page_stands_up_to_axe_at_a_desk(visit: Visit) -> None:
    for address in PAGES:
        visit(address)


def test_every_page_fits_320_pixels(narrow_visit: Visit) -> None:
    for address in PAGES:
        narrow_visit(address, axe=address in NARROW)


def test_nothing_needs_javascript_to_be_seen(plain_visit: Visit) -> None:
    plain_visit("/question/")
    expect(plain_visit.page.locator("#id_telephone")).to_be_visible()
    plain_visit("/pieces/landlord/")
    expect(plain_visit.page.get_by_role("heading", level=1).first).to_be_visible()


def test_a_field_opens_under_its_answer(visit: Visit) -> None:
    visit("/question/")
    telephone = visit.page.locator("#id_telephone")
    expect(telephone).to_be_hidden()
    visit.page.get_by_label("Telephone", exact=True).check()
    expect(telephone).to_be_visible()
    visit.page.get_by_label("Letter").check()
    expect(telephone).to_be_hidden()


def test_an_error_leads_to_its_box(visit: Visit) -> None:
    visit("/question/?wrong=1")
    expect(visit.page.locator(".govuk-error-summary")).to_be_focused()
    visit.page.get_by_role("link", name="Date of birth must include a year").click()
    expect(visit.page.locator("#id_born-year")).to_be_focused()
    visit.page.get_by_role("link", name="Tick the box to go on").click()
    expect(visit.page.locator("#id_agree")).to_be_focused()


def test_the_keyboard_alone(visit: Visit) -> None:
    visit("/question/")
    visit.page.locator("body").press("Tab")
    skip = visit.page.locator(".govuk-skip-link")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    skip.press("Enter")
    expect(visit.page.locator("#main-content")).to_be_focused()


def test_a_stroke_puts_the_office_into_its_search_box(visit: Visit, at: datetime) -> None:
    visit.sign_in(person(Kind.OFFICER, at))
    visit("/list/")
    search = visit.page.locator("#search")
    visit.page.locator("body").press("/")
    expect(search).to_be_focused()
    search.press("/")
    expect(search).to_have_value("/")


@pytest.mark.parametrize("address", ["/pieces/public/", "/pieces/landlord/", "/pieces/resident/"])
def test_pages_outside_the_office_are_light(visit: Visit, address: str) -> None:
    weights: dict[str, int] = {}

    def weigh(response) -> None:
        weights[urlsplit(response.url).path] = len(gzip.compress(response.body()))

    visit.page.on("response", weigh)
    visit(address)
    assert any(path.endswith("site.css") for path in weights)
    assert sum(weights.values()) < MOST_WEIGHT


def contrast(page, inside: str, outside: str) -> float:
    """WCAG contrast of two CSS colours as the browser resolves them."""
    return page.evaluate(
        """([one, other]) => {
            const shade = (colour) => {
                const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map((c) => c / 255)
                    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
            };
            const [a, b] = [shade(one), shade(other)];
            return Math.max(a, b) / Math.min(a, b);
        }""",
        [inside, outside],
    )


@pytest.mark.parametrize(
    "selector", [".lintel-header__link", ".govuk-button", "main .govuk-link", ".lintel-footer__link"]
)
def test_focus_can_be_seen(visit: Visit, selector: str) -> None:
    visit("/pieces/landlord/")
    target = visit.page.locator(selector).first

    def found(name: str) -> str:
        return target.evaluate(f"(element) => getComputedStyle(element).{name}")

    before = found("backgroundColor")
    target.focus()
    expect(target).to_be_focused()
    visit.page.wait_for_timeout(50)
    after = found("backgroundColor")
    assert after != before
    assert contrast(visit.page, found("color"), after) >= 4.5
