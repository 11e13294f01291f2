"""An offer of a home: its life, when it binds, and when it may be called final."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move


class OfferState(StrEnum):
    DRAFTED = "drafted"
    SUITABILITY_SIGNED = "suitability_signed"
    MADE = "made"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


F = OfferState
LIVE_OFFER = (F.DRAFTED, F.SUITABILITY_SIGNED, F.MADE, F.ACCEPTED)

OFFER = Machine(
    "offer",
    F.DRAFTED,
    [
        State(F.DRAFTED, "Being checked", Holder.COUNCIL, "The officer checks that the home is suitable."),
        State(F.SUITABILITY_SIGNED, "Suitable", Holder.COUNCIL, "The officer makes the offer in a letter."),
        State(
            F.MADE,
            "Offer made",
            Holder.RESIDENT,
            "Read the letter, ask us anything, and tell us yes or no.",
            "We ring you before the offer runs out.",
            Colour.AMBER,
            office="The household reads the letter, asks us anything, and says yes or no.",
        ),
        State(F.ACCEPTED, "Accepted", Holder.COUNCIL, "We agree the day of the keys.", colour=Colour.GREEN),
        State(
            F.REFUSED,
            "Refused",
            Holder.COUNCIL,
            "The officer writes to you about what it means for your help.",
            colour=Colour.GREY,
            terminal=True,
            office="The officer writes to them about what it means for their help.",
        ),
        State(
            F.LAPSED,
            "Ran out",
            Holder.COUNCIL,
            "The officer rings you.",
            colour=Colour.GREY,
            terminal=True,
            office="The officer rings them.",
        ),
        State(
            F.WITHDRAWN,
            "Withdrawn",
            Holder.COUNCIL,
            "Your officer looks for the next home and can tell you why.",
            colour=Colour.GREY,
            terminal=True,
            office="The officer looks for the next home for them.",
        ),
    ],
    [
        move("sign_suitability", [F.DRAFTED], F.SUITABILITY_SIGNED, "Sign that it is suitable"),
        move("make", [F.SUITABILITY_SIGNED], F.MADE, "Make the offer"),
        move("accept", [F.MADE], F.ACCEPTED, "Accept"),
        move("refuse", [F.MADE], F.REFUSED, "Refuse"),
        move("lapse", [F.MADE], F.LAPSED, "Let it run out"),
        move("withdraw", LIVE_OFFER, F.WITHDRAWN, "Withdraw"),
    ],
)


class Basis(StrEnum):
    """What the offer is in law."""

    ORDINARY = "ordinary"
    FINAL_RELIEF = "final_relief"
    MAIN_DUTY_PRIVATE = "main_duty_private"


BASIS_LABELS = {
    Basis.ORDINARY: "An ordinary offer",
    Basis.FINAL_RELIEF: "A final accommodation offer in relief (s193A)",
    Basis.MAIN_DUTY_PRIVATE: "A private rented sector offer under the main duty (s193(7AA))",
}


@dataclass(frozen=True)
class Bound:
    """Whether the household is still bound to its present home when it must take up the new one.

    `liability_ends_on` is the first day on which nothing is owed there; `released_on` the day from which
    the landlord has released all joint tenants in writing (Renters' Rights Act 2025 s20).
    """

    liability_ends_on: date | None
    released_on: date | None = None

    def obstacle(self, move_on: date) -> str:
        """Why the offer cannot be final, or "" (s193(7F),(8); s193A(6),(7))."""
        ends = self.liability_ends_on
        if ends is None or ends <= move_on or (self.released_on is not None and self.released_on <= move_on):
            return ""
        return (
            f"They are bound to their present home until {dates.in_words(ends)}, "
            f"and would have to take this one up on {dates.in_words(move_on)}. "
            "An ordinary offer stands. A final one needs their landlord’s written release, with every joint tenant."
        )


def may_be(basis: Basis, bound: Bound, move_on: date) -> str:
    """Why an offer cannot stand on this basis, or "" when it can."""
    return "" if basis is Basis.ORDINARY else bound.obstacle(move_on)


def warnings(basis: Basis, *, duty: str, priority_need: bool, intentional: bool) -> list[str]:
    """What refusing would mean, for the officer. Never a threat to the main duty by mistake."""
    if basis is Basis.FINAL_RELIEF:
        return [
            "Refusing a final offer can end the relief duty, and then no main duty follows (s193A(2), (3)).",
            "They may ask for a review of whether it is suitable, whether they accept it or not.",
        ]
    if basis is Basis.MAIN_DUTY_PRIVATE:
        return [
            "Accepting or refusing ends the main duty (s193(7AA)).",
            "They may ask for a review of whether it is suitable, whether they accept it or not.",
        ]
    if duty == "prevention":
        return ["Refusing a suitable offer can end the prevention duty (s195(8)(d)), after a warning letter."]
    if duty == "relief":
        found = ["Refusing a suitable offer can end the relief duty (s189B(7)(c)), after a warning letter."]
        if priority_need and not intentional:
            found.append("Ending relief this way starts the main duty for this household (s193(1)(c)).")
        return found
    return []


WARNED_FIRST = "Before that we would write to warn you, and you would have time to change your mind."
LASTING = "if the home suits you and is likely to last at least 6 months"


def consequences(basis: Basis, *, duty: str, priority_need: bool, intentional: bool) -> list[str]:
    """The same for the household's letter. A warning comes before any refusal ends a duty: house rule."""
    if basis is Basis.FINAL_RELIEF:
        said = "If you say no, the relief duty can end, and we would owe you no main duty after it (s193A(2), (3))."
        return ["This is a final offer.", said, WARNED_FIRST]
    if basis is Basis.MAIN_DUTY_PRIVATE:
        yes = "If you say yes, the main duty ends: this is your home (s193(7AA))."
        return [yes, "If you say no, the main duty can end too (s193(7AA)).", WARNED_FIRST]
    sources = {"prevention": "s195(8)(d)", "relief": "s189B(7)(c)"}
    if duty not in sources:
        return ["Saying no does not end any duty that we owe you."]
    found = [f"If you say no, the {duty} duty can end, {LASTING} ({sources[duty]}).", WARNED_FIRST]
    if duty == "relief" and priority_need and not intentional:
        found.append("If the relief duty ended like this, the main duty would begin, and we would go on helping you.")
    return found
