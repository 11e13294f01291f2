"""Two tabs, two sendings: nothing that was answered is lost and nothing is sent twice."""

from datetime import datetime

import pytest
from django.test import Client

from core.accounts.models import User
from core.journeys.models import Draft
from tests.journeys import urls
from tests.journeys.browsing import begin, fill, page, shown, stored
from tests.journeys.caravan import MAINS, NAME, WHOLE
from tests.web.client import send
from tests.web.markup import one, soup

pytestmark = pytest.mark.usefixtures("small_site")


def test_sending_needs_the_version_that_was_checked(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    response = send(browser, page(draft, "check"), {})
    assert "Check your answers again" in one(soup(response.content), ".govuk-error-summary").get_text()
    assert urls.SENT == []


def test_answers_changed_in_another_tab_are_checked_again(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    fill(browser, page(draft, "name"), name="Windy Fields")
    response = send(browser, page(draft, "check"), {"seen": "1"})
    found = soup(response.content)
    assert response.status_code == 409
    assert "changed in another window" in found.get_text()
    assert "Windy Fields" in found.get_text()
    assert one(found, "main form input[name=seen]")["value"] == "2"
    assert urls.SENT == []
    assert fill(browser, page(draft, "check"))["Location"] == "/landlord/sites/"


def test_two_tabs_with_two_answers_are_laid_side_by_side(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS})
    url = page(draft, "name")
    first = one(shown(browser, url), "main form")
    hidden = {box["name"]: box["value"] for box in first.select("input[type=hidden]")}
    fill(browser, url, name="Windy Fields")
    response = browser.post(url, {**hidden, "name": "Foggy Fields"})
    found = soup(response.content)
    assert response.status_code == 409
    assert [dd.get_text(strip=True) for dd in found.select("dd.govuk-summary-list__value")] == [
        "Windy Fields",
        "Foggy Fields",
    ]
    assert stored(draft)["name"] == {"name": "Windy Fields"}
    assert one(found, "main form a")["href"] == page(draft, "pitches")
    form = one(found, "main form")
    again = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    assert browser.post(form["action"], again)["Location"] == page(draft, "pitches")
    assert stored(draft)["name"] == {"name": "Foggy Fields"}


def test_two_tabs_with_the_same_answer_or_on_other_pages_do_not_disturb(
    browser: Client, landlord: User, at: datetime
) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS})
    old = {box["name"]: box["value"] for box in shown(browser, page(draft, "name")).select("main input[type=hidden]")}
    fill(browser, page(draft, "pitches"), pitches="20")
    fill(browser, page(draft, "name"), name="Windy Fields")
    assert browser.post(page(draft, "name"), {**old, "name": "Windy Fields"}).status_code == 302
    assert stored(draft)["pitches"] == {"pitches": "20"}


def test_an_answer_sent_twice_is_one(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at)
    url = page(draft, "name")
    hidden = {box["name"]: box["value"] for box in shown(browser, url).select("main input[type=hidden]")}
    first, second = (browser.post(url, {**hidden, "name": "Sunny Fields"}) for _ in range(2))
    assert first["Location"] == second["Location"] == page(draft, "water")
    assert Draft.objects.get().version == 2


def test_sending_twice_sends_once(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    url = page(draft, "check")
    hidden = {box["name"]: box["value"] for box in shown(browser, url).select("main input[type=hidden]")}
    first = browser.post(url, hidden)
    assert first["Location"] == "/landlord/sites/"
    assert browser.post(url, hidden)["Location"] == "/landlord/sites/"
    assert len(urls.SENT) == 1
