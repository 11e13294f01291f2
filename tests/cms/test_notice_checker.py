"""The notice checker for everyone: what it says, what it never says, and that it keeps nothing."""

import re
from datetime import date

import pytest
import textstat
from django.contrib.sessions.models import Session
from django.urls import reverse

from core.journeys import carried
from tests.cms.reading import lines, prose, sentences
from tests.cms.test_content import LONGEST_SENTENCE, MOST_READING_GRADE, NEVER, TOLERANCE
from tests.web.client import send
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db

URL = "/check-a-notice/"


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


SALE = {
    "reader": "tenant",
    "letting": "private",
    "paper": "form_3a",
    "grounds": ["1A"],
    "deposit": "none",
    **day("tenancy_began_on", date(2025, 11, 3)),
    **day("served_on", date(2026, 11, 2)),
    **day("specified_on", date(2027, 3, 2)),
}
MIXED = {
    "reader": "landlord",
    "letting": "private",
    "paper": "form_3a",
    "grounds": ["8", "14"],
    "rent": "900",
    "frequency": "monthly",
    "arrears": "2700",
    "only_unpaid_award": "680",
    "deposit": "held",
    "information_given": "no",
    **day("served_on", date(2026, 11, 23)),
    **day("specified_on", date(2026, 11, 24)),
}


def answer(client, **typed):
    response = send(client, URL, typed)
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    return one(soup(response.content), "#main-content")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def test_a_tenant_reads_what_a_sale_notice_means(client):
    said = words(answer(client, **SALE))
    assert "We found nothing wrong in what you told us" in said
    assert "From 5 January 2027 the law says we must help you" in said
    assert "until after 1 March 2028" in said
    assert "You do not have to be out by the date" in said
    assert "Housing Act 1988 section 16M" in said


def test_a_landlord_reads_what_may_be_wrong_and_whom_to_call_first(client):
    said = words(answer(client, **MIXED))
    assert "Something about this notice may be wrong" in said
    assert "£2,700.00 unpaid, less £680.00 that Universal Credit has not paid yet: £2,020.00." in said
    assert "Monday 7 December 2026, if only ground 7A or 14 is proved" in said
    assert "save on grounds 7A or 14" in said
    assert "Call us before you give a notice or go to court" in said


def test_knowing_nothing_is_an_answer_too(client):
    said = words(answer(client))
    assert "We need to know more to be sure" in said
    assert "You can ask us for help today, whatever the date says." in said


@pytest.mark.parametrize("typed", [{}, SALE, MIXED, {**SALE, "paper": "section_21"}, {"letting": "lodger"}])
def test_never_a_word_that_must_not_be_said(client, typed):
    said = words(answer(client, **typed))
    assert [phrase for phrase in NEVER if re.search(phrase, said, re.IGNORECASE)] == []
    assert re.search(r"\bwait\b|you (must|should) (leave|move)|no need to (call|ring)", said, re.IGNORECASE) is None


@pytest.mark.parametrize("typed", [SALE, MIXED])
def test_the_answer_is_plain(client, typed):
    part = answer(client, **typed)
    assert textstat.automated_readability_index(" ".join(prose(part))) <= MOST_READING_GRADE + TOLERANCE
    assert [each for each in sentences(part) if len(each.split()) > LONGEST_SENTENCE] == []


def test_the_title_says_that_it_is_the_answer(client):
    titles = [soup(client.get(URL).content).title, soup(send(client, URL, SALE).content).title]
    assert [title.get_text().partition(" – ")[0] for title in titles] == [
        "Check a notice",
        "Check a notice: your answer",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"rent": "-1", "grounds": ["8"]}, "The amount cannot be less than £0"),
        ({"arrears": "1e9", "grounds": ["8"]}, "Enter an amount in pounds"),
        ({"arrears": "100", "only_unpaid_award": "101", "grounds": ["8"]}, "This cannot be more than the rent"),
        (day("served_on", date(1, 1, 1)), "The date the notice was given: the year must have 4 numbers"),
        (day("specified_on", date(9999, 12, 31)), "must be 31 December 2100 or earlier"),
        ({**day("served_on", date(2026, 11, 2)), **day("tenancy_began_on", date(2026, 11, 3))}, "must have begun by"),
        ({"grounds": ["unknown"], "other_grounds": "<script>"}, "Write the numbers with commas"),
        ({"grounds": ["99"]}, "Select one of the answers"),
        ({"paper": "parchment"}, "Select one of the answers"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_the_rest_stays(client, typed, said):
    page = answer(client, letting="social", **typed)
    assert said in words(one(page, ".govuk-error-summary"))
    assert one(page, "input[name=letting][value=social]").has_attr("checked")
    assert "How we worked it out" not in words(page)


def test_nothing_is_kept(client):
    answer(client, **SALE)
    assert Session.objects.count() == 0
    assert "sessionid" not in client.cookies


def test_the_answers_come_along_only_when_the_reader_takes_them(client):
    response = send(client, URL, {**SALE, "take": "yes"})
    assert response["Location"] == reverse("households_public_tell")
    (taken,) = carried.held(client.session)
    assert taken.day("specified_on") == date(2027, 3, 2)
    assert (taken.source, taken.on) == ("notice", "2026-11-21")
    assert ("The date in the notice", "Tuesday 2 March 2027") in taken.rows
    assert ("Who is the home rented from?", "A private landlord or a letting agent") in taken.rows
    assert "Notice checker" in client.get(response["Location"]).content.decode()


def test_the_advice_and_the_offer_lead_here(client):
    for url in ("/advice/notice-from-your-landlord/", "/for-landlords/"):
        page = soup(client.get(url).content)
        assert page.select(f'#main-content a[href="{URL}"]'), url


def test_other_ground_numbers_are_read_too(client):
    said = lines(answer(client, **{**SALE, "grounds": ["unknown"], "other_grounds": "ground 4a and 16"}))
    assert {"Ground 4A", "Ground 16"} <= set(said)
