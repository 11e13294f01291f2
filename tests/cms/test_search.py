"""A visitor asks in their own words and finds the page; what they typed is shown to them alone."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.models import AdvicePage
from cms.rules import asking
from tests.cms.reading import main_of
from tests.jobs import drain

pytestmark = pytest.mark.django_db


def found(question: str) -> list[str]:
    page = main_of(Client(), f"/search/?q={question}")
    return [link["href"] for link in page.select(".lintel-results a")]


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("I was evicted", "notice-from-your-landlord"),
        ("eviction", "notice-from-your-landlord"),
        ("section 21", "notice-from-your-landlord"),
        ("my landlord is kicking me out", "notice-from-your-landlord"),
        ("behind with rent", "rent-arrears"),
        ("cannot pay my rent", "rent-arrears"),
        ("rent rise", "rent-increase"),
        ("broken boiler", "repairs-and-damp"),
        ("mouldy bedroom", "repairs-and-damp"),
        ("domestic violence", "your-safety"),
        ("afraid of my partner", "your-safety"),
        ("bond", "deposits"),
        ("benefit cap", "benefits"),
        ("universal credit", "benefits"),
        ("personal housing plan", "your-housing-plan"),
        ("care leaver", "leaving-care"),
        ("looking for a flat", "finding-a-home"),
        ("evicted by my landlord", "notice-from-your-landlord"),
        ("threatened with eviction", "notice-from-your-landlord"),
    ],
)
def test_a_question_in_everyday_words_finds_the_page(question: str, slug: str) -> None:
    assert f"/advice/{slug}/" in found(question)[:3]


@pytest.mark.parametrize(
    "question",
    [
        "my boyfriend chokes me",
        "i am scared of my boyfriend",
        "scared to go home",
        "landlord threatened to kill me",
        "my landlord hits me",
        "landlord hit me",
        "i am afraid of my landlord",
        "my husband is violent",
        "beaten by my dad",
        "he beats me",
        "my ex hurts me",
        "he is hurting me and the kids",
        "my flatmate threatens me",
        "i was beaten up by my partner last night",
    ],
)
def test_someone_in_danger_finds_the_page_on_safety_first_and_their_words_stay(question: str) -> None:
    page = main_of(Client(), f"/search/?q={question}")
    assert page.select_one(".lintel-results a")["href"] == "/advice/your-safety/"
    assert "we looked for" not in page.get_text()


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("black mould", "repairs-and-damp"),
        ("univeral credit", "benefits"),
        ("domestic voilence", "your-safety"),
        ("houseing plan", "your-housing-plan"),
    ],
)
def test_pages_with_some_of_the_words_come_before_any_guess(question: str, slug: str) -> None:
    page = main_of(Client(), f"/search/?q={question}")
    assert f"/advice/{slug}/" in [link["href"] for link in page.select(".lintel-results a")][:3]
    assert "No page has all of these words" in page.get_text()
    assert "we looked for" not in page.get_text()


@pytest.mark.parametrize(
    ("question", "meant", "slug"),
    [
        ("evicton", "eviction", "notice-from-your-landlord"),
        ("my landlrod evcited me", "my landlord evicted me", "notice-from-your-landlord"),
        ("diposit", "deposit", "deposits"),
        ("voilence", "violence", "your-safety"),
    ],
)
def test_a_misspelt_question_finds_the_page_and_says_how_it_was_read(question: str, meant: str, slug: str) -> None:
    page = main_of(Client(), f"/search/?q={question}")
    assert f"No page has all of these words, so we looked for “{meant}”." in page.get_text()
    assert f"/advice/{slug}/" in [link["href"] for link in page.select(".lintel-results a")][:3]


def test_a_word_that_a_page_has_is_never_put_right() -> None:
    known = ["deposit", "deposits", "rent"]
    assert asking.meant("deposit of rents", known) == ""
    assert asking.meant("zebra", known) == ""
    assert asking.meant("depositt", known) in {"deposit", "deposits"}


@pytest.mark.parametrize(
    ("typed", "known"),
    [("scared", "care"), ("chokes", "cookies"), ("kill", "will"), ("withh", "with"), ("eviction", "conviction")],
)
def test_a_word_is_not_put_right_into_a_common_or_a_distant_one(typed: str, known: str) -> None:
    assert asking.meant(typed, [known]) == ""


def tools(question: str) -> list[str]:
    page = main_of(Client(), f"/search/?q={question}")
    return [link["href"] for link in page.select(".lintel-found-tools a")]


RENT_HELP, LEFT_OVER = "/calculators/help-with-rent/", "/calculators/left-after-rent/"


@pytest.mark.parametrize(
    ("question", "urls"),
    [
        ("calculator", [RENT_HELP, LEFT_OVER]),
        ("benefit cap calculator", [LEFT_OVER]),
        ("LHA calculator", [RENT_HELP]),
        ("how many bedrooms", [RENT_HELP]),
        ("check a notice", ["/check-a-notice/"]),
        ("notice checker", ["/check-a-notice/"]),
        ("homes to let", ["/homes/"]),
        ("flats to rent", ["/homes/"]),
        ("tell us early", ["/tell-us-early/"]),
        ("nowhere to sleep", ["/tell-us-early/"]),
        ("nowhere to stay", ["/tell-us-early/"]),
        ("bond certificate", ["/check-a-guarantee/"]),
        ("calculater", [RENT_HELP, LEFT_OVER]),
    ],
)
def test_plain_words_find_the_tool(question: str, urls: list[str]) -> None:
    assert tools(question) == urls


@pytest.mark.parametrize("question", ["broken boiler", "my landlord hits me", "scared to go home", "the", ""])
def test_a_tool_is_found_by_all_the_words_or_not_at_all(question: str) -> None:
    assert tools(question) == []


def test_a_tool_alone_is_an_answer() -> None:
    text = main_of(Client(), "/search/?q=calculator").get_text()
    assert "You can do this here" in text
    assert "we looked for" not in text
    assert "No page has any of these words" not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [("nowhere to sleep", True), ("homeless tonight", True), ("sleeping rough", True), ("sleepless", False)],
)
def test_whoever_has_no_bed_tonight_reads_the_number_first(question: str, told: bool, settings) -> None:
    settings.COUNCIL_TELEPHONE_ANY_HOUR = "01632 960 999"
    first = main_of(Client(), f"/search/?q={question}").select_one(".lintel-first")
    assert ("01632 960 999" in first.get_text() if first else False) is told


def test_a_landlord_finds_the_offer() -> None:
    assert found("let my property")[0] == "/for-landlords/"


def test_what_is_not_there_says_what_to_do() -> None:
    text = main_of(Client(), "/search/?q=zebra").get_text()
    assert "No page has any of these words" in text
    assert "Try fewer words" in text


@pytest.mark.parametrize(
    "question",
    ["", "   ", "the", "%00", "a" * 5000, "'\"*:^()-", "NOT AND OR NEAR(", "<script>zq7()</script>", "\u202e🏠"],
)
def test_any_question_is_answered(question: str) -> None:
    response = Client().get("/search/", {"q": question})
    assert response.status_code == 200
    assert b"<script>zq7" not in response.content


def test_only_published_pages_are_found() -> None:
    page = AdvicePage.objects.get(slug="rent-arrears")
    page.other_words = "aardvark"
    page.save_revision()
    drain()
    assert found("aardvark") == []
    page.save_revision().publish()
    drain()
    assert found("aardvark") == [page.url]
    page.unpublish()
    drain()
    assert found("aardvark") == []


def test_a_search_costs_the_same_for_one_result_and_for_many() -> None:
    Client().get("/search/?q=rent")
    with CaptureQueriesContext(connection) as queries:
        many = found("rent")
    assert len(many) > 8
    assert len(queries) <= 12


@pytest.mark.parametrize(
    ("typed", "stems"),
    [
        ("I was evicted", ["evict"]),
        ("my landlord’s notices", ["landlord", "notic"]),
        ("the the the", ["the"]),
        ("rent RENT rents", ["rent"]),
        (
            "one two three four five six seven eight nine ten",
            ["one", "two", "thre", "four", "five", "six", "seven", "eight"],
        ),
    ],
)
def test_stems(typed: str, stems: list[str]) -> None:
    assert asking.stems(typed) == stems


def test_tidy() -> None:
    assert asking.tidy(" a\x00b\u202e \n c ") == "a b c"
    assert len(asking.tidy("x" * 10_000)) == asking.LONGEST
