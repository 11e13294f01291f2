"""Figures that pages ask for by name, so that nobody types one: read from settings and the rulebook on the day."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings

logger = logging.getLogger(__name__)

UNKNOWN = "(call us for this figure)"


@dataclass(frozen=True)
class Figure:
    """`label` is what an editor chooses by, `source` where a reader could look it up.

    `read` gives its words on a day and raises LookupError when nothing is known for that day. `dials` makes it a link
    that rings.
    """

    label: str
    source: str
    read: Callable[[date], str]
    dials: bool = False

    def words(self, on: date) -> str:
        """The figure as a reader sees it on a day; a plain "call us" when it is not known, never a broken page."""
        try:
            return self.read(on)
        except LookupError:
            logger.warning("no figure for a public page", extra={"figure": self.label})
            return UNKNOWN


def _always(words: str) -> Callable[[date], str]:
    return lambda on: words


def _setting(name: str) -> Callable[[date], str]:
    return lambda on: getattr(settings, name)


GROUNDS = "Housing Act 1988, section 8 and Schedule 2, as changed on 1 May 2026"

FIGURES: dict[str, Figure] = {
    "council-name": Figure("The council's name", "Settings", _setting("COUNCIL_NAME")),
    "council-telephone": Figure("Our telephone number", "Settings", _setting("COUNCIL_TELEPHONE"), dials=True),
    "notice-to-sell": Figure("Least notice: landlord sells (ground 1A)", GROUNDS, _always("4 months")),
    "notice-to-move-in": Figure("Least notice: landlord or family moves in (ground 1)", GROUNDS, _always("4 months")),
    "notice-for-works": Figure("Least notice: big building work (ground 6)", GROUNDS, _always("4 months")),
    "notice-for-arrears": Figure("Least notice: rent owed (grounds 8, 10, 11)", GROUNDS, _always("4 weeks")),
    "notice-for-breach": Figure("Least notice: tenancy rule broken (ground 12)", GROUNDS, _always("2 weeks")),
    "notice-for-behaviour": Figure("Least notice: behaviour (grounds 7A, 14)", GROUNDS, _always("None")),
    "least-tenancy-to-sell": Figure("Least age of a tenancy (grounds 1, 1A)", GROUNDS, _always("one year")),
    "no-letting-after-sale": Figure("No letting after notice (grounds 1, 1A)", GROUNDS, _always("12 months")),
    "arrears-court-must-act": Figure(
        "Rent owed for ground 8", GROUNDS, _always("three months’ rent (13 weeks’ if you pay by the week)")
    ),
    "days-of-help": Figure("Days of help to keep a home", "Housing Act 1996, sections 175, 195", _always("56")),
}


def choices() -> list[tuple[str, str]]:
    return [(name, figure.label) for name, figure in FIGURES.items()]


def known(names: Iterable[str]) -> dict[str, Figure]:
    """The figures that we have among these names."""
    return {name: FIGURES[name] for name in names if name in FIGURES}
