"""Figures that pages ask for by name, so that nobody types one: read from settings and the rulebook on the day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings


@dataclass(frozen=True)
class Figure:
    """`label` is what an editor chooses by, `source` where a reader could look it up. `words` reads it on a day."""

    label: str
    source: str
    words: Callable[[date], str]


def _council_name(on: date) -> str:  # noqa: ARG001
    return settings.COUNCIL_NAME


def _council_telephone(on: date) -> str:  # noqa: ARG001
    return settings.COUNCIL_TELEPHONE


FIGURES: dict[str, Figure] = {
    "council-name": Figure("The council's name", "Settings", _council_name),
    "council-telephone": Figure("Our telephone number", "Settings", _council_telephone),
}


def choices() -> list[tuple[str, str]]:
    return [(name, figure.label) for name, figure in FIGURES.items()]


def words(names: Iterable[str], on: date) -> dict[str, str]:
    """The words of each named figure on a day. Raises KeyError for a name we do not have."""
    return {name: FIGURES[name].words(on) for name in set(names)}
