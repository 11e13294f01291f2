from dataclasses import dataclass
from datetime import date
from itertools import chain

from wagtail.models import Page

from cms.models import AdvicePage, LandlordOfferPage, ReviewedPage, StandardPage
from cms.rules import asking

REVIEWED: tuple[type[ReviewedPage], ...] = (AdvicePage, LandlordOfferPage, StandardPage)
MOST_RESULTS = 20


@dataclass(frozen=True)
class Due:
    """A published page that someone must check again."""

    page_id: int
    title: str
    last_checked: date
    review_by: date


def due_for_review(on: date) -> list[Due]:
    """Published pages whose review date has come, the longest overdue first."""
    columns = ("pk", "title", "last_checked", "review_by")
    rows = chain.from_iterable(
        model.objects.live().filter(review_by__lte=on).values_list(*columns) for model in REVIEWED
    )
    return sorted((Due(*row) for row in rows), key=lambda due: (due.review_by, due.title))


@dataclass(frozen=True)
class Search:
    """What was found, and `instead` of what: the question as we read it, where no page has its words as typed."""

    pages: list[Page]
    instead: str = ""


def found(question: str) -> Search:
    """The published pages about what a visitor asks, the closest first.

    All words; or else all words with the misspelt ones put right; or else any of them.
    """
    if pages := _pages(question, "and"):
        return Search(pages)
    meant = asking.meant(question, _vocabulary()) if asking.stems(question) else ""
    if meant and (pages := _pages(meant, "and") or _pages(meant, "or")):
        return Search(pages, meant)
    return Search(_pages(question, "or"))


def _pages(question: str, operator: str) -> list[Page]:
    stems = asking.stems(question)
    live = Page.objects.live().filter(depth__gt=2)
    ids = [page.pk for page in live.autocomplete(" ".join(stems), operator=operator)[:MOST_RESULTS]] if stems else []
    pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific(defer=False)}
    return sorted((pages[pk] for pk in ids), key=lambda page: -asking.closeness(stems, _headline(page)))


def _vocabulary() -> set[str]:
    """The words of every published page's title, summary and other words."""
    live = Page.objects.live().filter(depth__gt=2).specific()
    return {word for page in live for word in asking.words_of(_headline(page))}


def _headline(page: Page) -> str:
    return f"{page.title} {page.summary} {page.other_words}"
