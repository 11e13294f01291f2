"""What a landlord's answers amount to: values only, no rows."""

from dataclasses import dataclass, field
from datetime import date

from core.money import Money
from properties.rules.certificate import CertificateKind


@dataclass(frozen=True)
class Where:
    """Where the home is, as looked up from its postcode. `brma_source` says who chose the rental market area."""

    address: str
    town: str
    postcode: str
    uprn: str = ""
    authority_code: str = ""
    brma_key: str = ""
    brma_source: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Description:
    """What kind of home it is. `floor` 0 is the ground floor."""

    property_type: str
    bedrooms: int
    max_occupants: int
    room_in_shared_house: bool = False
    floor: int = 0
    has_lift: bool = False
    step_free: bool = False
    wheelchair_accessible: bool = False
    parking: bool = False
    furnished: str = "unfurnished"
    pets_considered: bool = False
    smoking_allowed: bool = False
    has_gas: bool = False
    heating: str = ""
    has_fuel_burning_appliance: bool = False
    supplies_electrical_equipment: bool = False


@dataclass(frozen=True)
class Rent:
    """One rent a period, and which bills it includes."""

    amount: Money
    frequency: str
    bills_included: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroundOneNotice:
    """Whether a ground 1 or 1A notice has been given for the home, and its dates."""

    given: bool
    served_on: date | None = None
    specified_on: date | None = None
    other_order_on: date | None = None


@dataclass(frozen=True)
class Licensing:
    """Licences that the home needs. A blank number means that none was given."""

    selective_area: bool = False
    selective_number: str = ""
    selective_expires_on: date | None = None
    hmo_mandatory: bool = False
    hmo_additional: bool = False
    hmo_number: str = ""
    hmo_expires_on: date | None = None


@dataclass(frozen=True)
class CertificateGiven:
    """One certificate as the landlord gave it: a file with its dates, a promise, or a reason why none is needed."""

    kind: CertificateKind
    document_reference: str = ""
    number: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    epc_band: str = ""
    not_required_because: str = ""
    promised_by: date | None = None


@dataclass(frozen=True)
class PhotoGiven:
    document_reference: str
    alt: str


@dataclass(frozen=True)
class HomeGiven:
    """All that a landlord tells us about a home."""

    where: Where
    description: Description
    rent: Rent
    notice: GroundOneNotice
    licensing: Licensing = field(default_factory=Licensing)
    certificates: tuple[CertificateGiven, ...] = ()
    photos: tuple[PhotoGiven, ...] = ()
