"""Who lives together, as far as bedrooms and the Local Housing Allowance care."""

from dataclasses import dataclass
from enum import StrEnum

ADULT_AGE = 16
UNDER_TEN = 10
LONGEST_ABSENCE_MONTHS = 6


class Sex(StrEnum):
    FEMALE = "F"
    MALE = "M"


class DisabilityBenefit(StrEnum):
    """The benefits that count for extra bedrooms and for the shared rate, by the rate in payment."""

    DLA_CARE_MIDDLE = "dla_care_middle"
    DLA_CARE_HIGHEST = "dla_care_highest"
    ATTENDANCE_ALLOWANCE_LOWER = "attendance_allowance_lower"
    ATTENDANCE_ALLOWANCE_HIGHER = "attendance_allowance_higher"
    PIP_DAILY_LIVING = "pip_daily_living"
    ARMED_FORCES_INDEPENDENCE = "armed_forces_independence"


DLA_CARE = frozenset({DisabilityBenefit.DLA_CARE_MIDDLE, DisabilityBenefit.DLA_CARE_HIGHEST})
ALL_BUT_LOWER_ATTENDANCE = frozenset(DisabilityBenefit) - {DisabilityBenefit.ATTENDANCE_ALLOWANCE_LOWER}


class AwayBecause(StrEnum):
    ARMED_FORCES = "armed_forces"
    CARE = "care"
    PRISON = "prison"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """One person and the facts about them that change a bedroom count or a rate.

    `sex` is None only for a baby that is not born yet. `responsible` is False for a child for whom
    nobody in the household gets the benefit, so one who stays part of the time. `lodger` pays on a
    commercial basis. `hostel_nights` are nights in hostels for homeless people, all stays together.
    """

    age: int
    sex: Sex | None
    disability_benefit: DisabilityBenefit | None = None
    overnight_carer: bool = False
    cannot_share: bool = False
    responsible: bool = True
    foster: bool = False
    lodger: bool = False
    away_months: int = 0
    away_because: AwayBecause = AwayBecause.OTHER
    care_leaver: bool = False
    hostel_nights: int = 0
    resettlement_accepted: bool = False
    multi_agency_management: bool = False
    domestic_abuse_evidenced: bool = False
    modern_slavery: bool = False
    severe_disability_premium: bool = False
    foster_carer: bool = False

    @property
    def is_child(self) -> bool:
        """Under 16 (Welfare Reform Act 2012 s40; HB Regs 2006 reg 2)."""
        return self.age < ADULT_AGE

    @property
    def is_present(self) -> bool:
        """Lives here, or is away for 6 months at most, or is a grown child on military operations.

        UC Regs 2013 Sch 4 para 11.
        """
        on_operations = self.away_because is AwayBecause.ARMED_FORCES and not self.is_child
        return self.away_months <= LONGEST_ABSENCE_MONTHS or on_operations

    @property
    def in_words(self) -> str:
        """ "a girl of 7", "a person of 19"."""
        if self.sex is None:
            return "the expected baby"
        if not self.is_child:
            return f"a person of {self.age}"
        return f"a {'girl' if self.sex is Sex.FEMALE else 'boy'} of {self.age}"


@dataclass(frozen=True, slots=True)
class Household:
    """The people of one household.

    `renters` are the claimant, and the partner when there is one. `children` are the renters' own
    and those placed with them. `non_dependants` are others who live here, singly or as couples.
    `claims_as_single`: the first renter claims Universal Credit without the partner. `shares_facilities`:
    the renters have neither two rooms of their own nor one with its own kitchen and bathroom.
    """

    renters: tuple[Person, ...]
    children: tuple[Person, ...] = ()
    non_dependants: tuple[Person, ...] = ()
    non_dependant_couples: tuple[tuple[Person, Person], ...] = ()
    expected_babies: int = 0
    claims_as_single: bool = False
    shares_facilities: bool = False

    @property
    def claimant(self) -> Person:
        return self.renters[0]

    @property
    def is_couple(self) -> bool:
        return len(self.renters) == 2

    @property
    def other_people(self) -> tuple[Person, ...]:
        """Everyone but the renters."""
        coupled = tuple(person for couple in self.non_dependant_couples for person in couple)
        return self.children + self.non_dependants + coupled
