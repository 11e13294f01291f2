"""Who may open what: one row for every address of ours, kept beside each other in `matrix_<app>.py`.

A row says for whom the page opens and what they get; everybody else is sent to sign in or refused.
`kwargs` and `sends` make what the address and the form need, with the help of the cast.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import tests.web
from tests.web.personas import OFFICERS, PERSONAS, SIGNED_OUT, Cast

LANDLORDS = frozenset({"landlord", "other_landlord"})
RESIDENTS = frozenset({"resident", "other_resident"})
PARTNERS = frozenset({"partner"})
EVERY_OFFICER = frozenset(OFFICERS)
EVERYONE = frozenset(PERSONAS)
SIGNED_IN = EVERYONE - {SIGNED_OUT}

Make = Callable[[Cast], dict[str, Any]]


@dataclass(frozen=True)
class Expect:
    """What an address answers.

    `who` it opens for. They get `get`, or what `get_for` says of one of them (404 for another
    person's record). `sends` makes a valid form, which is answered by `post`, or `post_for`; without
    it the address takes no form. `path` is the address where it cannot be made from its name. `again`
    says why sending a form twice may be answered otherwise than by what the first one did. `behind` is
    the answer to a second form made from the version that the first one has changed.
    """

    who: frozenset[str]
    get: int = 200
    get_for: Mapping[str, int] = field(default_factory=dict)
    sends: Make | None = None
    post: int = 302
    post_for: Mapping[str, int] = field(default_factory=dict)
    kwargs: Make = lambda cast: {}
    path: str = ""
    again: str = ""
    behind: int = 409

    def getting(self, persona: str) -> int:
        return self.get_for.get(persona, self.get)

    def posting(self, persona: str) -> int:
        return self.post_for.get(persona, self.get_for.get(persona, self.post))

    def fields(self, cast: Cast) -> dict[str, Any]:
        return self.sends(cast) if self.sends else {}

    def url(self, name: str, cast: Cast) -> str:
        return self.path or reverse(name, kwargs=self.kwargs(cast))


def rows() -> dict[str, Expect]:
    """Every row of every app."""
    found: dict[str, Expect] = {}
    for module in iter_modules(tests.web.__path__):
        if module.name.startswith("matrix_"):
            table: dict[str, Expect] = import_module(f"tests.web.{module.name}").ROWS
            assert not found.keys() & table.keys(), f"{module.name} repeats {found.keys() & table.keys()}"
            found |= table
    return found


@dataclass(frozen=True)
class Address:
    route: str
    name: str
    pattern: URLPattern

    @property
    def of_page_editor(self) -> bool:
        return f"/{self.route}".startswith(settings.PAGE_EDITOR_PREFIX)

    @property
    def of_allauth(self) -> bool:
        return self.pattern.callback.__module__.startswith("allauth.")

    @property
    def ours(self) -> bool:
        return not self.of_page_editor and not self.of_allauth


def addresses() -> list[Address]:
    """Every address that the site answers."""
    return list(_walk(get_resolver().url_patterns, "", ()))


def _walk(patterns: list[Any], route: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _walk(pattern.url_patterns, here, inner)
        else:
            yield Address(here, ":".join((*spaces, pattern.name or "")), pattern)
