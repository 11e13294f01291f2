"""The rows of our files: read one, or say why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.errors import DomainError
from core.places.rules import postcode
from core.places.rules.brma import Quality, Share

QUALITIES = {"A": Quality.EXACT, "B": Quality.ESTIMATE, "C": Quality.SPLIT}
LATITUDES = (49.8, 55.9)
LONGITUDES = (-6.5, 1.9)
ROUNDED_ONE = 1.0001


class BadRow(Exception):
    """A row that cannot be taken, with the reason."""


@dataclass(frozen=True)
class Spot:
    """A named point with the authority it lies in."""

    name: str
    lat: float
    lon: float
    authority: str


@dataclass(frozen=True)
class OutcodeRow:
    spot: Spot
    quality: Quality
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class AuthorityRow:
    code: str
    name: str
    region: str
    county: str
    starts_on: date | None
    ends_on: date | None


Raw = Mapping[str, str]


def authority(row: Raw) -> AuthorityRow:
    starts_on, ends_on = _day(row, "starts_on"), _day(row, "ends_on")
    if starts_on and ends_on and ends_on <= starts_on:
        raise BadRow(f"{ends_on} is not after {starts_on}")
    return AuthorityRow(
        text(row, "code"), text(row, "name"), text(row, "region"), row.get("county") or "", starts_on, ends_on
    )


def share(written: str) -> float:
    """A share from 0 to 1."""
    try:
        value = float(written)
    except ValueError:
        raise BadRow(f"{written!r} is not a share") from None
    if not 0 <= value <= ROUNDED_ONE:
        raise BadRow(f"{written} is not between 0 and 1")
    return min(value, 1.0)


def exact(row: Raw) -> Spot:
    """A whole postcode and its point."""
    return _spot(row, _parsed(text(row, "postcode")))


def sector(row: Raw) -> Spot:
    """A sector, "DA1 1", and its centre."""
    name = text(row, "sector")
    if postcode.FIRST_HALF.fullmatch(name[:-2]) is None or name[-2] != " " or name[-1] not in "0123456789":
        raise BadRow(f"{name!r} is not a sector")
    return _spot(row, name)


def outcode(row: Raw) -> OutcodeRow:
    """An outcode, its centre, and the BRMAs it lies in: `KEY:share KEY:share`."""
    name = text(row, "outcode")
    if postcode.FIRST_HALF.fullmatch(name) is None:
        raise BadRow(f"{name!r} is not an outcode")
    if row.get("brma_quality") not in QUALITIES:
        raise BadRow(f"{row.get('brma_quality')!r} is not a quality mark")
    pairs = [part.partition(":") for part in text(row, "brmas").split()]
    shares = tuple(Share(key, share(part)) for key, _, part in pairs)
    return OutcodeRow(_spot(row, name), QUALITIES[row["brma_quality"]], shares)


def _spot(row: Raw, name: str) -> Spot:
    lat = _degrees(row, "lat", LATITUDES)
    return Spot(name, lat, _degrees(row, "lon", LONGITUDES), text(row, "authority"))


def _parsed(written: str) -> str:
    try:
        return str(postcode.parse(written))
    except DomainError as error:
        raise BadRow(f"{written!r}: {error.message}") from None


def text(row: Raw, column: str) -> str:
    """What stands in a column that may not be empty."""
    value = (row.get(column) or "").strip()
    if not value:
        raise BadRow(f"{column} is empty")
    return value


def _degrees(row: Raw, column: str, bounds: tuple[float, float]) -> float:
    written = text(row, column)
    try:
        value = float(written)
    except ValueError:
        raise BadRow(f"{column} {written!r} is not a number") from None
    if not bounds[0] <= value <= bounds[1]:
        raise BadRow(f"{column} {written} is not in England")
    return value


def _day(row: Raw, column: str) -> date | None:
    written = (row.get(column) or "").strip()
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadRow(f"{column} {written!r} is not a date") from None
