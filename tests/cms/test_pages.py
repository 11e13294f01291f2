"""The public pages as anyone sees them."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText

from cms import figures
from cms.content import site
from cms.models import AdviceIndexPage, AdvicePage, HomePage
from core.access.actor import NOBODY
from deposits.selectors import schemes
from portal import navigation
from properties.services import lets
from tests.cms.reading import lines, main_of
from tests.cms.test_content import URLS
from tests.web.markup import one, soup
from tests.world import World

pytestmark = pytest.mark.django_db

NOTICE = "/advice/notice-from-your-landlord/"
SAFETY = "/advice/your-safety/"


@pytest.mark.parametrize("url", URLS)
def test_open_to_everyone_without_a_cookie(client: Client, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200
    assert not response.cookies
    page = soup(response.content)
    assert one(page, "link[rel=canonical]")["href"] == settings.SITE_URL + url
    assert one(page, "meta[name=description]")["content"]
    assert len(page.select("h1")) == 1
    assert settings.COUNCIL_TELEPHONE in one(page, ".lintel-tonight").get_text()


@pytest.mark.parametrize("url", URLS)
def test_a_page_weighs_little(client: Client, url: str) -> None:
    assert len(client.get(url).content) < 30_000


def test_the_home_page_has_three_ways_in(client: Client) -> None:
    ways = main_of(client, "/").select(".lintel-ways a")
    assert [way.get_text() for way in ways] == [
        "I need help with my home",
        "I am a landlord",
        "I am referring someone",
    ]
    assert [way["href"] for way in ways] == ["/advice/", "/for-landlords/", "/refer-someone/"]


def test_a_way_in_whose_page_is_taken_down_is_left_out(client: Client) -> None:
    HomePage.objects.get().landlord_page.unpublish()
    assert len(main_of(client, "/").select(".lintel-ways a")) == 2


@pytest.mark.parametrize("url", [f"/advice/{page.slug}/" for page in site.ADVICE])
def test_every_advice_page_says_what_each_must(client: Client, url: str) -> None:
    page = main_of(client, url)
    shown = "\n".join(lines(page))
    assert next(heading.get_text() for heading in page.select("h2")) == "What to do first"
    for words in (
        "What to do next",
        "Who can help",
        "England only",
        "Last checked on",
        "read aloud",
        "If you are unhappy",
    ):
        assert words in shown
    assert page.select(".lintel-contact")


def test_advice_on_a_notice_is_two_clicks_from_the_front_door(client: Client) -> None:
    first = [a["href"] for a in main_of(client, "/").select("a")]
    assert "/advice/" in first
    assert NOTICE in [a["href"] for a in main_of(client, "/advice/").select("a")]


def test_an_advice_page_says_all_that_one_must(client: Client) -> None:
    page = main_of(client, NOTICE)
    shown = "\n".join(lines(page))
    assert next(heading.get_text() for heading in page.select("h2")) == "What to do first"
    for words in (
        "What to do next",
        "Who can help",
        "If you are unhappy with our help",
        "England only",
        "Last checked on 21 November 2026",
        "read aloud",
        "another language",
        "Shelter",
        "Housing Act 1988",
    ):
        assert words in shown


def test_the_notice_page_states_the_law_of_the_day(client: Client) -> None:
    table = one(main_of(client, NOTICE), "table")
    rows = {one(row, "th").get_text(): one(row, "td").get_text() for row in table.select("tbody tr")}
    assert rows["They want to sell it (ground 1A)"] == "4 months"
    assert rows["They or their close family want to live in it (ground 1)"] == "4 months"
    assert rows["They plan big building work (ground 6)"] == "4 months"
    assert rows["You owe rent (grounds 8, 10 and 11)"] == "4 weeks"
    assert rows["You broke a rule of the tenancy (ground 12)"] == "2 weeks"
    assert rows["Trouble with neighbours, or a crime (grounds 7A and 14)"] == "None (see below)"


def test_the_page_about_abuse_has_a_way_out_and_leaves_no_trace(client: Client) -> None:
    response = client.get(SAFETY)
    page = soup(response.content)
    assert one(page, ".govuk-exit-this-page__button")["href"] == "https://www.bbc.co.uk/weather"
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "same-origin"
    for word in ("abuse", "violence", "afraid"):
        assert word not in one(page, "title").get_text().lower() + one(page, "h1").get_text().lower() + SAFETY
    assert page.select("main form, main input, main a[href^=mailto]") == []


@pytest.mark.parametrize("menu", ["public", "footer"])
def test_every_menu_line_leads_to_a_page(client: Client, menu: str) -> None:
    shown = [link.url for link in getattr(navigation.build(NOBODY, "/"), menu)]
    assert shown
    assert {url: client.get(url).status_code for url in shown} == dict.fromkeys(shown, 200)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_only_answer_reading(client: Client, method: str) -> None:
    assert getattr(client, method)(NOTICE).status_code == 405


@pytest.mark.parametrize(
    "url", ["/no-such-page/", "/advice/no-such-page/", "/documents/1/x.pdf", "/media/images/x.jpg"]
)
def test_what_does_not_exist_is_a_plain_404(client: Client, url: str) -> None:
    assert client.get(url).status_code == 404


def test_a_page_is_found_at_its_own_address_alone(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        page = soup(client.get(NOTICE).content)
    assert sum('"wagtailcore_page"' in each["sql"] for each in asked.captured_queries) == 2
    assert [link["href"] for link in page.select(".govuk-breadcrumbs a")] == ["/", "/advice/"]
    for elsewhere in ("/notice-from-your-landlord/", "/news/notice-from-your-landlord/", "/home/", f"{NOTICE}advice/"):
        assert client.get(elsewhere).status_code == 404
    AdviceIndexPage.objects.get().unpublish()
    assert client.get("/advice/").status_code == 404
    assert client.get(NOTICE).status_code == 200
    HomePage.objects.get().unpublish()
    assert [client.get(url).status_code for url in ("/", NOTICE)] == [404, 404]


def test_the_page_on_deposits_shows_the_scheme_of_today(client: Client, today) -> None:
    terms = schemes.terms_on(today)
    said = " ".join(lines(main_of(client, "/advice/deposits/")))
    assert f"It covers {terms.covers}." in said
    assert f"never more than {terms.cap.short}" in said
    assert f"It lasts {figures.months(terms.months)} from the start" in said


TOOLS = (
    "/calculators/help-with-rent/",
    "/calculators/left-after-rent/",
    "/check-a-notice/",
    "/homes/",
    "/tell-us-early/",
)


def told_to_search_engines(client: Client) -> list[str]:
    return sorted(re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap.xml").content.decode()))


def test_search_engines_get_a_list_of_pages_tools_and_homes(client: Client, at) -> None:
    world = World(at)
    let, unseen = world.let(), world.let(world.home(), published=False)
    home = f"/homes/{let.reference}/"
    assert told_to_search_engines(client) == sorted(settings.SITE_URL + url for url in [*URLS, *TOOLS, home])
    assert unseen.reference not in str(told_to_search_engines(client))
    lets.hold(ref=let.reference, seen=let.version, reason="A leak", actor=world.liaison, at=at)
    assert told_to_search_engines(client) == sorted(settings.SITE_URL + url for url in [*URLS, *TOOLS])


@pytest.mark.parametrize("url", TOOLS)
def test_what_search_engines_are_told_of_may_be_listed(client: Client, url: str) -> None:
    assert "X-Robots-Tag" not in client.get(url).headers


def test_robots_may_read_the_public_pages_only(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /office/\n" in text
    assert "Disallow: /\n" not in text
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text


def test_a_demonstration_is_kept_out_of_search_engines(client: Client, settings) -> None:
    settings.DEMONSTRATION_SIGN_IN = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(("checked_on", "shown"), [("2026-11-01", True), ("2026-08-01", False), (None, False)])
def test_anothers_number_shows_only_when_lately_checked(client: Client, checked_on: str | None, shown: bool) -> None:
    page = AdvicePage.objects.get(slug="notice-from-your-landlord")
    helper = {"name": "A helpline", "what": "Helps.", "telephone": "01632 960 777", "checked_on": checked_on}
    page.contacts = [("contact", page.contacts.stream_block.child_blocks["contact"].to_python(helper))]
    page.save_revision().publish()
    text = "\n".join(lines(main_of(client, NOTICE)))
    assert "A helpline" in text
    assert ("01632 960 777" in text) is shown


def test_the_contents_say_a_figure_as_its_heading_does_and_lead_to_each(client: Client) -> None:
    page = AdvicePage.objects.get(slug="notice-from-your-landlord")
    parts = ("How we help in [[days-of-help]] days", "Call [[council-telephone]]", "What to do next", "Money", "Money")
    page.body = [("text", RichText(f"<h2>{words}</h2><p>Words.</p>")) for words in parts]
    page.save_revision().publish()
    shown = soup(client.get(page.url).content)
    links = shown.select(".lintel-contents a")[: len(parts)]
    assert [link.get_text() for link in links[:2]] == ["How we help in 56 days", f"Call {settings.COUNCIL_TELEPHONE}"]
    assert [link.get_text() for link in links] == [one(shown, link["href"]).get_text() for link in links]
    ids = [tag["id"] for tag in shown.select("[id]")]
    assert len(ids) == len(set(ids))
