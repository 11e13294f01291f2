"""A page that asks for files keeps what was sent with the answer."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.accounts.models import User
from tests.journeys import caravan
from tests.journeys.browsing import begin, fill, page, shown, stored
from tests.journeys.caravan import MAINS, MANY, NAME
from tests.web.client import send
from tests.web.markup import one, soup

pytestmark = pytest.mark.usefixtures("small_site")


def plan(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"a plan")


def test_files_are_received_and_stay_with_the_answer(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS, **MANY})
    url = page(draft, "plan")
    assert one(shown(browser, url), "main form")["enctype"] == "multipart/form-data"
    assert one(shown(browser, url), "main button[name=again]").get_text() == "Save and add another"
    assert "Choose a file" in soup(fill(browser, url).content).get_text()
    assert fill(browser, url, file=plan("a.pdf"), again="")["Location"] == url
    assert fill(browser, url, file=plan("b.pdf"))["Location"] == page(draft, "check")
    assert fill(browser, url)["Location"] == page(draft, "check")
    assert stored(draft)["plan"] == {"plans": ["a.pdf", "b.pdf"]}
    assert [saved[1:] for saved in caravan.SAVED] == [(["a.pdf"], []), (["b.pdf"], [])]


def test_no_browser_can_name_a_file_that_is_not_its_own(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS, **MANY})
    url = page(draft, "plan")
    assert fill(browser, url, plans="someone-elses.pdf").status_code == 200
    fill(browser, url, file=plan("a.pdf"), plans=["someone-elses.pdf"])
    assert stored(draft)["plan"] == {"plans": ["a.pdf"]}


def test_a_file_that_is_refused_is_an_error_on_its_field(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS, **MANY})
    found = soup(fill(browser, page(draft, "plan"), file=plan("a.exe")).content)
    assert one(found, ".govuk-error-summary a")["href"] == "#id_file"
    assert "plan" not in stored(draft)


def test_a_file_can_be_taken_out(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS, **MANY, "plan": {"plans": ["a.pdf", "b.pdf"]}})
    url = page(draft, "plan")
    buttons = shown(browser, url).select("button[name=take_out]")
    assert [(button["value"], button.get_text()) for button in buttons] == [
        ("a.pdf", "Remove The plan a.pdf"),
        ("b.pdf", "Remove The plan b.pdf"),
    ]
    assert fill(browser, url, take_out="a.pdf")["Location"] == url
    assert stored(draft)["plan"] == {"plans": ["b.pdf"]}
    assert caravan.SAVED.pop() == (draft.reference, [], ["a.pdf"])
    fill(browser, url, take_out="b.pdf")
    assert browser.get(page(draft, "check"))["Location"] == url
    send(browser, url, {"take_out": "b.pdf", "seen": "old"})
    assert stored(draft)["plan"] == {"plans": []}
