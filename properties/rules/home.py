"""A home's life with the council, and the words that describe it (field names of the PRS Database)."""

from dataclasses import dataclass
from enum import StrEnum

from core.errors import DomainError
from core.money import Money
from core.rulebook.rules.lha import BY_BEDROOMS, Category
from core.rulebook.rules.rent import Frequency
from core.states import Colour, Holder, Machine, State, move

MOST_PHOTOS = 20


class PropertyType(StrEnum):
    DETACHED_HOUSE = "detached_house"
    SEMI_DETACHED_HOUSE = "semi_detached_house"
    TERRACED_HOUSE = "terraced_house"
    FLAT = "flat"
    OTHER = "other"


PROPERTY_TYPE_LABELS = {
    PropertyType.DETACHED_HOUSE: "Detached house",
    PropertyType.SEMI_DETACHED_HOUSE: "Semi-detached house",
    PropertyType.TERRACED_HOUSE: "Terraced house",
    PropertyType.FLAT: "Flat",
    PropertyType.OTHER: "Something else",
}


RENT_FREQUENCY_LABELS = {
    Frequency.WEEKLY: "a week",
    Frequency.FORTNIGHTLY: "every two weeks",
    Frequency.FOUR_WEEKLY: "every four weeks",
    Frequency.MONTHLY: "a month",
}


def rent_in_words(rent: Money, frequency: str) -> str:
    """ "£995 a month"."""
    return f"{rent.short} {RENT_FREQUENCY_LABELS[Frequency(frequency)]}"


class Furnished(StrEnum):
    FURNISHED = "furnished"
    PART_FURNISHED = "part_furnished"
    UNFURNISHED = "unfurnished"


FURNISHED_LABELS = {
    Furnished.FURNISHED: "Furnished",
    Furnished.PART_FURNISHED: "Part furnished",
    Furnished.UNFURNISHED: "Unfurnished",
}


class Heating(StrEnum):
    GAS_BOILER = "gas_boiler"
    ELECTRIC = "electric"
    HEAT_PUMP = "heat_pump"
    OIL_BOILER = "oil_boiler"
    COMMUNAL = "communal"
    OTHER = "other"


HEATING_LABELS = {
    Heating.GAS_BOILER: "Gas boiler",
    Heating.ELECTRIC: "Electric heaters",
    Heating.HEAT_PUMP: "Heat pump",
    Heating.OIL_BOILER: "Oil boiler",
    Heating.COMMUNAL: "Heat from a shared system in the building",
    Heating.OTHER: "Something else",
}
BURNS_FUEL = frozenset({Heating.GAS_BOILER, Heating.OIL_BOILER})
"""Kinds of heating that burn fuel in the home, so that a carbon monoxide alarm is needed (SI 2022/707)."""


class Bill(StrEnum):
    """Bills that a rent may include."""

    WATER = "water"
    GAS = "gas"
    ELECTRICITY = "electricity"
    COUNCIL_TAX = "council_tax"
    BROADBAND = "broadband"
    CLEANING = "cleaning"


BILL_LABELS = {
    Bill.WATER: "Water",
    Bill.GAS: "Gas",
    Bill.ELECTRICITY: "Electricity",
    Bill.COUNCIL_TAX: "Council tax",
    Bill.BROADBAND: "Broadband",
    Bill.CLEANING: "Cleaning of shared parts",
}


class HomeState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes_requested"
    INSPECTION_DUE = "inspection_due"
    ACCEPTED = "accepted"
    ARCHIVED = "archived"


H = HomeState

HOME = Machine(
    "home",
    H.DRAFT,
    [
        State(
            H.DRAFT,
            "Not sent yet",
            Holder.LANDLORD,
            "Finish the questions and send us your home.",
            office="The landlord finishes the questions and sends us the home.",
        ),
        State(
            H.SUBMITTED,
            "Certificates being checked",
            Holder.COUNCIL,
            "A landlord liaison officer checks the certificates you sent.",
            "You can still add photos and missing certificates.",
            office="A landlord liaison officer checks the certificates.",
        ),
        State(
            H.CHANGES_REQUESTED,
            "Change needed",
            Holder.LANDLORD,
            "Read what we asked for below, put it right and send the home again.",
            "We cannot offer the home to anyone until then.",
            Colour.AMBER,
            office="The landlord puts right what we asked for and sends the home again.",
        ),
        State(
            H.INSPECTION_DUE,
            "Visit to arrange",
            Holder.COUNCIL,
            "An officer visits the home. We ring you to agree a time.",
            office="An officer rings the landlord to agree a time and visits the home.",
        ),
        State(
            H.ACCEPTED,
            "Accepted",
            Holder.LANDLORD,
            "You can offer the home to let.",
            colour=Colour.GREEN,
            office="The landlord can offer the home to let.",
        ),
        State(H.ARCHIVED, "Put away", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREY, terminal=True),
    ],
    [
        move("submit", [H.DRAFT, H.CHANGES_REQUESTED], H.SUBMITTED, "Send to the council"),
        move("ask_for_changes", [H.SUBMITTED, H.INSPECTION_DUE], H.CHANGES_REQUESTED, "Ask for a change"),
        move("certificates_in_order", [H.SUBMITTED], H.INSPECTION_DUE, "Certificates are in order"),
        move("accept", [H.INSPECTION_DUE], H.ACCEPTED, "Accept the home"),
        move("reopen_checks", [H.ACCEPTED], H.INSPECTION_DUE, "Visit again"),
        move(
            "archive",
            [H.DRAFT, H.SUBMITTED, H.CHANGES_REQUESTED, H.INSPECTION_DUE, H.ACCEPTED],
            H.ARCHIVED,
            "Put away",
        ),
    ],
)


def lha_category(bedrooms: int, *, room_in_shared_house: bool) -> Category:
    """The category of the Local Housing Allowance that a home of this size belongs to.

    A room in a shared house is category A; a home with more than four bedrooms counts as four
    (Rent Officers (Housing Benefit Functions) Order 1997 Sch 3B para 1).
    """
    if room_in_shared_house:
        return Category.SHARED
    return BY_BEDROOMS[min(max(bedrooms, 1), max(BY_BEDROOMS))]


def most_people(bedrooms: int, *, room_in_shared_house: bool) -> int:
    """The most people that we believe without asking: two to a room, a living room counted.

    House rule, to catch slips of the hand. The statutory standard is Housing Act 1985 s326.
    """
    return 2 if room_in_shared_house else 2 * (bedrooms + 1)


def check_people(bedrooms: int, max_occupants: int, *, room_in_shared_house: bool) -> None:
    """Raises DomainError on `max_occupants` when so many people cannot live in so many rooms."""
    most = most_people(bedrooms, room_in_shared_house=room_in_shared_house)
    if max_occupants > most:
        rooms = (
            "a room in a shared house" if room_in_shared_house else f"{bedrooms} bedroom{'' if bedrooms == 1 else 's'}"
        )
        raise DomainError(
            f"{max_occupants} people is too many for {rooms}: the most is {most}. Ring us if yours is different.",
            field="max_occupants",
            code="too_many_people",
        )


@dataclass(frozen=True)
class HomeFilters:
    """What an officer narrows the list by. Empty means all."""

    text: str = ""
    state: str = ""
