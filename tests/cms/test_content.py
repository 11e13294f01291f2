"""The words that ship: plain, allowed, true to settings, and pointing at pages that exist."""

import json
import re
from dataclasses import asdict

import pytest
import textstat
from django.conf import settings
from django.test import Client

from cms import figures
from cms.content import credits, notice, site
from cms.rules import prose
from tests.cms.reading import lines, main_of, sentences
from tests.cms.reading import prose as prose_lines
from tests.web.markup import soup

pytestmark = pytest.mark.django_db

URLS = [
    "/",
    f"/{site.ADVICE_INDEX.slug}/",
    f"/{site.LANDLORDS.slug}/",
    *(f"/{page.slug}/" for page in site.STANDARD),
    *(f"/{site.ADVICE_INDEX.slug}/{page.slug}/" for page in site.ADVICE),
    f"/{site.NEWS_INDEX.slug}/",
    *(f"/{site.NEWS_INDEX.slug}/{page.slug}/" for page in site.NEWS),
]
PAGES = (*site.ADVICE, site.LANDLORDS, *site.STANDARD, *site.NEWS)
SHIPPED = {page.slug: json.dumps(asdict(page), default=str) for page in PAGES}

NEVER = (
    r"wait for the bailiffs",
    r"until the bailiffs",
    r"leave on (the|that) date",
    r"not a priority",
    r"no[- ]fault",
    r"intentionally homeless",
    r"made yourself homeless",
    r"we (promise|guarantee)\b",
    r"we will (house you|find you a home|give you a home|pay)",
    r"you will (get|have) (a|the) (home|bond|payment|grant)",
    r"bring your (papers|documents|proof)",
    r"(notice|it) is (invalid|not valid|not legal|unlawful)",
    r"invalid",
    r"you (are|will be) entitled",
    r"failure to comply",
    r"service users?\b",
    r"\bclients?\b",
    r"\bDSS\b",
    r"property unit",
    r"PRS provider",
    r"nominat",
)
NEVER_HERE = {
    "notice-from-your-landlord": (r"ignore", r"stay (in|put) until", r"your notice is wrong", r"two months.? notice"),
    "rent-arrears": (r"we (will|can) (clear|pay off)", r"on purpose", r"your fault", r"Breathing Space"),
    "rent-increase": (r"stop paying", r"you must (accept|agree|pay)", r"will (win|lower|cut)", r"usually (sets|lower)"),
    "repairs-and-damp": (
        r"withhold",
        r"stop paying (the|your)",
        r"we will (fine|prosecute)",
        r"is safe\b",
        r"\b(21|29) hazard",
    ),
    "finding-a-home": (
        r"hide",
        r"do not (say|tell|mention)",
        r"if you wait",
        r"right to rent",
        r"on the (list|register)",
    ),
    "deposits": (r"is your guarantor", r"damage is free", r"without (you|asking)", r"free deposit"),
    "benefits": (r"do not work", r"work (less|fewer)", r"you will get", r"send (us )?(proof|evidence)"),
    "your-safety": (
        r"police first",
        r"have you tried",
        r"refuge is at",
        r"injur",
        r"e-?mail (this|us|me)",
        r"press 55",
        r"\bprove\b",
    ),
    "your-housing-plan": (r"sign or", r"lose your help", r"failure to", r"you must", r"lesser duty"),
    "leaving-care": (r"back to your family", r"B&B", r"bed and breakfast", r"find a private", r"1 June 2026"),
    "for-landlords": (r"\bwe promise", r"guaranteed rent", r"£", r"risk[- ]free", r"no benefits", r"problem tenant"),
}
NIGHT = re.compile(r"any hour|day or night", re.IGNORECASE)
TELEPHONE = re.compile(r"\b0[\d ]{9,12}\b")
MOST_READING_GRADE = 6.0
TOLERANCE = 0.5
LONGEST_SENTENCE = 25


@pytest.mark.parametrize("slug", SHIPPED)
@pytest.mark.parametrize("phrase", NEVER)
def test_no_page_says_what_must_never_be_said(slug: str, phrase: str) -> None:
    found = re.search(phrase, SHIPPED[slug], re.IGNORECASE)
    assert found is None, found


@pytest.mark.parametrize(("slug", "phrase"), [(slug, phrase) for slug in NEVER_HERE for phrase in NEVER_HERE[slug]])
def test_no_page_says_what_must_never_be_said_there(slug: str, phrase: str) -> None:
    assert re.search(phrase, SHIPPED[slug], re.IGNORECASE) is None


@pytest.mark.parametrize("url", URLS)
def test_no_number_but_ours_is_shown_before_someone_has_rung_it(client: Client, url: str) -> None:
    found = {number.strip() for line in lines(main_of(client, url)) for number in TELEPHONE.findall(line)}
    assert found <= {settings.COUNCIL_TELEPHONE}


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_figure_asked_for_exists(slug: str) -> None:
    assert [name for name in prose.names(SHIPPED[slug]) if name not in figures.FIGURES] == []


@pytest.mark.parametrize("url", URLS)
def test_a_reader_sees_every_figure(client: Client, url: str) -> None:
    shown = "\n".join(lines(main_of(client, url)))
    assert "[[" not in shown
    assert figures.UNKNOWN not in shown


@pytest.mark.parametrize("url", URLS)
def test_reading_age_is_nine_to_eleven_at_most(client: Client, url: str) -> None:
    """The Automated Readability Index: grade 6 is read at 10 to 11. The licence text is not ours to simplify."""
    words = [line for line in prose_lines(main_of(client, url)) if line != credits.ATTRIBUTION]
    grade = textstat.automated_readability_index(" ".join(words))
    assert grade <= MOST_READING_GRADE + TOLERANCE


@pytest.mark.parametrize("url", URLS)
def test_no_sentence_is_long(client: Client, url: str) -> None:
    said = [s for s in sentences(main_of(client, url)) if s not in credits.ATTRIBUTION]
    assert [s for s in said if len(s.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("url", URLS)
def test_every_link_inside_the_site_leads_somewhere(client: Client, url: str) -> None:
    page = main_of(client, url)
    inside = {a["href"].split("#")[0] for a in page.select("a[href^='/']")}
    assert {client.get(target, follow=True).status_code for target in inside} <= {200}
    anchors = {a["href"][1:] for a in page.select("a[href^='#']")}
    assert anchors <= {tag["id"] for tag in page.select("[id]")}


@pytest.mark.parametrize(
    "typed",
    [r"three months’ rent", r"owe two months", r"31 March 2027", r"(same|two|five) working days?", r"\b01632\b", r"@"],
)
def test_what_a_setting_or_table_holds_is_not_typed(typed: str) -> None:
    assert [slug for slug, words in SHIPPED.items() if re.search(typed, words)] == []


def test_the_number_for_tonight_is_the_one_that_is_answered_at_any_hour(client: Client, settings) -> None:
    settings.COUNCIL_TELEPHONE_ANY_HOUR = "01632 960 999"
    for url in ("/", "/contact/", "/advice/leaving-care/", "/advice/your-safety/", "/tell-us-early/"):
        promises = [line for line in lines(soup(client.get(url).content).body) if NIGHT.search(line)]
        assert promises, url
        assert [line for line in promises if "01632 960 999" not in line] == [], url


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/contact/", (settings.COUNCIL_EMAIL, settings.COUNCIL_POSTAL_ADDRESS)),
        ("/complaints/", (settings.COUNCIL_EMAIL, settings.COUNCIL_POSTAL_ADDRESS)),
        (f"/advice/{notice.PAGE.slug}/", ("Use the notice checker", f"Send the photos to {settings.COUNCIL_EMAIL}")),
        ("/advice/rent-arrears/", ("Some County runs the fund here", "Get the facts sheet for direct payment")),
        ("/advice/benefits/", ("Some County runs the fund here", "Use the calculator")),
        ("/advice/rent-increase/", ("First-tier Tribunal (Property Chamber) website",)),
        ("/advice/your-housing-plan/", ("no smaller kind of help takes its place",)),
        ("/for-landlords/", ("A problem in a tenancy, to our first contact", "two working days")),
    ],
)
def test_each_step_can_be_carried_out(client: Client, settings, url: str, words: tuple[str, ...]) -> None:
    settings.RESILIENCE_FUND_RUN_BY = "Some County"
    said = "\n".join(lines(main_of(client, url)))
    assert [each for each in words if each not in said] == []


def test_the_page_for_care_leavers_does_not_say_that_unsigned_law_is_in_force() -> None:
    assert "no longer lets" not in SHIPPED["leaving-care"]
    assert "Ask us if it covers you" in SHIPPED["leaving-care"]


def test_credits_print_the_attribution_to_the_letter(client: Client) -> None:
    assert credits.ATTRIBUTION in lines(main_of(client, "/credits/"))


def test_the_cookies_page_names_the_cookies_we_set(client: Client) -> None:
    named = {row.split()[0] for row in lines(main_of(client, "/cookies/")) if row}
    assert {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"} <= named


@pytest.mark.parametrize("page", [*site.ADVICE, site.LANDLORDS, *site.STANDARD], ids=lambda page: page.slug)
def test_shipped_dates_make_sense(page: object, today) -> None:
    assert page.last_checked <= today < page.review_by
