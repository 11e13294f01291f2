"""A table of the office on the smallest telephone: each row a card, and still a table to a screen reader."""

from datetime import datetime

import pytest
from playwright.sync_api import Page

from tests.browser.visit import Visit
from tests.web.client import officer
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def roles(page: Page) -> set[str]:
    """What the browser tells a screen reader of the whole page."""
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return {node["role"]["value"] for node in told["nodes"] if not node["ignored"]}


@pytest.mark.parametrize("address", ["/office/", "/office/landlords/", "/office/households/"])
def test_a_row_is_a_card_and_its_cells_keep_their_headings(narrow_visit: Visit, at: datetime, address: str) -> None:
    world = World(at)
    world.household()
    world.landlord(active=False)
    narrow_visit.sign_in(officer("manager", at))
    narrow_visit(address)
    page = narrow_visit.page
    assert roles(page) >= {"table", "row", "columnheader", "rowheader", "cell"}
    row = page.locator("tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    cell = row.locator("td[data-label]").first
    named = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert cell.get_attribute("data-label") in named
    wider = page.locator(".lintel-scroll").first.evaluate("box => box.scrollWidth - box.clientWidth")
    assert wider <= 0
