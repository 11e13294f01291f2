"""Category of the Local Housing Allowance, from the size criteria and the shared accommodation rate.

Universal Credit and Housing Benefit are two functions, each with its own reading of its regulations.
Neither is the bedroom standard, which says whether a home is suitable (`bedroom_standard`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from core.rulebook.rules.bedrooms import Bedrooms, Reason
from core.rulebook.rules.household import Household
from core.rulebook.rules.shared_rate import SHARED_RATE_BELOW, RateException, Scheme, excepted, first_cover
from core.rulebook.rules.size_criteria import HB13D, UC4, hb_bedrooms, uc_bedrooms


class Category(StrEnum):
    """The five kinds of dwelling for which a rate is set."""

    SHARED = "A"
    ONE = "B"
    TWO = "C"
    THREE = "D"
    FOUR = "E"

    @property
    def label(self) -> str:
        return {"A": "shared", "B": "1 bedroom", "C": "2 bedrooms", "D": "3 bedrooms", "E": "4 bedrooms"}[self.value]


BY_BEDROOMS = {1: Category.ONE, 2: Category.TWO, 3: Category.THREE, 4: Category.FOUR}


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The bedrooms and category that set the rate, with every line that led there.

    `spared_by` is the exception without which it would be the shared rate.
    """

    bedrooms: int
    category: Category
    because: tuple[Reason, ...]
    spared_by: RateException | None = None


def uc_entitlement(household: Household, exceptions: Iterable[RateException]) -> Entitlement:
    """Bedrooms and category under Universal Credit.

    The shared rate is for a renter under 35, single or claiming as single, with no child and no
    non-dependant (paras 27-29). Nothing turns on whether the home is shared in fact.
    """
    size = uc_bedrooms(household)
    alone = not household.is_couple or household.claims_as_single
    if alone and not has_company(household) and household.claimant.age < SHARED_RATE_BELOW:
        cover = first_cover([household.claimant], Scheme.UNIVERSAL_CREDIT, exceptions)
        if cover is None:
            return shared(size, "Shared rate: single, under 35, no child and no other adult here", f"{UC4}s 27-28")
        return replace(own(size, excepted(cover)), spared_by=cover)
    return own(size)


def hb_entitlement(household: Household, exceptions: Iterable[RateException]) -> Entitlement:
    """Bedrooms and category under Housing Benefit.

    The shared rate is for a single claimant under 35 with no child and no non-dependant (reg 13D(2)(a)(i)),
    and for anyone who needs one bedroom and does live in shared accommodation (reg 13D(2)(a)(ii)).
    """
    exceptions = tuple(exceptions)
    size = hb_bedrooms(household)
    reasons = []
    if not household.is_couple and not has_company(household) and household.claimant.age < SHARED_RATE_BELOW:
        cover = first_cover([household.claimant], Scheme.HOUSING_BENEFIT, exceptions)
        if cover is None:
            return shared(size, "Shared rate: single, under 35, no child and no other adult here", f"{HB13D}(2)(a)(i)")
        reasons.append(excepted(cover))
    if household.shares_facilities and size.count == 1:
        cover = first_cover(household.renters, Scheme.HOUSING_BENEFIT, exceptions, sharing=True)
        if cover is None:
            return shared(size, "Shared rate: the home is shared with other people", f"{HB13D}(2)(a)(ii)")
        reasons = [excepted(cover)]
    return own(size, *reasons)


def own(size: Bedrooms, *more: Reason) -> Entitlement:
    return Entitlement(size.count, BY_BEDROOMS[size.count], (*size.because, *more))


def shared(size: Bedrooms, text: str, source: str) -> Entitlement:
    return Entitlement(1, Category.SHARED, (*size.because, Reason(text, source, 1 - size.count)))


def has_company(household: Household) -> bool:
    """A child or young person for whom a renter is responsible, or a non-dependant, lives here."""
    people = (person for person in household.other_people if person.is_present)
    return any(person.responsible and not person.foster and not person.lodger for person in people)
