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


def found(question: str) -> list[Page]:
    """The published pages about what a visitor asks, the closest first: all words, or else any of them."""
    stems = asking.stems(question)
    if not stems:
        return []
    live = Page.objects.live().filter(depth__gt=2)
    for operator in ("and", "or"):
        if ids := [page.pk for page in live.autocomplete(" ".join(stems), operator=operator)[:MOST_RESULTS]]:
            pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific(defer=False)}
            return sorted((pages[pk] for pk in ids), key=lambda page: -asking.closeness(stems, _headline(page)))
    return []


def _headline(page: Page) -> str:
    return f"{page.title} {page.summary} {page.other_words}"
