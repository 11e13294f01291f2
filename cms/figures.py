"""Figures that pages ask for by name, so that nobody types one: read from settings and the rulebook on the day.

What the law fixes and no table holds (such as the 12 months after a ground 1A notice) stands here with its source.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cms.book import Book
from core.dates import Period
from core.money import Money
from core.rulebook.rules.notices import timing
from core.ui.templatetags.ui import dial, mail_to
from workspaces.rules.response_times import Question, Times

logger = logging.getLogger(__name__)

UNKNOWN = "(call us for this figure)"
ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Figure:
    """`label` is what an editor chooses by, `source` where a reader could look it up.

    `read` gives its words from a day's book and raises LookupError when nothing is known for that day. `link` makes
    it a link, from its words.
    """

    label: str
    source: str
    read: Callable[[Book], str]
    link: Callable[[str], str] | None = None

    def words(self, book: Book) -> str:
        """The figure as a reader sees it; a plain "call us" when it is not known, never a broken page."""
        try:
            return self.read(book)
        except LookupError:
            logger.warning("no figure for a public page", extra={"figure": self.label})
            return UNKNOWN


def in_words(number: int) -> str:
    """Small numbers as words: "five". Larger ones as digits."""
    return ENGLISH[number] if 0 <= number < len(ENGLISH) else str(number)


def months(number: int) -> str:
    """A number of months, in years when it comes out: "one year", "6 months"."""
    if number % 12:
        return f"{number} months"
    return "one year" if number == 12 else f"{in_words(number // 12)} years"


def days(number: int) -> str:
    """A number of working days: "the same day", "one working day", "12 working days"."""
    if number == 0:
        return "the same day"
    return f"{in_words(number)} working day{'' if number == 1 else 's'}"


def took(times: Times | None) -> str:
    """How long we took to answer, or that there were too few answers to say so fairly."""
    if times is None:
        return "Too few to say yet"
    if times.half == times.most:
        return f"{days(times.most).capitalize()} for 9 in 10"
    return f"{days(times.half).capitalize()} for half, {days(times.most)} for 9 in 10"


def _took(question: Question) -> Callable[[Book], str]:
    return lambda book: took(book.response_times[question])


def _always(words: str) -> Callable[[Book], str]:
    return lambda book: words


def rent_owed(months_of_rent: int, weeks: int) -> str:
    """An amount of unpaid rent: "two months’ rent", "three months’ rent (13 weeks’ if you pay by the week)"."""
    owed = f"{in_words(months_of_rent)} months’ rent" if months_of_rent > 1 else "one month’s rent"
    return f"{owed} ({in_words(weeks)} weeks’ if you pay by the week)" if weeks else owed


def _rent_owed(level: str) -> Callable[[Book], str]:
    return lambda book: rent_owed(book.arrears_level(level).months, book.arrears_level(level).weeks)


def _first_contact(colour: str) -> Callable[[Book], str]:
    return lambda book: days(book.number(f"{colour}_contact_working_days"))


def _last_day_of_allowance(book: Book) -> str:
    row = book.lha("A")
    if row.valid_to is None:
        raise LookupError("The rates have no last day")
    last = Period(row.valid_from, row.valid_to).last
    return f"{last.day} {last:%B %Y}"


def _setting(name: str) -> Callable[[Book], str]:
    return lambda book: book.setting(name)


def _notice(ground: str) -> Callable[[Book], str]:
    def read(book: Book) -> str:
        row = book.ground(ground)
        return f"{row.notice_number} {row.notice_unit}" if row.notice_number else "None"

    return read


def _least_tenancy(ground: str) -> Callable[[Book], str]:
    return lambda book: months(book.ground(ground).least_tenancy_months or 0)


def _monthly(parameter: str, key: str) -> Callable[[Book], str]:
    """A yearly benefit figure by the month, to the nearest penny (UC Regs 2013 reg 80A)."""
    return lambda book: str(Money.rounded(book.benefit(parameter, key).pounds / 12))


GROUNDS = "Housing Act 1988 section 8 and Schedule 2, as changed on 1 May 2026"
RESTRICTED = "Housing Act 1988 sections 16E and 16M"
PREVENTION = "Housing Act 1996 sections 175(5) and 195"
DIRECT_PAYMENT = "Guidance of the DWP on alternative payment arrangements"
DEPOSITS = "Tenant Fees Act 2019, Schedule 1"
CAP = "Universal Credit Regulations 2013, Part 7"
LHA = "Valuation Office Agency and DWP"
SCHEME = "The terms of our deposit guarantee scheme"
OUR_RECORDS = "Our own records of the last 13 weeks"

FIGURES: dict[str, Figure] = {
    "council-name": Figure("The council's name", "Settings", _setting("COUNCIL_NAME")),
    "council-telephone": Figure("Our telephone number", "Settings", _setting("COUNCIL_TELEPHONE"), link=dial),
    "council-telephone-any-hour": Figure(
        "Our number at any hour", "Settings", _setting("COUNCIL_TELEPHONE_ANY_HOUR"), link=dial
    ),
    "council-email": Figure("Our email address", "Settings", _setting("COUNCIL_EMAIL"), link=mail_to),
    "council-postal-address": Figure("Our postal address", "Settings", _setting("COUNCIL_POSTAL_ADDRESS")),
    "fund-run-by": Figure(
        "Who runs the Crisis and Resilience Fund here", "Settings", _setting("RESILIENCE_FUND_RUN_BY")
    ),
    "notice-to-sell": Figure("Least notice: landlord sells (ground 1A)", GROUNDS, _notice("1A")),
    "notice-to-move-in": Figure("Least notice: landlord or family moves in (ground 1)", GROUNDS, _notice("1")),
    "notice-for-works": Figure("Least notice: big building work (ground 6)", GROUNDS, _notice("6")),
    "notice-for-arrears": Figure("Least notice: rent owed (grounds 8, 10, 11)", GROUNDS, _notice("8")),
    "notice-for-breach": Figure("Least notice: tenancy rule broken (ground 12)", GROUNDS, _notice("12")),
    "notice-for-behaviour": Figure("Least notice: behaviour (grounds 7A, 14)", GROUNDS, _notice("7A")),
    "least-tenancy-to-sell": Figure("Least age of a tenancy (grounds 1, 1A)", GROUNDS, _least_tenancy("1A")),
    "no-letting-after-sale": Figure("No letting after notice (grounds 1, 1A)", RESTRICTED, _always("12 months")),
    "arrears-court-must-act": Figure("Rent owed for ground 8", GROUNDS, _rent_owed("ground_8")),
    "arrears-direct-payment": Figure(
        "Rent owed for Universal Credit to pay the landlord", DIRECT_PAYMENT, _rent_owed("two_months")
    ),
    "days-of-help": Figure("Days of help to keep a home", PREVENTION, _always(str(timing.WITHIN_DAYS))),
    "deposit-weeks": Figure(
        "Most deposit, in weeks of rent", DEPOSITS, lambda book: in_words(book.deposit_caps()[0].weeks)
    ),
    "deposit-weeks-high": Figure(
        "Most deposit for a high rent, in weeks", DEPOSITS, lambda book: in_words(book.deposit_caps()[-1].weeks)
    ),
    "deposit-high-rent": Figure(
        "Yearly rent from which it is high", DEPOSITS, lambda book: book.deposit_caps()[-1].annual_rent_from.short
    ),
    "guarantee-weeks": Figure("Our guarantee, in weeks of rent", SCHEME, lambda book: in_words(book.terms.weeks)),
    "guarantee-cap": Figure("The most our guarantee pays in all", SCHEME, lambda book: book.terms.cap.short),
    "guarantee-months": Figure("How long our guarantee lasts", SCHEME, lambda book: months(book.terms.months)),
    "guarantee-covers": Figure("What our guarantee covers", SCHEME, lambda book: book.terms.covers),
    "guarantee-claim-days": Figure(
        "Days to make a claim after the tenancy ends", SCHEME, lambda book: str(book.terms.claim_days)
    ),
    "guarantee-decision-days": Figure(
        "Working days to decide on a guarantee", SCHEME, lambda book: days(book.terms.decision_working_days)
    ),
    "answer-registration": Figure("How soon landlords heard from us", OUR_RECORDS, _took(Question.REGISTRATION)),
    "answer-home": Figure("How soon we checked homes sent to us", OUR_RECORDS, _took(Question.HOME)),
    "answer-guarantee": Figure("How soon we decided on guarantees", OUR_RECORDS, _took(Question.GUARANTEE)),
    "answer-problem": Figure(
        "How soon we made contact about problems in tenancies", OUR_RECORDS, _took(Question.PROBLEM)
    ),
    **{
        f"contact-{colour}": Figure(f"Promised first contact: {words}", "Our response times", _first_contact(colour))
        for colour, words in (
            ("red", "urgent problem in a tenancy"),
            ("amber", "serious problem in a tenancy"),
            ("green", "other problem in a tenancy"),
        )
    },
    "claim-comment-days": Figure(
        "Working days to comment on a claim",
        "Our scheme",
        lambda book: in_words(book.number("claim_comment_working_days")),
    ),
    "payback-months": Figure(
        "Time to pay back what we paid", "Our scheme", lambda book: months(book.number("tenant_loan_most_months"))
    ),
    "living-wage": Figure(
        "National Living Wage an hour",
        "National Minimum Wage Regulations 2015",
        lambda book: str(book.benefit("national_living_wage", "age_21_plus")),
    ),
    "benefit-cap-family": Figure(
        "Benefit cap a month, couple or children", CAP, _monthly("benefit_cap", "couple_or_children_outside_london")
    ),
    "benefit-cap-single": Figure(
        "Benefit cap a month, single", CAP, _monthly("benefit_cap", "single_no_children_outside_london")
    ),
    "benefit-cap-earnings": Figure(
        "Earnings a month that lift the cap",
        CAP,
        lambda book: book.benefit("benefit_cap_earnings_threshold", "net_earnings_claimant_or_couple").short,
    ),
    "lha-until": Figure("Last day of this year’s allowances", LHA, _last_day_of_allowance),
    "lha-area": Figure("Area whose allowance we show", LHA, lambda book: book.lha("A").brma_name),
    **{
        f"lha-{size}": Figure(
            f"Local Housing Allowance a month, {words}", LHA, lambda book, c=category: str(book.lha(c).monthly)
        )
        for category, size, words in (
            ("A", "shared", "shared home"),
            ("B", "one", "one bedroom"),
            ("C", "two", "two bedrooms"),
            ("D", "three", "three bedrooms"),
            ("E", "four", "four bedrooms"),
        )
    },
}


def choices() -> list[tuple[str, str]]:
    return [(name, figure.label) for name, figure in FIGURES.items()]


def known(names: Iterable[str]) -> dict[str, Figure]:
    """The figures that we have among these names."""
    return {name: FIGURES[name] for name in names if name in FIGURES}
