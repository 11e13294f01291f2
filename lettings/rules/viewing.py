"""A viewing: when, who came, and what each side thought."""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class ViewingState(StrEnum):
    SCHEDULED = "scheduled"
    ATTENDED = "attended"
    RESIDENT_NO_SHOW = "resident_no_show"
    LANDLORD_NO_SHOW = "landlord_no_show"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    PROCEED = "proceed"
    NOT_FOR_US = "not_for_us"


V = ViewingState

VIEWING = Machine(
    "viewing",
    V.SCHEDULED,
    [
        State(
            V.SCHEDULED,
            "Arranged",
            Holder.RESIDENT,
            "Come to the home at the time shown. Ring us if you cannot.",
            "We ring you and arrange another time. Missing one viewing costs you nothing.",
        ),
        State(V.ATTENDED, "Seen", Holder.COUNCIL, "The officer records what you both thought.", colour=Colour.GREEN),
        State(V.RESIDENT_NO_SHOW, "The applicant did not come", Holder.COUNCIL, "The officer rings the applicant."),
        State(V.LANDLORD_NO_SHOW, "The landlord did not come", Holder.COUNCIL, "The officer rings the landlord."),
        State(V.CANCELLED, "Cancelled", Holder.NOBODY, "Another time is arranged.", colour=Colour.GREY, terminal=True),
    ],
    [
        move("attend", [V.SCHEDULED], V.ATTENDED, "They came"),
        move("resident_missed", [V.SCHEDULED], V.RESIDENT_NO_SHOW, "The applicant did not come"),
        move("landlord_missed", [V.SCHEDULED], V.LANDLORD_NO_SHOW, "The landlord did not come"),
        move("cancel", [V.SCHEDULED, V.RESIDENT_NO_SHOW, V.LANDLORD_NO_SHOW], V.CANCELLED, "Cancel or rearrange"),
    ],
)
