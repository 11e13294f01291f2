"""A landlord's application to a scheme, from draft to in force."""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class ApplicationState(StrEnum):
    SUBMITTED = "submitted"
    MORE_INFORMATION = "more_information"
    RECOMMENDED = "recommended"
    APPROVED = "approved"
    OFFER_SIGNED = "offer_signed"
    IN_FORCE = "in_force"
    ENDED = "ended"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


A = ApplicationState

APPLICATION = Machine(
    "application",
    A.SUBMITTED,
    [
        State(
            A.SUBMITTED,
            "Being looked at",
            Holder.COUNCIL,
            "A landlord liaison officer reads your application and recommends a decision.",
            office="A landlord liaison officer reads the application and recommends a decision.",
        ),
        State(
            A.MORE_INFORMATION,
            "Waiting for the landlord",
            Holder.LANDLORD,
            "Answer our question, and we go on at once.",
            "Your application waits. Nothing is lost.",
            Colour.AMBER,
            told={Holder.LANDLORD: "More needed from you"},
            office="The landlord answers our question, and we go on at once.",
        ),
        State(
            A.RECOMMENDED,
            "Waiting for approval",
            Holder.COUNCIL,
            "Another officer approves it, within their limit.",
        ),
        State(
            A.APPROVED,
            "Approved: to be signed",
            Holder.LANDLORD,
            "Sign the guarantee before the tenancy starts.",
            "The offer runs out, and you would have to apply again.",
            Colour.GREEN,
            told={Holder.LANDLORD: "Approved: sign it"},
            office="The landlord signs the guarantee before the tenancy starts, or the offer runs out.",
        ),
        State(
            A.OFFER_SIGNED,
            "Signed",
            Holder.COUNCIL,
            "The guarantee starts with the tenancy.",
            colour=Colour.GREEN,
        ),
        State(A.IN_FORCE, "In force", Holder.NOBODY, "The guarantee covers the tenancy.", colour=Colour.GREEN),
        State(
            A.ENDED,
            "Ended",
            Holder.NOBODY,
            "The guarantee is over and no claim can come any more.",
            colour=Colour.GREY,
            terminal=True,
        ),
        State(
            A.REFUSED,
            "Not approved",
            Holder.NOBODY,
            "We wrote to you with the reason. You can ask for a review.",
            colour=Colour.GREY,
            terminal=True,
            office="We wrote to the landlord with the reason. They can ask for a review.",
        ),
        State(A.WITHDRAWN, "Withdrawn", Holder.NOBODY, "Nothing more happens.", colour=Colour.GREY, terminal=True),
        State(
            A.LAPSED,
            "Ran out",
            Holder.NOBODY,
            "It was not signed in time. You can apply again.",
            colour=Colour.GREY,
            terminal=True,
            office="It was not signed in time. The landlord can apply again.",
        ),
    ],
    [
        move("ask_for_more", [A.SUBMITTED, A.RECOMMENDED], A.MORE_INFORMATION, "Ask for more"),
        move("answer", [A.MORE_INFORMATION], A.SUBMITTED, "Answer"),
        move("recommend", [A.SUBMITTED], A.RECOMMENDED, "Recommend"),
        move("approve", [A.RECOMMENDED], A.APPROVED, "Approve"),
        move("refuse", [A.SUBMITTED, A.RECOMMENDED], A.REFUSED, "Do not approve"),
        move("sign", [A.APPROVED], A.OFFER_SIGNED, "Sign"),
        move("start", [A.OFFER_SIGNED], A.IN_FORCE, "Start with the tenancy"),
        move("end", [A.IN_FORCE], A.ENDED, "End"),
        move(
            "withdraw",
            [A.SUBMITTED, A.MORE_INFORMATION, A.RECOMMENDED, A.APPROVED, A.OFFER_SIGNED],
            A.WITHDRAWN,
            "Withdraw",
        ),
        move("lapse", [A.APPROVED], A.LAPSED, "Let it run out"),
    ],
)
