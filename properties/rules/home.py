"""A home's life with the council, and the words that describe it (field names of the PRS Database)."""

from enum import StrEnum

from core.rulebook.rules.rent import Frequency
from core.states import Colour, Holder, Machine, State, move


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


class Furnished(StrEnum):
    FURNISHED = "furnished"
    PART_FURNISHED = "part_furnished"
    UNFURNISHED = "unfurnished"


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
        State(H.DRAFT, "Not sent yet", Holder.LANDLORD, "Finish the questions and send us your home."),
        State(
            H.SUBMITTED,
            "Certificates being checked",
            Holder.COUNCIL,
            "A landlord liaison officer checks the certificates you sent.",
            "You can still add photos and missing certificates.",
        ),
        State(
            H.CHANGES_REQUESTED,
            "Change needed",
            Holder.LANDLORD,
            "Read what we asked for below, put it right and send the home again.",
            "We cannot offer the home to anyone until then.",
            Colour.AMBER,
        ),
        State(
            H.INSPECTION_DUE,
            "Visit to arrange",
            Holder.COUNCIL,
            "An officer visits the home. We ring you to agree a time.",
        ),
        State(
            H.ACCEPTED,
            "Accepted",
            Holder.LANDLORD,
            "You can offer the home to let.",
            colour=Colour.GREEN,
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
