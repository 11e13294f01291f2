"""How a shipped page is written down: plain records, and small functions for the blocks of its body.

Words may carry <b>, a link to another shipped page (`<a href="page:slug">`) and figures by name (`[[council-name]]`).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True)
class Home:
    title: str
    summary: str
    since: date
    help_words: str
    landlord_words: str
    referral_words: str


@dataclass(frozen=True)
class Index:
    slug: str
    title: str
    summary: str
    since: date


@dataclass(frozen=True)
class News:
    slug: str
    title: str
    summary: str
    since: date
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Standard:
    slug: str
    title: str
    summary: str
    last_checked: date
    review_by: date
    body: tuple[Block, ...]
    other_words: str = ""


@dataclass(frozen=True)
class Advice:
    slug: str
    title: str
    who_for: str
    summary: str
    first_step: str
    body: tuple[Block, ...]
    next_steps: str
    last_checked: date
    review_by: date
    sources: tuple[str, ...]
    contacts: tuple[Block, ...] = field(default=())
    quick_exit: bool = False
    other_words: str = ""


def h2(words: str) -> str:
    return f"<h2>{words}</h2>"


def h3(words: str) -> str:
    return f"<h3>{words}</h3>"


def p(words: str) -> str:
    return f"<p>{words}</p>"


def bullets(*items: str) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def numbered(*items: str) -> str:
    return "<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>"


def text(*parts: str) -> Block:
    return {"type": "text", "value": "".join(parts)}


def steps(heading: str, *each: str) -> Block:
    return {"type": "steps", "value": {"heading": heading, "steps": [p(words) for words in each]}}


def note(heading: str, *parts: str) -> Block:
    return {"type": "callout", "value": {"kind": "note", "heading": heading, "text": "".join(parts)}}


def warning(heading: str, *parts: str) -> Block:
    return {"type": "callout", "value": {"kind": "warning", "heading": heading, "text": "".join(parts)}}


def details(title: str, *parts: str) -> Block:
    return {"type": "details", "value": {"title": title, "text": "".join(parts)}}


def table(caption: str, headings: tuple[str, ...], *rows: tuple[str, ...]) -> Block:
    columns = [{"type": "words", "heading": heading} for heading in headings]
    return {"type": "table", "value": {"caption": caption, "columns": columns, "rows": [{"values": r} for r in rows]}}


def lead(name: str, words: str = "") -> Block:
    """A calculator, checker or list of this site, by its name in `cms/calculators.py`."""
    return {"type": "lead", "value": {"lead": name, "words": words}}


def contact(name: str, what: str, *, website: str = "", telephone: str = "", hours: str = "") -> Block:
    """Another body. No number is shown until an editor has rung it and written down the day."""
    value = {
        "name": name,
        "what": what,
        "website": website,
        "telephone": telephone,
        "checked_on": None,
        "hours": hours,
    }
    return {"type": "contact", "value": value}
