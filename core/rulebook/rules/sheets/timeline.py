"""Rows of one key along time: an open one ends where the next begins, and none may overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(slots=True)
class Dated:
    """One row of a key. `row` is its number in the file, or 0 for one that is stored already."""

    valid_from: date
    valid_to: date | None
    row: int = 0


def settle(rows: Iterable[Dated]) -> list[Dated]:
    """Close each open row where the next begins; answer the rows that still overlap another.

    The rows are changed in place. Of two that overlap, the one from the file is answered.
    """
    ordered = sorted(rows, key=lambda each: each.valid_from)
    overlapping = []
    for one, following in pairwise(ordered):
        if one.valid_to is None:
            one.valid_to = following.valid_from
        elif one.valid_to > following.valid_from:
            overlapping.append(following if following.row else one)
    return overlapping
