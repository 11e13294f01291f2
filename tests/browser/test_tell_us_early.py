"""From the front door to advice, a calculator and telling us, on the smallest telephone."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from households.models import Household
from tests.browser.test_notice_checker import fill_date
from tests.browser.visit import Visit
from tests.web.client import officer

pytestmark = pytest.mark.django_db(transaction=True)

PROMISED = "Wednesday 25 November 2026"


def follow(visit: Visit, *links: str) -> None:
    for name in links:
        visit.page.get_by_role("link", name=name, exact=True).first.click()


def press(visit: Visit, button: str = "Continue", *, axe: bool = False) -> None:
    visit.page.get_by_role("button", name=button, exact=True).click()
    visit.look_over(axe=axe)


def tick(visit: Visit, *labels: str) -> None:
    for label in labels:
        visit.page.get_by_label(label, exact=True).check()
    press(visit)


def test_three_clicks_to_a_calculator_and_on_to_telling_us(narrow_visit: Visit) -> None:
    page = narrow_visit.page
    narrow_visit("/")
    follow(narrow_visit, "I need help with my home", "Benefits and your rent", "Work out help with your rent")
    narrow_visit.look_over()
    page.get_by_label("Area", exact=True).select_option("NORTH_WEST_KENT")
    page.get_by_label("How old are you?").fill("30")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("How old are the girls under 16?").fill("6")
    press(narrow_visit, "Work it out", axe=True)
    expect(page.locator(".lintel-first")).to_contain_text("£995.00 a month")
    press(narrow_visit, "Tell us early, and send this too", axe=True)
    press(narrow_visit, "Start", axe=True)
    by_keyboard(narrow_visit)
    page.get_by_label("What should we call you?").fill("Ama")
    press(narrow_visit)
    tick(narrow_visit, "I owe rent, or soon will")
    tick(narrow_visit, "Later than that")
    tick(narrow_visit, "Just me")
    press(narrow_visit)
    tick(narrow_visit, "In a home I rent or own")
    press(narrow_visit)
    expect(page.get_by_text("Help with your rent", exact=True)).to_be_visible()
    press(narrow_visit, "Send to the housing team", axe=True)
    expect(page.get_by_text(PROMISED)).to_be_visible()
    household = Household.objects.get()
    expect(page.get_by_text(household.reference)).to_be_visible()
    assert household.told.brought[0]["title"] == "Help with your rent"


def by_keyboard(visit: Visit) -> None:
    """How it is safe to contact them, without a mouse: the last box, and on."""
    boxes = visit.page.locator("input[type=checkbox]")
    boxes.first.focus()
    for _ in range(boxes.count() - 1):
        visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Space")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_label("Is there someone else we may contact for you?")).to_be_visible()
    press(visit)


def by_telephone(visit: Visit) -> None:
    """Ring them, in the evenings."""
    tick(visit, "Ring me")
    visit.page.get_by_label("What number is safe?").fill("01632 960222")
    press(visit)
    tick(visit, "Evenings")
    expect(visit.page.get_by_label("Would you like a code word?")).to_be_visible()
    press(visit)


def test_three_clicks_to_advice_then_a_notice_is_checked_and_we_are_told_of_it(
    narrow_visit: Visit, visit: Visit, at: datetime
) -> None:
    """Each click is counted: three to the advice, one more to the checker. Then on to the receipt, and to triage."""
    page = narrow_visit.page
    narrow_visit("/")
    clicks = 0
    for name in ("I need help with my home", "A notice from your landlord"):
        follow(narrow_visit, name)
        clicks += 1
    expect(page.get_by_role("heading", level=1)).to_have_text("A notice from your landlord")
    assert clicks <= 3
    follow(narrow_visit, "check your notice here")
    clicks += 1
    narrow_visit.look_over()
    assert clicks <= 4
    page.get_by_label("A private landlord or a letting agent").check()
    page.get_by_label("Form 3A", exact=True).check()
    page.get_by_label("The landlord wants to sell the home").check()
    for question, day, month, year in (
        ("When did the tenancy begin?", 3, 11, 2025),
        ("When was the notice given?", 2, 11, 2026),
        ("What is the date in the notice?", 1, 3, 2027),
    ):
        fill_date(narrow_visit, question, day, month, year)
    press(narrow_visit, "Check the notice", axe=True)
    press(narrow_visit, "Tell us early, with these answers", axe=True)
    tell_of_notice(narrow_visit)
    household = Household.objects.get()
    expect(page.locator(".govuk-panel")).to_contain_text(household.reference)
    expect(page.get_by_text(PROMISED)).to_be_visible()
    waits_in_triage(visit, household, at)


def tell_of_notice(visit: Visit) -> None:
    """From the start to the receipt: the answers of the checker go along."""
    page = visit.page
    press(visit, "Start", axe=True)
    by_telephone(visit)
    page.get_by_label("What should we call you?").fill("Ama")
    press(visit)
    tick(visit, "My landlord has given me a notice, or says they will")
    tick(visit, "Later than that")
    fill_date(visit, "What date does the notice give?", 1, 3, 2027)
    press(visit)
    tick(visit, "Just me")
    press(visit)
    tick(visit, "In a home I rent or own")
    press(visit)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    expect(page.get_by_text("Notice checker", exact=True)).to_be_visible()
    press(visit, "Send to the housing team", axe=True)


def waits_in_triage(visit: Visit, household: Household, at: datetime) -> None:
    """An officer at the front door finds it in the list of the day, by the promised day, with the notice as checked."""
    page = visit.page
    visit.sign_in(officer("triage", at))
    visit("/office/")
    waiting = page.locator("tbody tr", has_text=household.reference)
    expect(waiting).to_have_count(1)
    expect(waiting).to_contain_text("25 Nov 2026")
    waiting.get_by_role("link", name=household.reference).click()
    visit.look_over()
    main = page.locator("main")
    expect(main).to_contain_text("Ama")
    expect(main).to_contain_text("Notice checker")
    expect(main).to_contain_text("1 March 2027")
    expect(main).to_contain_text("Ring: evenings")
    expect(main.get_by_role("button", name="Take this up")).to_be_visible()
