from datetime import datetime, timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client

from core.access.actor import Kind
from core.accounts import session as marks
from core.accounts.models import User
from core.journeys.models import Draft
from tests.journeys import urls
from tests.journeys.browsing import begin, fill, page, shown, stored
from tests.journeys.caravan import MAINS, NAME, WELL, WHOLE
from tests.web.client import person, send, sign_in
from tests.web.markup import one, soup

pytestmark = pytest.mark.usefixtures("small_site")


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
