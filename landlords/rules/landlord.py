"""A landlord's life with the council, from first contact to closing (states of the Private Rented Sector scheme)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move


class LandlordType(StrEnum):
    """Words of the PRS Database, so that records can be reconciled with it later."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"


class OrganisationType(StrEnum):
    COMPANY = "company"
    CHARITY = "charity"
    TRUST = "trust"
    PARTNERSHIP = "partnership"


class LandlordState(StrEnum):
    ENQUIRY = "enquiry"
    INVITED = "invited"
    REGISTERING = "registering"
    AWAITING_CHECKS = "awaiting_checks"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    PARKED = "parked"


S = LandlordState
BEFORE_ACTIVE = (S.ENQUIRY, S.INVITED, S.REGISTERING, S.AWAITING_CHECKS)

LANDLORD = Machine(
    "landlord",
    S.REGISTERING,
    [
        State(
            S.ENQUIRY,
            "Enquiry",
            Holder.COUNCIL,
            "We will ring you to talk about letting through us.",
            office="We ring the landlord and invite them to register.",
        ),
        State(
            S.INVITED,
            "Invited",
            Holder.LANDLORD,
            "Use the link we sent you to register.",
            office="The landlord registers with the link that we sent.",
        ),
        State(
            S.REGISTERING,
            "Waiting for the landlord",
            Holder.LANDLORD,
            "Tell us what is still missing and send your registration.",
            "We keep your answers for 28 days.",
            Colour.AMBER,
            told={Holder.LANDLORD: "More needed from you"},
            office="The landlord sends what is still missing, and the registration comes back to us.",
        ),
        State(
            S.AWAITING_CHECKS,
            "Being checked",
            Holder.COUNCIL,
            "A landlord liaison officer checks what you told us and writes to you.",
            "You can add your homes meanwhile.",
            office="A landlord liaison officer checks what they told us and writes to them.",
        ),
        State(
            S.ACTIVE,
            "Active",
            Holder.NOBODY,
            "You can offer homes and apply for a deposit guarantee.",
            colour=Colour.GREEN,
            office="They can offer homes and apply for a deposit guarantee.",
        ),
        State(
            S.SUSPENDED,
            "Suspended",
            Holder.COUNCIL,
            "You cannot start new lets or guarantees. Anything we already owe you is still paid.",
            "Ring your landlord liaison officer, or ask for a review.",
            Colour.RED,
            office="They cannot start new lets or guarantees. Anything we already owe them is still paid.",
        ),
        State(S.CLOSED, "Closed", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREY, terminal=True),
        State(
            S.PARKED,
            "Parked",
            Holder.NOBODY,
            "Nothing happens until you ask us to reopen it, or we do.",
            colour=Colour.GREY,
            office="Nothing happens until they ask us to reopen it, or we do.",
        ),
    ],
    [
        move("invite", [S.ENQUIRY, S.INVITED], S.INVITED, "Invite to register"),
        move("begin", [S.INVITED], S.REGISTERING, "Start registering"),
        move("submit", [S.REGISTERING], S.AWAITING_CHECKS, "Send registration"),
        move("ask_for_more", [S.AWAITING_CHECKS], S.REGISTERING, "Ask for more"),
        move("activate", [S.AWAITING_CHECKS], S.ACTIVE, "Activate"),
        move("suspend", [S.ACTIVE], S.SUSPENDED, "Suspend"),
        move("reinstate", [S.SUSPENDED], S.ACTIVE, "Reinstate"),
        move("close", [S.ACTIVE, S.SUSPENDED, S.PARKED], S.CLOSED, "Close"),
        move("park", BEFORE_ACTIVE, S.PARKED, "Park"),
        move("reopen", [S.PARKED], S.REGISTERING, "Reopen"),
        move("reopen_enquiry", [S.PARKED], S.ENQUIRY, "Reopen the enquiry"),
    ],
)


class SuspensionReason(StrEnum):
    """Why a manager may suspend a landlord."""

    ENFORCEMENT_NOTICE = "enforcement_notice"
    BANNING_ORDER = "banning_order"
    UNPAID_RECHARGE = "unpaid_recharge"
    FAILED_FIT_AND_PROPER = "failed_fit_and_proper"


SUSPENSION_LABELS = {
    SuspensionReason.ENFORCEMENT_NOTICE: "Enforcement notice",
    SuspensionReason.BANNING_ORDER: "Banning order",
    SuspensionReason.UNPAID_RECHARGE: "Unpaid recharge",
    SuspensionReason.FAILED_FIT_AND_PROPER: "Did not meet the fit and proper test",
}


@dataclass(frozen=True)
class Details:
    """Who the landlord is and how to reach them. `postcode` is normalised ("DA1 1AB")."""

    landlord_type: LandlordType
    name: str
    email: str
    telephone: str
    address: str
    postcode: str
    organisation_type: str = ""
    company_number: str = ""
    contact_name: str = ""


@dataclass(frozen=True)
class Declaration:
    """The fit and proper answers, in the words of SI 2012/2601 article 3(e)(i) to (iv).

    True means an adverse answer. Spent convictions are never asked for (Rehabilitation of Offenders
    Act 1974). `details` is criminal-offence data (UK GDPR article 10).
    """

    offences: bool
    discrimination: bool
    housing_law: bool
    management_code: bool
    details: str = ""

    @property
    def adverse(self) -> bool:
        return self.offences or self.discrimination or self.housing_law or self.management_code


def declaration_due(declared_on: date) -> date:
    """The declaration is made again every year (house rule)."""
    return dates.add_years(declared_on, 1)


@dataclass(frozen=True)
class LandlordFilters:
    """What an officer narrows the list by. Empty means all."""

    text: str = ""
    state: str = ""


QUESTIONS = {
    "offences": "Fraud, dishonesty, violence, illegal drugs or a sexual offence",
    "discrimination": "Unlawful discrimination in business",
    "housing_law": "Breaking housing law, or landlord and tenant law",
    "management_code": "Breaking an approved code for managing shared houses",
}
"""The fit and proper questions by their limb of SI 2012/2601 article 3(e)."""


class MeetingPlace(StrEnum):
    """Where a landlord would like to meet their officer."""

    HOME = "home"
    COUNCIL = "council"


MEETING_PLACE_LABELS = {
    MeetingPlace.HOME: "At a home that I let, or want to let",
    MeetingPlace.COUNCIL: "At the council",
}
MEETING_PLACE_WORDS = {MeetingPlace.HOME: "at a home to let", MeetingPlace.COUNCIL: "at the council"}
"""The same place within a sentence."""
