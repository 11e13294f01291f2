"""Which broad rental market area (BRMA) a home is likely to be in. A person always confirms it.

Rent officers draw these areas (Rent Officers (Housing Benefit Functions) Order 1997, Sch 3B) along
lines of their own; the Valuation Office Agency's LHA-Direct alone is authoritative. What we hold is
derived: each authority's areas with their shares, and shares by outcode.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Quality(StrEnum):
    """How far a suggestion can be trusted."""

    EXACT = "exact"
    ESTIMATE = "estimate"
    SPLIT = "split"

    @property
    def label(self) -> str:
        return {
            Quality.EXACT: "Certain",
            Quality.ESTIMATE: "Likely",
            Quality.SPLIT: "Uncertain: check it",
        }[self]


@dataclass(frozen=True)
class Share:
    """The part of an authority or an outcode that lies in a BRMA, from 0 to 1."""

    brma_key: str
    share: float


@dataclass(frozen=True)
class Likely:
    """The area suggested, and whether the whole authority or the outcode says so."""

    brma_key: str
    quality: Quality
    by_authority: bool


def suggest(of_authority: Sequence[Share], of_outcode: Sequence[Share], quality: Quality | None) -> Likely | None:
    """The likeliest area out of the authority's own, or None when nothing speaks for one.

    An authority that lies in one area decides alone. Otherwise the outcode does, among the areas
    that the authority has: as exact or estimated as the outcode is, an estimate when only one of a
    split outcode's areas remains, split when several do.
    """
    if len(of_authority) == 1:
        return Likely(of_authority[0].brma_key, Quality.EXACT, by_authority=True)
    own = {share.brma_key for share in of_authority}
    left = sorted((share for share in of_outcode if share.brma_key in own), key=lambda s: (-s.share, s.brma_key))
    if not left or quality is None:
        return None
    if quality is Quality.SPLIT and len(left) == 1:
        quality = Quality.ESTIMATE
    return Likely(left[0].brma_key, quality, by_authority=False)
