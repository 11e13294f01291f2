"""Figures by name: what they say on a day, and that a page reads the rulebook once."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms import figures
from cms.book import Book, Shelf
from core.access.actor import Actor, Kind
from core.audit import services as audit
from core.rulebook.models import ArrearsLevel, LhaRate
from core.rulebook.rules.regime import Regime
from deposits.models import Scheme
from deposits.rules.terms import Terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(today: date) -> Book:
    return Book(today)


@pytest.mark.parametrize("name", figures.FIGURES)
def test_every_figure_is_known_today(name: str, book: Book) -> None:
    assert figures.FIGURES[name].words(book) != figures.UNKNOWN


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("notice-to-sell", "4 months"),
        ("notice-to-move-in", "4 months"),
        ("notice-for-works", "4 months"),
        ("notice-for-arrears", "4 weeks"),
        ("notice-for-breach", "2 weeks"),
        ("notice-for-behaviour", "None"),
        ("least-tenancy-to-sell", "one year"),
        ("days-of-help", "56"),
        ("deposit-weeks", "five"),
        ("deposit-weeks-high", "six"),
        ("deposit-high-rent", "£50,000"),
        ("benefit-cap-family", "£1,835.00"),
        ("benefit-cap-single", "£1,229.42"),
        ("benefit-cap-earnings", "£881"),
        ("lha-area", "North West Kent"),
        ("lha-until", "31 March 2027"),
        ("arrears-court-must-act", "three months’ rent (13 weeks’ if you pay by the week)"),
        ("arrears-direct-payment", "two months’ rent"),
        ("contact-red", "the same day"),
        ("contact-amber", "two working days"),
        ("contact-green", "five working days"),
    ],
)
def test_what_a_figure_says(name: str, words: str, book: Book) -> None:
    assert figures.FIGURES[name].words(book) == words


def test_what_is_owed_follows_the_rulebook(book: Book) -> None:
    """Both regimes have a ground 8: a page for private renters shows theirs."""
    ArrearsLevel.objects.filter(key="ground_8", regime=Regime.PRIVATE).update(months=2, weeks=8)
    ArrearsLevel.objects.filter(key="two_months", regime=Regime.PRIVATE).update(months=1)
    said = [figures.FIGURES[f"arrears-{name}"].words(book) for name in ("court-must-act", "direct-payment")]
    assert said == ["two months’ rent (eight weeks’ if you pay by the week)", "one month’s rent"]


def test_an_allowance_without_an_end_has_no_last_day(book: Book) -> None:
    LhaRate.objects.on(book.on).update(valid_to=None)
    assert figures.FIGURES["lha-until"].words(book) == figures.UNKNOWN


@pytest.mark.parametrize("pair", [("10", "8"), ("11", "8"), ("14", "7A")])
def test_grounds_shown_together_have_the_same_notice(pair: tuple[str, str], book: Book) -> None:
    one, other = (book.ground(number) for number in pair)
    assert (one.notice_number, one.notice_unit) == (other.notice_number, other.notice_unit)


def test_before_the_new_law_its_figures_are_not_known(caplog) -> None:
    old = Book(date(2026, 4, 30))
    assert figures.FIGURES["notice-to-sell"].words(old) == figures.UNKNOWN
    assert figures.FIGURES["council-name"].words(old) != figures.UNKNOWN
    assert "no figure for a public page" in caplog.text


def test_a_page_reads_each_table_once(today: date) -> None:
    shelf = Shelf()
    with CaptureQueriesContext(connection) as queries:
        for name in ("notice-to-sell", "notice-for-arrears", "least-tenancy-to-sell", "lha-one", "lha-two"):
            figures.FIGURES[name].words(shelf.on(today))
    assert len(queries) == 3


@pytest.mark.parametrize(
    ("number", "words"),
    [(6, "6 months"), (12, "one year"), (24, "two years"), (18, "18 months"), (120, "ten years"), (132, "11 years")],
)
def test_months_in_words(number: int, words: str) -> None:
    assert figures.months(number) == words


def test_the_guarantee_is_said_as_its_terms_stand_that_day(today: date) -> None:
    words = {name: figures.FIGURES[name].words(Book(today)) for name in figures.FIGURES if name.startswith("guarantee")}
    assert words == {
        "guarantee-weeks": "five",
        "guarantee-cap": "£3,000",
        "guarantee-months": "one year",
        "guarantee-covers": "rent arrears and damage",
        "guarantee-claim-days": "28",
        "guarantee-decision-days": "five working days",
    }
    newer = Terms.from_data({**Book(today).terms.as_data(), "weeks": 6, "cap": 360_000, "covers_damage": False})
    scheme = Scheme.objects.get(slug="deposit-guarantee")
    scheme.versions.create(number=2, valid_from=today + timedelta(days=1), terms_data=newer.as_data(), source="A test")
    tomorrow = Book(today + timedelta(days=1))
    assert figures.FIGURES["guarantee-weeks"].words(Book(today)) == "five"
    assert figures.FIGURES["guarantee-weeks"].words(tomorrow) == "six"
    assert figures.FIGURES["guarantee-cap"].words(tomorrow) == "£3,600"
    assert figures.FIGURES["guarantee-covers"].words(tomorrow) == "rent arrears"


def test_our_response_times_come_from_what_was_recorded(at, today: date) -> None:
    assert figures.FIGURES["answer-home"].words(Book(today)) == "Too few to say yet"
    nobody = Actor(kind=Kind.SYSTEM, name="A test")
    for number, hours in enumerate((1, 24, 24, 48, 120)):
        for action, when in (("home.submit", at - timedelta(days=11)), ("home.accept", None)):
            moment = when or at - timedelta(days=11) + timedelta(hours=hours)
            audit.record(actor=nobody, action=action, subject=("home", f"HM-{number}"), at=moment)
    for number in range(5):
        for action, hours in (("receive", 0), ("try_contact", 3), ("contact", 24), ("reach", 96)):
            moment, subject = at - timedelta(days=12) + timedelta(hours=hours), ("problem_report", f"PR-{number}")
            audit.record(actor=nobody, action=f"problem_report.{action}", subject=subject, at=moment)
    with CaptureQueriesContext(connection) as queries:
        book = Book(today)
        names = ("home", "problem", "registration", "guarantee")
        told = [figures.FIGURES[f"answer-{name}"].words(book) for name in names]
    assert told == [
        "One working day for half, three working days for 9 in 10",
        "One working day for 9 in 10",
        *["Too few to say yet"] * 2,
    ]
    assert len(queries) == 1
