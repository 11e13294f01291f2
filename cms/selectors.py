from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from django.db.models import Q
from wagtail.models import Page

from cms import calculators
from cms.calculators import Lead
from cms.models import AdvicePage, HomePage, LandlordOfferPage, PublicPage, ReviewedPage, StandardPage
from cms.rules import asking

REVIEWED: tuple[type[ReviewedPage], ...] = (AdvicePage, LandlordOfferPage, StandardPage)
MOST_RESULTS = 20
HOME_DEPTH = 2


def page_at(address: str) -> PublicPage | None:
    """The published page at an address, such as "advice/repairs-and-damp", with the page above it: two queries."""
    slugs = [part for part in address.split("/") if part]
    if not slugs:
        return HomePage.objects.live().first()
    named = Page.objects.live().filter(Q(depth=HOME_DEPTH) | Q(slug__in=slugs)).order_by("path")
    rows = list(named.only("title", "url_path", "depth", "content_type"))
    home = next((row.url_path for row in rows if row.depth == HOME_DEPTH and row.specific_class is HomePage), None)
    by_path = {row.url_path: row for row in rows}
    found = by_path.get(f"{home}{'/'.join(slugs)}/")
    if home is None or found is None:
        return None
    page = found.specific_class.objects.live().order_by().in_bulk([found.pk]).get(found.pk)
    above = by_path.get(f"{home}{''.join(f'{slug}/' for slug in slugs[:-1])}")
    if page and above:
        page.above = above
    return page


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
    """What was found: by all words of the question, by `some` of them, or by what we read `instead`.

    `tools` have all the words, and `tonight` is whether someone may have nowhere to sleep.
    """

    pages: list[PublicPage]
    some: bool = False
    instead: str = ""
    tools: Sequence[Lead] = ()
    tonight: bool = False


def found(question: str) -> Search:
    """The published pages about what a visitor asks, the closest first.

    All words; or else any of them; or else, where no page has any, the words with the misspelt ones put right.
    """
    found = _with_tools(question)
    if found.pages or found.tools or not asking.stems(question):
        return found
    meant = asking.meant(question, _vocabulary())
    return replace(_with_tools(meant), instead=meant)


def _with_tools(question: str) -> Search:
    stems = asking.stems(question)
    tools, tonight = calculators.asked_for(stems), asking.is_about_tonight(question)
    return replace(_by_words(stems), tools=tools, tonight=tonight)


def _by_words(stems: list[str]) -> Search:
    """Asks for one stem at a time: SQLite's index takes only the last of several for the beginning of a word."""
    live = Page.objects.live().filter(depth__gt=2)
    rows: dict[int, Page] = {}
    having = []
    for stem in stems:
        had = {page.pk: page for page in live.only("content_type").autocomplete(stem)}
        rows |= had
        having.append(set(had))
    ids = set.intersection(*having) if having else set()
    some = not ids
    pages = _to_show([rows[pk] for pk in sorted(ids or rows)])
    near = asking.closeness(stems, [_headline(page) for page in pages])
    inside = {page.pk: sum(1 / len(each) for each in having if page.pk in each) for page in pages}
    order = sorted(zip(near, pages, strict=True), key=lambda pair: (-pair[0], -inside[pair[1].pk]))
    return Search([page for _near, page in order[:MOST_RESULTS]], some)


def _to_show(rows: Iterable[Page]) -> list[PublicPage]:
    """The same pages, each with what a result shows of it and no more: one query a kind."""
    of_kind: dict[type[PublicPage], list[int]] = {}
    for row in rows:
        of_kind.setdefault(row.specific_class, []).append(row.pk)
    shown = ("title", "url_path", "summary", "other_words")
    found = (kind.objects.filter(pk__in=pks).order_by().only(*shown) for kind, pks in of_kind.items())
    return sorted(chain.from_iterable(found), key=lambda page: page.pk)


def _vocabulary() -> set[str]:
    """The words of every published page's title, summary and other words, and of every tool."""
    live = _to_show(Page.objects.live().filter(depth__gt=2).only("content_type"))
    tools = [lead.headline for lead in calculators.open_here(*calculators.LEADS)]
    return {word for text in [*map(_headline, live), *tools] for word in asking.words_of(text)}


def _headline(page: PublicPage) -> str:
    return f"{page.title} {page.summary} {page.other_words}"
