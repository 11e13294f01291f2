"""An editor changes a page, looks at it, asks for a second look; another publishes; a reader sees it."""

from datetime import datetime

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, expect

from cms.models import AdvicePage
from core.accounts.models import User
from tests.browser.visit import Visit
from tests.web.client import officer

pytestmark = pytest.mark.django_db(transaction=True)

SUMMARY = "A notice is not an order to leave. Read what it means and what we can do."


def editor(at: datetime, email: str) -> User:
    user = officer("content_editor", at, email=email)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def second_visit(chromium: Browser, live_server) -> Visit:
    with chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}) as context:
        yield Visit(context.new_page(), live_server.url)


def test_two_editors_publish_a_change(visit: Visit, second_visit: Visit, narrow_visit: Visit, at: datetime) -> None:
    page = AdvicePage.objects.get(slug="notice-from-your-landlord")
    narrow_visit(page.url)
    expect(narrow_visit.page.get_by_text(SUMMARY)).to_have_count(0)

    visit.sign_in(editor(at, "first.editor@example.com"))
    visit(f"/cms/pages/{page.pk}/edit/", axe=False)
    visit.page.get_by_role("textbox", name="Summary").fill(SUMMARY)
    visit.page.get_by_role("button", name="Toggle preview").click()
    preview = visit.page.frame_locator("#w-preview-iframe, iframe[title='Preview']").first
    expect(preview.get_by_text(SUMMARY)).to_be_visible(timeout=15_000)
    visit.page.get_by_role("button", name="Submit to Second look before publishing").click()
    visit.page.wait_for_load_state("networkidle")
    assert visit.said == []

    narrow_visit(page.url)
    expect(narrow_visit.page.get_by_text(SUMMARY)).to_have_count(0)

    second_visit.sign_in(editor(at, "second.editor@example.com"))
    second_visit(f"/cms/pages/{page.pk}/edit/", axe=False)
    second_visit.page.get_by_role("button", name="Approve and Publish").click()
    second_visit.page.wait_for_load_state("networkidle")

    narrow_visit(page.url)
    expect(narrow_visit.page.get_by_text(SUMMARY)).to_be_visible()
