from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.access.actor import Kind
from core.accounts import session as marks
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.journeys.models import Draft
from core.journeys.services import drafts
from tests.journeys import caravan, urls
from tests.journeys.caravan import CARAVANS, MAINS, MANY, NAME, WELL, WHOLE
from tests.web.client import person, send, sign_in
from tests.web.markup import one, soup


@pytest.fixture(autouse=True)
def _small_site(settings, db: None) -> None:
    settings.ROOT_URLCONF = "tests.journeys.urls"
    urls.SENT.clear()
    caravan.SAVED.clear()


@pytest.fixture
def landlord(at: datetime) -> User:
    return person(Kind.LANDLORD, at)


@pytest.fixture
def browser(client: Client, landlord: User) -> Client:
    return sign_in(client, landlord)


def begin(landlord: User, at: datetime, answers: dict | None = None) -> Draft:
    return drafts.open(kind=CARAVANS.name, actor=actor_of(landlord), at=at, answers=answers)


def page(draft: Draft, slug: str) -> str:
    return f"/landlord/sites/{draft.reference}/{slug}/"


def shown(browser: Client, url: str) -> BeautifulSoup:
    response = browser.get(url)
    assert response.status_code == 200, response
    return soup(response.content)


def fill(browser: Client, url: str, **answers) -> object:
    """Send the form as it stands on the page, with these answers."""
    form = shown(browser, url).select("main form")[0]
    hidden = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    return browser.post(url, {**hidden, **answers})


def stored(draft: Draft) -> dict:
    return Draft.objects.get(pk=draft.pk).answers


def test_one_question_a_page_from_the_first_to_the_end(browser: Client) -> None:
    url = browser.get("/landlord/sites/new/")["Location"]
    draft = Draft.objects.get()
    assert url == page(draft, "name")
    for answers, following in [
        ({"name": "Sunny Fields"}, "water"),
        ({"water": "well"}, "well"),
        (WELL["well"], "pitches"),
        ({"pitches": "20", "facilities": ["shop", "showers"]}, "check"),
    ]:
        response = fill(browser, url, **answers)
        url = response["Location"]
        assert url == page(draft, following)
    assert stored(draft)["pitches"] == {"pitches": "20", "facilities": ["shop", "showers"]}
    response = fill(browser, url)
    assert response["Location"] == "/landlord/sites/"
    assert urls.SENT[0]["pitches"]["pitches"] == 20
    assert not Draft.objects.exists()


def test_a_question_alone_is_the_heading_of_its_page(browser: Client, landlord: User, at: datetime) -> None:
    found = shown(browser, page(begin(landlord, at), "name"))
    assert one(found, "h1").get_text(strip=True) == "What is the site called?"
    assert one(found, "h1 label")
    assert one(found, ".govuk-back-link")["href"] == "/landlord/sites/"
    assert "saved as you go" in found.get_text()


def test_back_leads_to_the_question_before_on_the_path(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **WELL})
    for slug, before in [("water", "name"), ("well", "water"), ("pitches", "well")]:
        assert one(shown(browser, page(draft, slug)), ".govuk-back-link")["href"] == page(draft, before)
    mains = begin(landlord, at)
    Draft.objects.filter(pk=mains.pk).update(answers={**NAME, **MAINS})
    assert one(shown(browser, page(mains, "pitches")), ".govuk-back-link")["href"] == page(mains, "water")


def test_what_was_answered_is_there_again(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **WELL})
    assert one(shown(browser, page(draft, "name")), "#id_name")["value"] == "Sunny Fields"
    assert one(shown(browser, page(draft, "water")), "input[checked]")["value"] == "well"


def test_a_wrong_answer_is_explained_and_kept_on_screen(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS})
    response = fill(browser, page(draft, "pitches"), pitches="-3")
    found = soup(response.content)
    assert response.status_code == 200
    assert one(found, ".govuk-error-summary a")["href"] == "#id_pitches"
    assert one(found, "#id_pitches")["value"] == "-3"
    assert found.title.get_text().startswith("Error: ")
    assert "pitches" not in stored(draft)


@pytest.mark.parametrize("slug", ["well", "pitches", "plan", "check"])
def test_a_page_the_answers_do_not_lead_to_sends_on_to_the_open_question(
    browser: Client, landlord: User, at: datetime, slug: str
) -> None:
    draft = begin(landlord, at, NAME)
    assert browser.get(page(draft, slug))["Location"] == page(draft, "water")
    assert send(browser, page(draft, slug), {"pitches": "20"})["Location"] == page(draft, "water")
    assert stored(draft) == NAME


def test_a_page_that_does_not_apply_cannot_be_answered(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    assert send(browser, page(draft, "well"), WELL["well"])["Location"] == page(draft, "check")
    assert stored(draft) == WHOLE


def test_no_such_page_and_no_such_draft(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at)
    assert browser.get(page(draft, "colour")).status_code == 404
    assert browser.get("/landlord/sites/DR-2026-9999/name/").status_code == 404
    assert browser.get(f"/landlord/sites/{draft.reference}/elsewhere/").status_code == 404


def test_another_person_s_answers_are_not_found(client: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    other = sign_in(client, person(Kind.LANDLORD, at, email="other@example.com"))
    for slug in ("name", "check"):
        assert other.get(page(draft, slug)).status_code == 404
        assert send(other, page(draft, slug), {"name": "Mine now", "seen": "1"}).status_code == 404
    assert stored(draft) == WHOLE


def test_changing_a_finished_answer_leads_back_to_the_check(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    assert fill(browser, page(draft, "name"), name="Windy Fields")["Location"] == page(draft, "check")


def test_a_change_on_the_way_leads_back_to_where_it_was_left(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**NAME, **MAINS})
    assert fill(browser, page(draft, "name"), name="Windy Fields")["Location"] == page(draft, "pitches")


def test_a_change_that_opens_a_question_asks_it_first(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, WHOLE)
    assert fill(browser, page(draft, "water"), water="well")["Location"] == page(draft, "well")
    assert fill(browser, page(draft, "well"), **WELL["well"])["Location"] == page(draft, "check")


def test_the_check_page_shows_every_answer_with_its_way_back(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**WHOLE, **WELL})
    found = shown(browser, page(draft, "check"))
    rows = {
        row.dt.get_text(strip=True): (row.dd.get_text(" ", strip=True), row.a["href"])
        for row in found.select(".govuk-summary-list__row")
    }
    assert rows["What is the site called?"] == ("Sunny Fields", page(draft, "name"))
    assert rows["What is there?"] == ("A shop Showers", page(draft, "pitches"))
    assert rows["Anything to add"][0] == "Not given"
    assert len(rows) == 6
    assert "What is the site called?" in found.select(".govuk-summary-list__actions")[0].get_text()


def test_what_the_service_refuses_is_said_on_the_check_page(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, {**WHOLE, "name": {"name": "Taken"}})
    response = fill(browser, page(draft, "check"))
    assert "There is a site of this name already" in one(soup(response.content), ".govuk-error-summary").get_text()
    assert stored(draft)["name"] == {"name": "Taken"}
    assert urls.SENT == []


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


def test_the_answers_are_there_after_signing_in_again(browser: Client, landlord: User, at: datetime) -> None:
    draft = begin(landlord, at, NAME)
    del browser.cookies[django_settings.SESSION_COOKIE_NAME]
    response = browser.get(page(draft, "water"))
    assert response["Location"] == f"/account/login/?next={page(draft, 'water')}"
    sign_in(browser, landlord)
    assert one(shown(browser, page(draft, "name")), "#id_name")["value"] == "Sunny Fields"
    assert browser.get("/landlord/sites/new/")["Location"] == page(draft, "water")


def test_an_answer_sent_after_the_session_ended_is_kept_and_sent_again(
    browser: Client, landlord: User, at: datetime
) -> None:
    draft = begin(landlord, at, NAME)
    url = page(draft, "water")
    hidden = {box["name"]: box["value"] for box in shown(browser, url).select("main input[type=hidden]")}
    session = browser.session
    session[marks.USED_AT] = session[marks.USED_AT] - timedelta(days=30).total_seconds()
    session.save()
    assert browser.post(url, {**hidden, "water": "well"})["Location"] == f"/account/login/?next={url}"
    assert stored(draft) == NAME
    sign_in(browser, landlord)
    form = one(shown(browser, url), "main form")
    assert form["action"] == url
    waiting = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    assert waiting["water"] == "well"
    assert browser.post(url, waiting)["Location"] == page(draft, "well")
    assert stored(draft)["water"] == {"water": "well"}


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "\x00", "{{ 7|add:7 }}", "‮text", "a" * 41, "'\"><"])
def test_hostile_answers_are_refused_or_shown_as_text(
    browser: Client, landlord: User, at: datetime, hostile: str
) -> None:
    draft = begin(landlord, at, WHOLE)
    response = fill(browser, page(draft, "name"), name=hostile)
    assert response.status_code in (200, 302)
    for url in (page(draft, "name"), page(draft, "check")):
        html = browser.get(url).content.decode()
        assert "<script>alert" not in html
        assert "14" not in soup(html).main.get_text() or hostile != "{{ 7|add:7 }}"
