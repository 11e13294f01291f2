from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from core.errors import DomainError
from core.places.models import Authority, AuthorityBrma, Brma, ExactPostcode, Outcode, OutcodeBrma, Sector, Spot
from core.places.rules import brma as rules
from core.places.rules.brma import Quality, Share
from core.places.rules.postcode import Postcode

DIRECTORY = "ONS Postcode Directory and OS Code-Point Open, November 2025"
SHARES = "An estimate from the Valuation Office Agency's areas and the ONS Postcode Directory of November 2025"


class Precision(StrEnum):
    """What a point stands for."""

    POSTCODE = "postcode"
    SECTOR = "sector"
    OUTCODE = "outcode"

    @property
    def label(self) -> str:
        return {
            Precision.POSTCODE: "The postcode itself",
            Precision.SECTOR: "The middle of the postcodes around it",
            Precision.OUTCODE: "The middle of a wide area around it",
        }[self]


@dataclass(frozen=True)
class Place:
    """Where a postcode is, in degrees, and the authority it lies in.

    With any precision but the postcode's own, the authority is the one that most homes around it
    are in: show it and let the person correct it.
    """

    lat: float
    lon: float
    authority_code: str
    authority_name: str
    precision: Precision
    source: str


@dataclass(frozen=True)
class BrmaSuggestion:
    """A likely broad rental market area. It is never stored before a person has confirmed it."""

    brma_key: str
    name: str
    quality: Quality
    source: str


@dataclass(frozen=True)
class BrmaShare:
    """One of an authority's areas and the part of the authority, from 0 to 1, that lies in it."""

    brma_key: str
    name: str
    share: float


def locate(postcode: Postcode) -> Place:
    """The best point we hold for a postcode: its own, its sector's, or its outcode's.

    Raises DomainError on `postcode` for one that England does not have.
    """
    steps: tuple[tuple[Precision, type[Spot], str], ...] = (
        (Precision.POSTCODE, ExactPostcode, str(postcode)),
        (Precision.SECTOR, Sector, postcode.sector),
        (Precision.OUTCODE, Outcode, postcode.outcode),
    )
    for precision, model, code in steps:
        spot = model._default_manager.select_related("authority").filter(code=code).first()
        if spot is not None:
            return Place(spot.lat, spot.lon, spot.authority.code, spot.authority.name, precision, DIRECTORY)
    raise DomainError(
        f"We do not know the postcode {postcode}. Check it. We only know postcodes in England",
        field="postcode",
        code="postcode_unknown",
    )


def authorities(on: date) -> QuerySet[Authority]:
    """The housing authorities that exist on a day, by name."""
    return Authority.objects.existing(on).order_by("name")


def brmas_of(authority_code: str) -> list[BrmaShare]:
    """The areas that an authority lies in, the largest share first. Empty for an unknown authority."""
    shares = AuthorityBrma.objects.filter(authority__code=authority_code).select_related("brma")
    return [
        BrmaShare(share.brma.key, share.brma.name, share.share) for share in shares.order_by("-share", "brma__name")
    ]


def brma_name(key: str) -> str:
    """The area's name. Raises DomainError on `brma` for a key that we do not hold."""
    name = Brma.objects.filter(key=key).values_list("name", flat=True).first()
    if name is None:
        raise DomainError("Select one of the areas in the list", field="brma", code="brma_unknown")
    return name


def suggest_brma(postcode: Postcode, authority_code: str) -> BrmaSuggestion | None:
    """The likeliest of the authority's areas, with how far to trust it and why. None when nothing speaks for one."""
    own = brmas_of(authority_code)
    outcode = Outcode.objects.filter(code=postcode.outcode).first()
    around = OutcodeBrma.objects.filter(outcode=outcode).select_related("brma") if outcode else []
    likely = rules.suggest(
        [Share(share.brma_key, share.share) for share in own],
        [Share(share.brma.key, share.share) for share in around],
        Quality(outcode.brma_quality) if outcode else None,
    )
    if likely is None:
        return None
    by = (
        "The whole authority lies in this area"
        if likely.by_authority
        else f"Of the authority's areas, this has the largest part of {postcode.outcode}"
    )
    names = {share.brma_key: share.name for share in own}
    return BrmaSuggestion(likely.brma_key, names[likely.brma_key], likely.quality, f"{by}. {SHARES}")
