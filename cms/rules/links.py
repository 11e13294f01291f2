"""The links that a page holds, read from its words as they are stored."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Any

_ANCHOR = re.compile(r"<a\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
ADDRESS_FIELDS = frozenset({"website"})
LEAD_FIELDS = frozenset({"lead"})


class Kind(StrEnum):
    PAGE = "page"
    INSIDE = "inside"
    SAME_PAGE = "same page"
    OUTSIDE = "outside"
    LEAD = "lead"


@dataclass(frozen=True)
class Link:
    """`target` is a page's number, an address, the name of a heading, or the name of a calculator, by kind."""

    kind: Kind
    target: str


def found(value: Any) -> list[Link]:
    """Every link of a stored value, each once, in reading order."""
    return list(dict.fromkeys(_links(value)))


def _links(value: Any, name: str = "") -> Iterator[Link]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _links(part, key)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _links(part, name)
    elif isinstance(value, str) and value:
        if name in ADDRESS_FIELDS:
            yield Link(Kind.OUTSIDE, value)
        elif name in LEAD_FIELDS:
            yield Link(Kind.LEAD, value)
        else:
            yield from (link for tag in _ANCHOR.findall(value) if (link := _of_tag(dict(_ATTRIBUTE.findall(tag)))))


def _of_tag(attributes: dict[str, str]) -> Link | None:
    if attributes.get("linktype") == "page":
        return Link(Kind.PAGE, attributes.get("id", ""))
    target = unescape(attributes.get("href", ""))
    if target.startswith(("tel:", "mailto:")) or not target:
        return None
    if target.startswith("#"):
        return Link(Kind.SAME_PAGE, target[1:])
    return Link(Kind.OUTSIDE if _ELSEWHERE.match(target) else Kind.INSIDE, target)
