"""A home to rent: from draft to let. One rent, never exceeded later (RRA 2025 s56)."""

from enum import StrEnum

from core.errors import DomainError
from core.money import Money
from core.states import Colour, Holder, Machine, State, move

VOID_AMBER_DAYS = 14
VOID_RED_DAYS = 28


class LetState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    AVAILABLE = "available"
    UNDER_OFFER = "under_offer"
    LET_AGREED = "let_agreed"
    LET = "let"
    WITHDRAWN = "withdrawn"
    ON_HOLD = "on_hold"


class ViewingMode(StrEnum):
    SINGLE = "single"
    GROUP = "group"


L = LetState

LET = Machine(
    "home to rent",
    L.DRAFT,
    [
        State(
            L.DRAFT,
            "Not sent yet",
            Holder.LANDLORD,
            "Finish the details and send it to us.",
            office="The landlord finishes the details and sends it to us.",
        ),
        State(
            L.IN_REVIEW,
            "Being read",
            Holder.COUNCIL,
            "An officer reads it and makes it available.",
            "You can take it back and change it.",
            office="An officer reads it and makes it available.",
        ),
        State(
            L.CHANGES_REQUESTED,
            "Change needed",
            Holder.LANDLORD,
            "Read what we asked for, change it and send it again.",
            "Nobody can be put forward until then.",
            Colour.AMBER,
            office="The landlord changes what we asked for and sends it again. Nobody can be put forward until then.",
        ),
        State(
            L.AVAILABLE,
            "Available",
            Holder.COUNCIL,
            "We look for a household that the home fits and ask them first.",
            colour=Colour.GREEN,
        ),
        State(L.UNDER_OFFER, "Under offer", Holder.RESIDENT, "A household is deciding about our offer."),
        State(
            L.LET_AGREED,
            "Let agreed",
            Holder.COUNCIL,
            "We agree the day of the keys and sign the papers.",
            colour=Colour.GREEN,
        ),
        State(L.LET, "Let", Holder.NOBODY, "The tenancy has begun.", colour=Colour.GREEN, terminal=True),
        State(L.WITHDRAWN, "Withdrawn", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREY, terminal=True),
        State(
            L.ON_HOLD,
            "On hold",
            Holder.COUNCIL,
            "Nobody is put forward until the hold ends.",
            colour=Colour.AMBER,
        ),
    ],
    [
        move("submit", [L.DRAFT, L.CHANGES_REQUESTED], L.IN_REVIEW, "Send to the council"),
        move("ask_for_changes", [L.IN_REVIEW], L.CHANGES_REQUESTED, "Ask for a change"),
        move("publish", [L.IN_REVIEW], L.AVAILABLE, "Make available"),
        move("hold", [L.AVAILABLE], L.ON_HOLD, "Put on hold"),
        move("end_hold", [L.ON_HOLD], L.AVAILABLE, "End the hold"),
        move("put_under_offer", [L.AVAILABLE], L.UNDER_OFFER, "Offer to a household"),
        move("release", [L.UNDER_OFFER, L.LET_AGREED], L.AVAILABLE, "Make available again"),
        move("agree", [L.UNDER_OFFER], L.LET_AGREED, "Let agreed"),
        move("let", [L.LET_AGREED], L.LET, "Keys handed over"),
        move(
            "withdraw",
            [L.DRAFT, L.IN_REVIEW, L.CHANGES_REQUESTED, L.AVAILABLE, L.ON_HOLD],
            L.WITHDRAWN,
            "Withdraw",
        ),
    ],
)


def check_agreed_rent(advertised: Money, agreed: Money) -> None:
    """Raises DomainError when the agreed rent is above the one advertised (RRA 2025 s56: no bidding)."""
    if agreed > advertised:
        raise DomainError(
            f"The rent cannot be more than the {advertised} that was advertised. Taking more is unlawful.",
            field="rent",
            code="above_advertised",
        )
