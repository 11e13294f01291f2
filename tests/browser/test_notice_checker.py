"""The notice checker as people use it: on the smallest telephone, without scripts, and from a household's record."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit
from tests.cms.test_notice_checker import URL
from tests.web.client import officer
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("PICTURES")


def fill_date(visit: Visit, question: str, day: int, month: int, year: int) -> None:
    group = visit.page.get_by_role("group", name=question)
    for part, value in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(part).fill(str(value))


def show(visit: Visit, name: str) -> None:
    if visit.scripts:
        visit.look_over()
    if PICTURES:
        visit.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def check_a_sale(visit: Visit) -> None:
    visit(URL)
    show(visit, f"notice-{visit.scripts}")
    visit.page.get_by_label("A private landlord or a letting agent").check()
    visit.page.get_by_label("Form 3A", exact=True).check()
    visit.page.get_by_label("The landlord wants to sell the home").check()
    fill_date(visit, "When did the tenancy begin?", 3, 11, 2025)
    fill_date(visit, "When was the notice given?", 2, 11, 2026)
    fill_date(visit, "What is the date in the notice?", 1, 3, 2027)
    visit.page.get_by_role("button", name="Check the notice").click()
    expect(visit.page.locator("#answer")).to_have_text("Something about this notice may be wrong")
    expect(visit.page.locator("section").get_by_text("the earliest is Tuesday 2 March 2027").first).to_be_visible()
    show(visit, f"notice-answer-{visit.scripts}")
    assert visit.page.url.endswith(URL)


def test_on_the_smallest_telephone(narrow_visit: Visit) -> None:
    check_a_sale(narrow_visit)


def test_without_scripts(plain_visit: Visit) -> None:
    check_a_sale(plain_visit)


def test_an_officer_checks_what_they_typed_before_recording_it(visit: Visit, at: datetime) -> None:
    household = World(at).household()
    visit.sign_in(officer("housing", at))
    visit(f"/office/households/{household.reference}/notice/")
    visit.page.get_by_label("A section 8 notice", exact=True).check()
    visit.page.get_by_label("Grounds in the notice").fill("1A, 8, 16")
    visit.page.get_by_label("An assured tenancy of a private home").check()
    fill_date(visit, "The day the notice was given", 2, 11, 2026)
    fill_date(visit, "The date in the notice", 2, 3, 2027)
    show(visit, "notice-recording")
    with visit.page.context.expect_page() as opened:
        visit.page.get_by_role("button", name="Check it first").click()
    checker = Visit(opened.value, visit.home)
    expect(checker.page.locator("#answer")).to_have_text("Something may be wrong with it")
    expect(checker.page.get_by_text("These rules have no ground 16").first).to_be_visible()
    show(checker, "notice-office")
