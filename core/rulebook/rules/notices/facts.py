"""What is known of a notice, and the grounds it may give. An answer of None means that nobody knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.money import Money
from core.rulebook.rules.arrears import Level
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.rent import Frequency


class Letting(StrEnum):
    """How the home is let, as far as the kind of notice depends on it."""

    PRIVATE = "private"
    SOCIAL = "social"
    COUNCIL = "council"
    LODGER = "lodger"


class Paper(StrEnum):
    """What the paper itself says it is. A ground is looked for in the first two only."""

    FORM_3A = "form_3a"
    FORM_3 = "form_3"
    SECTION_21 = "section_21"
    MESSAGE = "message"


class LandlordKind(StrEnum):
    """`PRIVATE` is any person or company that is none of the others."""

    PRIVATE = "private"
    COUNCIL_COMPANY = "council_company"
    SOCIAL = "social"
    CHARITY = "charity"
    SUPPORTED = "supported"
    EDUCATION = "education"
    LENDER = "lender"
    FARM = "farm"


class Deposit(StrEnum):
    """Where the tenant's deposit stands now."""

    NONE = "none"
    HELD = "held"
    NOT_HELD = "not_held"
    RETURNED = "returned"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Ground:
    """A row of the rulebook. `notice_unit` is "months", "weeks" or "immediate".

    `plain_words` say in a sentence what the landlord must prove.
    """

    code: str
    mandatory: bool
    notice_number: int
    notice_unit: str
    least_tenancy_months: int | None
    summary: str
    plain_words: str
    source: str


@dataclass(frozen=True, slots=True)
class Law:
    """The rows of the rulebook that a notice is read by: grounds by number, and what ground 8 takes."""

    grounds: Mapping[Regime, Mapping[str, Ground]]
    ground_8: Mapping[Regime, Level]


@dataclass(frozen=True, slots=True)
class Students:
    """What ground 4A turns on. `agreed_on` is the day the tenancy was entered into, `moved_in_on` the first day of
    the right to live there.
    """

    house_in_multiple_occupation: bool | None = None
    all_students: bool | None = None
    told_in_writing_before: bool | None = None
    agreed_on: date | None = None
    moved_in_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rent:
    """`arrears` is what was unpaid when the notice was given, `only_unpaid_award` the part of it that is unpaid only
    because a Universal Credit housing award has not come yet.
    """

    amount: Money | None = None
    frequency: Frequency | None = None
    arrears: Money | None = None
    only_unpaid_award: Money | None = None


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """A notice and the tenancy it is about. `specified_on` is the date in the notice.

    `main_duty_let`: someone lived there at some time under the council's main duty (HA 1996 s193), which interim
    and relief lets are not. `found_on`: the day of the conviction or finding behind ground 7A.
    `deposit_rules_met`: the scheme's own first steps were done; `information_given`: the tenant has the
    prescribed information, however late.
    """

    letting: Letting | None = Letting.PRIVATE
    paper: Paper | None = Paper.FORM_3A
    grounds: tuple[str, ...] = ()
    gives_no_ground: bool = False
    tenancy_began_on: date | None = None
    served_on: date | None = None
    specified_on: date | None = None
    rent: Rent = Rent()
    landlord: LandlordKind | None = None
    compulsory_purchase: bool | None = None
    old_assured_tenancy: bool | None = None
    superior_lease_ends_on: date | None = None
    students: Students = Students()
    main_duty_let: bool | None = None
    council_told_on: date | None = None
    found_on: date | None = None
    deposit: Deposit | None = None
    deposit_rules_met: bool | None = None
    information_given: bool | None = None

    @property
    def regime(self) -> Regime | None:
        """The rules to read by. Someone who does not know is read as a private tenant; None where section 8 is not
        the law at all.
        """
        if self.letting in (Letting.COUNCIL, Letting.LODGER):
            return None
        return Regime.SOCIAL if self.letting is Letting.SOCIAL else Regime.PRIVATE

    @property
    def quick(self) -> bool:
        """Whether the notice gives 7A or 14, whose date may be the day of service (private lettings)."""
        return bool({"7A", "14"} & set(self.grounds))
