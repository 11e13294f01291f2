"""Turns the small HTML that the editor may write into the dress of our pages."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import chain, count

DRESS = {
    "p": "govuk-body",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
}
_OPENING = re.compile(r"<(p|h2|h3|ul|ol|li|a)((?:\s[^>]*)?)>")
_EDITOR_KEY = re.compile(r'\sdata-block-key="[^"]*"')
_HEADING = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_NAME = re.compile(r"\[\[([a-z0-9-]+)\]\]")


@dataclass(frozen=True)
class Heading:
    """One line of "on this page": where it points and what it says."""

    anchor: str
    words: str


OF_THE_TEMPLATE = frozenset(
    {
        "if-you-are-unhappy",
        "main-content",
        "navigation",
        "on-this-page",
        "search-pages",
        "talk-to-us",
        "what-to-do-first",
        "what-to-do-next",
    }
)
"""The names that our templates give to parts of a page themselves."""


class Anchors:
    """The addresses of the headings of one page, in reading order: none twice, and none that a template has."""

    def __init__(self) -> None:
        self._given = set(OF_THE_TEMPLATE)

    def give(self, words: str) -> str:
        """ "your-deposit" for "Your deposit", and "your-deposit-2" for the next heading with these words."""
        plain = anchor(words)
        names = chain([plain], (f"{plain}-{number}" for number in count(2)))
        given = next(name for name in names if name not in self._given)
        self._given.add(given)
        return given


def anchor(words: str) -> str:
    """The address of a heading inside its page: "Your deposit" gives "your-deposit"."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "section"


def plain(html: str) -> str:
    """The words of a piece of HTML, each block on a line of its own."""
    broken = re.sub(r"</(p|h2|h3|li|ul|ol)>", "\n", html)
    return unescape(_TAG.sub("", broken)).strip()


def headings(html: str, anchors: Anchors) -> list[Heading]:
    """The second-level headings in reading order."""
    found = [plain(words) for _, words in _HEADING.findall(html)]
    return [Heading(anchors.give(words), words) for words in found]


def bare_headings(html: str) -> list[str]:
    """The headings with no words below them: a page that starts with headings may be left so.

    A heading above smaller ones needs no words of its own.
    """
    _, *parts = re.split(r"<h([23])[^>]*>(.*?)</h[23]>", html, flags=re.DOTALL)
    levels = [*parts[0::3], "2"]
    found = enumerate(zip(parts[1::3], parts[2::3], strict=True))
    return [plain(heading) for at, (heading, below) in found if not plain(below) and not levels[at] < levels[at + 1]]


def dress(html: str, anchors: Anchors) -> str:
    """Our classes on each element that the editor knows, and an anchor on each heading.

    Only the elements an editor can make are touched; what Wagtail's own filter let through stays as it is.
    """
    bare = _EDITOR_KEY.sub("", html)
    anchored = _HEADING.sub(lambda found: f'<h2 id="{anchors.give(plain(found[2]))}"{found[1]}>{found[2]}</h2>', bare)
    return _OPENING.sub(_dressed, anchored)


def _dressed(found: re.Match[str]) -> str:
    element, attributes = found[1], found[2]
    if element not in DRESS:
        return f"<{element}{attributes}>"
    return f'<{element} class="{DRESS[element]}"{attributes}>'


def names(text: str) -> list[str]:
    """The figures that a text asks for by name, such as [[notice-to-sell]], in reading order."""
    return _NAME.findall(text)


def fill(text: str, values: dict[str, str]) -> str:
    """Put each named figure's words in its place. Raises KeyError for a name without a value."""
    return _NAME.sub(lambda found: values[found[1]], text)
