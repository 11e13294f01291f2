"""Putting a household forward for a home, to the keys (on screen: "put forward")."""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class NominationState(StrEnum):
    PROPOSED = "proposed"
    RESIDENT_ASKED = "resident_asked"
    RESIDENT_DECLINED = "resident_declined"
    RESIDENT_AGREED = "resident_agreed"
    SENT_TO_LANDLORD = "sent_to_landlord"
    LANDLORD_ACCEPTED = "landlord_accepted"
    LANDLORD_DECLINED = "landlord_declined"
    VIEWING = "viewing"
    OFFER = "offer"
    ACCEPTED = "accepted"
    LET = "let"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


N = NominationState
LIVE = (
    N.PROPOSED,
    N.RESIDENT_ASKED,
    N.RESIDENT_AGREED,
    N.SENT_TO_LANDLORD,
    N.LANDLORD_ACCEPTED,
    N.VIEWING,
    N.OFFER,
    N.ACCEPTED,
)

NOMINATION = Machine(
    "put forward",
    N.PROPOSED,
    [
        State(N.PROPOSED, "Chosen", Holder.COUNCIL, "The housing officer asks the applicant whether they want it."),
        State(
            N.RESIDENT_ASKED,
            "Waiting for the household",
            Holder.RESIDENT,
            "Tell us whether you want to see this home.",
            "We ring you before the place is given to anyone else.",
            told={Holder.RESIDENT: "Waiting for you"},
            office="The household says whether they want to see the home.",
        ),
        State(
            N.RESIDENT_DECLINED,
            "The household said no",
            Holder.NOBODY,
            "We look for other homes. Saying no to seeing a home is not held against you.",
            colour=Colour.GREY,
            terminal=True,
            told={Holder.RESIDENT: "You said no"},
            office="We look for other homes for them. Saying no to seeing a home is not held against them.",
        ),
        State(
            N.RESIDENT_AGREED,
            "The household said yes",
            Holder.COUNCIL,
            "The officer puts the household forward to the landlord.",
            told={Holder.RESIDENT: "You said yes"},
        ),
        State(
            N.SENT_TO_LANDLORD,
            "Waiting for the landlord",
            Holder.LANDLORD,
            "Tell us whether you would like to meet this household.",
            "Your officer rings you. You can have two more working days once.",
            told={Holder.LANDLORD: "Waiting for you"},
            office="The landlord says whether they would like to meet the household.",
        ),
        State(
            N.LANDLORD_ACCEPTED,
            "The landlord said yes",
            Holder.COUNCIL,
            "The officer arranges the viewing with you both.",
            told={Holder.LANDLORD: "You said yes"},
            office="The officer arranges the viewing with both.",
        ),
        State(
            N.LANDLORD_DECLINED,
            "The landlord said no",
            Holder.NOBODY,
            "The home is free for others, and we look for other homes for the household.",
            colour=Colour.GREY,
            terminal=True,
            told={Holder.LANDLORD: "You said no"},
        ),
        State(
            N.VIEWING,
            "Viewing",
            Holder.COUNCIL,
            "After the viewing you both tell us what you think.",
            office="After the viewing the officer asks both what they think.",
        ),
        State(
            N.OFFER,
            "Offer",
            Holder.COUNCIL,
            "The officer checks that the home is suitable and makes the offer in a letter.",
        ),
        State(
            N.ACCEPTED,
            "Offer accepted",
            Holder.COUNCIL,
            "We agree the day of the keys with everyone.",
            colour=Colour.GREEN,
        ),
        State(N.LET, "Keys handed over", Holder.NOBODY, "The tenancy has begun.", colour=Colour.GREEN, terminal=True),
        State(
            N.EXPIRED,
            "Ran out",
            Holder.NOBODY,
            "Nobody answered, after we rang. The officer looks again.",
            colour=Colour.GREY,
            terminal=True,
        ),
        State(
            N.WITHDRAWN,
            "Withdrawn",
            Holder.NOBODY,
            "Everyone who knew of it is told. Your officer looks for the next home.",
            colour=Colour.GREY,
            terminal=True,
            office="Everyone who knew of it is told. The officer looks for the next home.",
        ),
        State(
            N.SUPERSEDED,
            "The home went to someone else",
            Holder.NOBODY,
            "You keep your place. We look for the next home for you.",
            colour=Colour.GREY,
            terminal=True,
            office="They keep their place. We look for the next home for them.",
        ),
    ],
    [
        move("ask_resident", [N.PROPOSED], N.RESIDENT_ASKED, "Ask the applicant"),
        move("resident_agree", [N.RESIDENT_ASKED], N.RESIDENT_AGREED, "Applicant says yes"),
        move("resident_decline", [N.RESIDENT_ASKED, N.RESIDENT_AGREED], N.RESIDENT_DECLINED, "Applicant says no"),
        move("send_to_landlord", [N.RESIDENT_AGREED], N.SENT_TO_LANDLORD, "Put forward to the landlord"),
        move("landlord_accept", [N.SENT_TO_LANDLORD], N.LANDLORD_ACCEPTED, "Landlord says yes"),
        move(
            "landlord_decline",
            [N.SENT_TO_LANDLORD, N.LANDLORD_ACCEPTED, N.VIEWING],
            N.LANDLORD_DECLINED,
            "Landlord says no",
        ),
        move("arrange_viewing", [N.LANDLORD_ACCEPTED, N.VIEWING], N.VIEWING, "Arrange a viewing"),
        move("prepare_offer", [N.VIEWING], N.OFFER, "Prepare an offer"),
        move("accept", [N.OFFER], N.ACCEPTED, "Offer accepted"),
        move("refuse", [N.VIEWING, N.OFFER], N.RESIDENT_DECLINED, "Offer refused"),
        move("hand_over", [N.ACCEPTED], N.LET, "Hand over the keys"),
        move("expire", [N.RESIDENT_ASKED, N.SENT_TO_LANDLORD, N.OFFER], N.EXPIRED, "Let it run out"),
        move("withdraw", LIVE, N.WITHDRAWN, "Withdraw"),
        move("supersede", LIVE, N.SUPERSEDED, "Home went to someone else"),
    ],
)


class ResidentReason(StrEnum):
    """Why an applicant says no to seeing a home. None of them is a refusal of an offer."""

    AREA = "area"
    SIZE = "size"
    COST = "cost"
    ACCESS = "access"
    PETS = "pets"
    FOUND_ANOTHER = "found_another"
    OTHER = "other"


RESIDENT_REASON_LABELS = {
    ResidentReason.AREA: "It is in the wrong place for us",
    ResidentReason.SIZE: "It is too small or too big",
    ResidentReason.COST: "It costs too much",
    ResidentReason.ACCESS: "Stairs or other access would be a problem",
    ResidentReason.PETS: "Our pet could not come",
    ResidentReason.FOUND_ANOTHER: "We have found another home",
    ResidentReason.OTHER: "Something else",
}


class LandlordReason(StrEnum):
    """Why a landlord says no. Benefits and children can never be a reason (RRA 2025 Part 1 chapter 3)."""

    ALREADY_LET = "already_let"
    NOT_READY = "not_ready"
    TOO_MANY_PEOPLE = "too_many_people"
    PETS = "pets"
    SMOKING = "smoking"
    MOVE_DATE = "move_date"
    CHANGED_MIND = "changed_mind"
    OTHER = "other"


LANDLORD_REASON_LABELS = {
    LandlordReason.ALREADY_LET: "I have let it to someone else",
    LandlordReason.NOT_READY: "The home is not ready",
    LandlordReason.TOO_MANY_PEOPLE: "Too many people for the home",
    LandlordReason.PETS: "A pet, and the home is not right for one",
    LandlordReason.SMOKING: "Smoking",
    LandlordReason.MOVE_DATE: "The day they can move does not suit me",
    LandlordReason.CHANGED_MIND: "I no longer want to let it",
    LandlordReason.OTHER: "Something else",
}

NEEDS_NOTE = frozenset({LandlordReason.OTHER, LandlordReason.PETS, LandlordReason.TOO_MANY_PEOPLE})
TAKES_HOME_OFF = frozenset({LandlordReason.ALREADY_LET, LandlordReason.NOT_READY, LandlordReason.CHANGED_MIND})
