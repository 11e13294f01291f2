"""Whether the links of the public pages lead anywhere."""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.urls import Resolver404, resolve
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cms import calculators, selectors
from cms.models import HomePage
from cms.rules import prose
from cms.rules.links import Kind, Link, found

PATIENCE = 10
NOT_HERE = "leads to a page that this site does not have"


@dataclass(frozen=True)
class Told:
    """One link of one page. `trouble` says in words what is wrong, or nothing."""

    page: Page
    link: Link
    trouble: str = ""


def check(*, outside: Callable[[str], str] | None = None) -> Iterator[Told]:
    """Every link of every published page. Those to other sites are tried by `outside` when it is given."""
    home = HomePage.objects.get()
    live = set(Page.objects.live().values_list("pk", flat=True))
    for page in Page.objects.live().descendant_of(home, inclusive=True).specific().order_by("path"):
        values = stored(page)
        for link in found(values):
            yield Told(page, link, _trouble(link, live, values, outside))


def stored(page: Page) -> list[Any]:
    """The words of a page as the database holds them."""
    fields = [field for field in page._meta.get_fields() if isinstance(field, RichTextField | StreamField)]
    values = [getattr(page, field.name) for field in fields]
    return [value if isinstance(value, str) else list(value.raw_data) for value in values]


def _trouble(link: Link, live: set[int], values: list[Any], outside: Callable[[str], str] | None) -> str:
    match link.kind:
        case Kind.PAGE:
            return "" if link.target.isdigit() and int(link.target) in live else "leads to a page that is not published"
        case Kind.INSIDE:
            return _inside(link.target)
        case Kind.SAME_PAGE:
            anchors = prose.Anchors()
            known = prose.OF_THE_TEMPLATE | {
                heading.anchor for words in _strings(values) for heading in prose.headings(words, anchors)
            }
            return "" if link.target in known else "leads to a heading that is not on the page"
        case Kind.LEAD:
            return "" if calculators.known(link.target) else "leads to a calculator that this site does not have"
        case _:
            return outside(link.target) if outside else ""


def _inside(target: str) -> str:
    path = urlsplit(target).path
    try:
        match = resolve(path)
        if match.url_name == "wagtail_serve":
            return "" if selectors.page_at(path) else NOT_HERE
    except Resolver404:
        return NOT_HERE
    return ""


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


class _Public(HTTPRedirectHandler):
    """Follows to public addresses alone."""

    def redirect_request(self, *arguments: Any) -> Request | None:
        refuse_private(arguments[-1])
        return super().redirect_request(*arguments)


def refuse_private(address: str) -> None:
    """Raises URLError for anything but http and https to a host on the public internet."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise URLError("not a web address")
    for *_, place in socket.getaddrinfo(parts.hostname, None):
        if not ipaddress.ip_address(place[0]).is_global:
            raise URLError("not a public address")


def try_outside(address: str) -> str:
    """Ask another site for a page, once."""
    try:
        refuse_private(address)
        request = Request(address, method="HEAD", headers={"User-Agent": "link check"})  # noqa: S310  http and https alone, by the line above
        build_opener(_Public).open(request, timeout=PATIENCE).close()
    except HTTPError as fault:
        return "" if fault.code in (401, 403, 405, 429) else f"answered {fault.code}"
    except (OSError, ValueError) as fault:
        return f"could not be reached: {getattr(fault, 'reason', fault)}"
    return ""
