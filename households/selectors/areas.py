"""The areas that households name: first halves of postcodes, and whole districts."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from core.errors import DomainError
from core.places import selectors as places
from core.places.models import Authority, Outcode, Sector
from core.places.rules import postcode

DISTRICT_CODE_LENGTH = 9


def choices(on: date) -> list[tuple[str, str]]:
    """The district's own outcodes, then the district as a whole."""
    here = settings.AUTHORITY_CODE
    codes = set(Outcode.objects.filter(authority__code=here).values_list("code", flat=True))
    codes |= {code.split()[0] for code in Sector.objects.filter(authority__code=here).values_list("code", flat=True)}
    district = places.authorities(on).filter(code=here).values_list("code", "name")
    return [(code, code) for code in sorted(codes, key=by_number)] + [
        (code, f"All of {name}") for code, name in district
    ]


def by_number(outcode: str) -> tuple[str, int, str]:
    """DA2 before DA10."""
    letters = outcode.rstrip("0123456789")
    number = outcode[len(letters) :]
    return letters, int(number or 0), outcode


def parse(text: str) -> list[str]:
    """Outcodes and district codes from what was typed, with commas between. Raises DomainError on the rest."""
    found = []
    for part in filter(None, (each.strip() for each in text.split(","))):
        authority = Authority.objects.filter(name__iexact=part).first() or Authority.objects.filter(code=part).first()
        if authority is not None:
            found.append(authority.code)
            continue
        try:
            outcode = postcode.parse_outcode(part)
        except DomainError:
            outcode = ""
        if not Outcode.objects.filter(code=outcode).exists():
            raise DomainError(
                f"We do not know “{part}”. Enter the first half of a postcode, like DA7, or the name of a district",
                code="area_unknown",
            )
        found.append(outcode)
    return found


def in_words(areas: Iterable[str]) -> list[str]:
    """Areas as people read them: outcodes as they are, districts by name."""
    areas = list(areas)
    codes = [area for area in areas if len(area) == DISTRICT_CODE_LENGTH]
    names = dict(Authority.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}
    return [names.get(area, area) for area in areas]


def as_typed(areas: Iterable[str], here: set[str]) -> str:
    """The areas that are not among the choices, as they would be typed."""
    return ", ".join(in_words(area for area in areas if area not in here))


def brmas() -> list[tuple[str, str]]:
    """The rental market areas of the district, the largest first."""
    return [(share.brma_key, share.name) for share in places.brmas_of(settings.AUTHORITY_CODE)]
