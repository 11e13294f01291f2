"""An editor makes an advice page unaided and asks for a second look; another publishes it; a reader finds it."""

import re
from datetime import datetime

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, Page, expect

from cms.models import AdviceIndexPage, AdvicePage
from core.accounts.models import User
from tests.browser.visit import Visit
from tests.web.client import officer

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "Sharing a home with a lodger"
SUMMARY = "A lodger lives in your home with you. Read what you both may ask for, before you agree."


def editor(at: datetime, email: str) -> User:
    user = officer("content_editor", at, email=email)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def second_visit(chromium: Browser, live_server) -> Visit:
    with chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}) as context:
        yield Visit(context.new_page(), live_server.url)


def write(page: Page, field: str, words: str) -> None:
    """Type into one of the editor's rich text fields, at its end."""
    box = page.locator(f"[data-contentpath={field}] [role=textbox]").first
    box.scroll_into_view_if_needed()
    box.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    kept(page, field, words)


def kept(page: Page, field: str, words: str) -> None:
    """Wait until the editor has put what was typed into the form, which it does a moment later."""
    held = page.locator(f'input[name="{"body-0-value" if field == "body" else field}"]')
    expect(held).to_have_value(re.compile(re.escape(words.split("[[")[0])))


def write_below(page: Page, heading: str, words: str) -> None:
    """Type into the empty line under one of the headings a new page starts with."""
    page.locator("[data-contentpath=body]").get_by_role("heading", name=heading, exact=True).click()
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    page.keyboard.type(words)
    kept(page, "body", words)


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit to Second look before publishing").click()


def fill_in(page: Page) -> None:
    """What an editor types first: every box, and words under one heading of three."""
    page.get_by_role("textbox", name="Title").fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill(SUMMARY)
    page.get_by_role("textbox", name="Who is this page for?").fill("For people who take in a lodger, and for lodgers.")
    write(page, "first_step", "Agree on the rent in writing. Call us on [[council-telephone]] if you are not sure.")
    write(page, "body", "You share the kitchen and the bathroom.")
    expect(page.get_by_text("[[council-telephone]]", exact=True)).to_have_count(1)
    write(page, "next_steps", "Write down what you agreed.")
    page.get_by_label("Last checked").fill("2026-11-21")
    page.get_by_label("Review by").fill("2027-05-21")
    page.get_by_role("textbox", name="Title").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)


def finish(page: Page) -> None:
    """What was missing is said, and written."""
    submit(page)
    expect(page.get_by_text("Nothing stands below: What this means for you, What you can do.").first).to_be_visible()
    expect(page.get_by_text("add at least one contact").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    write_below(page, "What this means for you", "You both have rights.")
    write_below(page, "What you can do", "Agree on the rent first.")
    page.locator("[data-contentpath=contacts]").get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("textbox", name="Name*").fill("Shelter")
    page.get_by_role("textbox", name="What*").fill("Free advice on housing.")
    submit(page)
    expect(page.get_by_text("submitted for moderation")).to_be_visible(timeout=20_000)


def test_an_editor_makes_a_page_and_another_publishes_it(
    visit: Visit, second_visit: Visit, narrow_visit: Visit, at: datetime
) -> None:
    index = AdviceIndexPage.objects.get()
    visit.sign_in(editor(at, "first.editor@example.com"))
    visit(f"/cms/pages/add/cms/advicepage/{index.pk}/", axe=False)
    page = visit.page
    fill_in(page)
    finish(page)
    assert visit.said == []

    made = AdvicePage.objects.get(title=TITLE)
    assert narrow_visit(f"/advice/{made.slug}/").status == 404

    second_visit.sign_in(editor(at, "second.editor@example.com"))
    second_visit(f"/cms/pages/{made.pk}/edit/", axe=False)
    second_visit.page.get_by_role("button", name="Toggle preview").click()
    preview = second_visit.page.frame_locator("#w-preview-iframe, iframe[title='Preview']").first
    expect(preview.get_by_text(SUMMARY)).to_be_visible(timeout=15_000)
    second_visit.page.get_by_role("button", name="Approve and Publish").click()
    expect(second_visit.page.get_by_text("has been updated")).to_be_visible(timeout=20_000)

    narrow_visit("/advice/")
    narrow_visit.page.get_by_role("link", name=TITLE).click()
    narrow_visit.look_over()
    expect(narrow_visit.page.get_by_role("heading", name="What to do first")).to_be_visible()
    expect(narrow_visit.page.get_by_text("You share the kitchen and the bathroom.")).to_be_visible()
