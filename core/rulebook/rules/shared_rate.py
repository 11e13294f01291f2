"""Who gets the shared accommodation rate of the Local Housing Allowance, and who is excepted from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.rulebook.rules.bedrooms import Reason
from core.rulebook.rules.household import Person

SHARED_RATE_BELOW = 35
NIGHTS_OF_THREE_MONTHS = 92


class Scheme(StrEnum):
    UNIVERSAL_CREDIT = "uc"
    HOUSING_BENEFIT = "hb"


class Ground(StrEnum):
    """A fact about a renter on which an exception may stand."""

    CARE_LEAVER = "care_leaver"
    HOMELESS_HOSTEL = "homeless_hostel"
    DISABILITY_BENEFIT = "disability_benefit"
    SEVERE_DISABILITY_PREMIUM = "severe_disability_premium"
    OVERNIGHT_CARE = "overnight_care"
    MULTI_AGENCY_MANAGEMENT = "multi_agency_management"
    DOMESTIC_ABUSE = "domestic_abuse"
    MODERN_SLAVERY = "modern_slavery"
    FOSTER_CARER = "foster_carer"


@dataclass(frozen=True, slots=True)
class RateException:
    """A ground on which a renter from `age_from` and below `age_below` is spared the shared rate.

    `even_when_sharing`: under Housing Benefit it also holds for one who does live in shared accommodation.
    """

    scheme: Scheme
    ground: Ground
    label: str
    age_from: int
    age_below: int
    even_when_sharing: bool
    source: str

    def covers(self, renter: Person) -> bool:
        return self.age_from <= renter.age < self.age_below and has_ground(renter, self.ground)


def has_ground(renter: Person, ground: Ground) -> bool:
    """Three months in hostels, all stays together, are taken as 92 nights: as long as any three months."""
    in_hostels = renter.hostel_nights >= NIGHTS_OF_THREE_MONTHS and renter.resettlement_accepted
    return {
        Ground.CARE_LEAVER: renter.care_leaver,
        Ground.HOMELESS_HOSTEL: in_hostels,
        Ground.DISABILITY_BENEFIT: renter.disability_benefit is not None,
        Ground.SEVERE_DISABILITY_PREMIUM: renter.severe_disability_premium,
        Ground.OVERNIGHT_CARE: renter.overnight_carer,
        Ground.MULTI_AGENCY_MANAGEMENT: renter.multi_agency_management,
        Ground.DOMESTIC_ABUSE: renter.domestic_abuse_evidenced,
        Ground.MODERN_SLAVERY: renter.modern_slavery,
        Ground.FOSTER_CARER: renter.foster_carer,
    }[ground]


def first_cover(
    renters: Iterable[Person], scheme: Scheme, exceptions: Iterable[RateException], *, sharing: bool = False
) -> RateException | None:
    """The first exception of the scheme that covers any of the renters."""
    people = tuple(renters)
    for each in exceptions:
        if each.scheme is scheme and (each.even_when_sharing or not sharing) and any(map(each.covers, people)):
            return each
    return None


def excepted(cover: RateException) -> Reason:
    return Reason(f"Not the shared rate: {cover.label}", cover.source)
