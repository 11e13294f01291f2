"""The letters that open and end a duty: what each must contain, who signs, and the review right.

Sources: Housing Act 1996 ss184, 189A, 189B, 193, 195, 202; SI 2018/223 regs 5 to 9.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core import dates
from core.states import Colour, Holder, Machine, State, move

REVIEW_DAYS = 21


class LetterKind(StrEnum):
    DUTY_DECISION = "duty_decision"
    ASSESSMENT_AND_PLAN = "assessment_and_plan"
    END_OF_PREVENTION = "end_of_prevention"
    END_OF_RELIEF = "end_of_relief"
    MAIN_DUTY_DECISION = "main_duty_decision"
    END_OF_MAIN = "end_of_main"
    REFUSAL_WARNING = "refusal_warning"
    COOPERATION_WARNING = "cooperation_warning"
    TEMPORARY_OFFER = "temporary_offer"
    PART_6_OFFER = "part_6_offer"


OFFERS = (LetterKind.TEMPORARY_OFFER, LetterKind.PART_6_OFFER)
"""The letters that make an offer which is kept nowhere else."""


class LetterState(StrEnum):
    PREPARED = "prepared"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


LETTER = Machine(
    "statutory letter",
    LetterState.PREPARED,
    [
        State(LetterState.PREPARED, "Waiting for a second signature", Holder.COUNCIL, "A manager reads and signs it."),
        State(
            LetterState.SENT,
            "Given",
            Holder.NOBODY,
            "The household can ask for a review to the day shown.",
            colour=Colour.GREEN,
        ),
        State(
            LetterState.WITHDRAWN,
            "Taken back",
            Holder.NOBODY,
            "It was never given.",
            colour=Colour.GREY,
            terminal=True,
        ),
    ],
    [
        move("send", [LetterState.PREPARED], LetterState.SENT, "Sign and give"),
        move("withdraw", [LetterState.PREPARED], LetterState.WITHDRAWN, "Take back"),
    ],
)


@dataclass(frozen=True)
class Item:
    """One thing that the letter must contain or that must be true before it goes.

    `by_rule` items are ticked by the record; the officer ticks the rest.
    """

    key: str
    words: str
    source: str
    by_rule: bool = False


@dataclass(frozen=True)
class Spec:
    """One kind of letter. `review_weeks` is the time to decide a review; 0 where there is no review right.

    `asks` names what the officer writes into it beside the day for an answer; empty where there is neither.
    """

    kind: LetterKind
    label: str
    items: tuple[Item, ...]
    manager_signs: bool = False
    review_limb: str = ""
    review_weeks: int = 0
    asks: str = ""
    version: int = 1


REVIEW = Item("review_right", "It says how and by when to ask for a review", "s202(3)", by_rule=True)
PLAIN = Item("read_through", "I have read it through as they will read it", "house rule")

SPECS: Mapping[LetterKind, Spec] = {
    spec.kind: spec
    for spec in (
        Spec(
            LetterKind.DUTY_DECISION,
            "Decision on what duty we owe",
            (
                Item("decision", "It says what we decided", "s184(3)", by_rule=True),
                Item("reasons", "It gives the reasons for each issue decided against them", "s184(3)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            review_limb="s202(1)(a), (b)",
            review_weeks=8,
        ),
        Spec(
            LetterKind.ASSESSMENT_AND_PLAN,
            "Assessment and housing plan",
            (
                Item(
                    "causes", "It says what happened and why they are losing, or have lost, their home", "s189A(2)(a)"
                ),
                Item("needs", "It says what home and what support they need", "s189A(2)(b),(c)"),
                Item("both_sides", "It has steps for them and for us", "s189A(4),(6)", by_rule=True),
                Item("agreed", "It says that the steps are agreed, or why not", "s189A(5),(6)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            review_limb="s202(1)(ba)(i), (bc)(i)",
            review_weeks=3,
        ),
        Spec(
            LetterKind.END_OF_PREVENTION,
            "The prevention duty ends",
            (
                Item("circumstance", "It says which circumstance of s195(8) ends the duty", "s195(7)", by_rule=True),
                Item("bar_checked", "No notice on file bars this end", "s195(6)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            review_limb="s202(1)(bc)(ii)",
            review_weeks=3,
        ),
        Spec(
            LetterKind.END_OF_RELIEF,
            "The relief duty ends",
            (
                Item("circumstance", "It says which circumstance of s189B(7) ends the duty", "s189B(6)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            review_limb="s202(1)(ba)(ii)",
            review_weeks=8,
        ),
        Spec(
            LetterKind.MAIN_DUTY_DECISION,
            "Decision on the main duty",
            (
                Item("relief_ended", "The relief duty has ended", "s193(1)", by_rule=True),
                Item("reasons", "It gives the reasons for each issue", "s184(3)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            manager_signs=True,
            review_limb="s202(1)(b)",
            review_weeks=8,
        ),
        Spec(
            LetterKind.END_OF_MAIN,
            "The main duty ends",
            (
                Item("circumstance", "It says which circumstance of s193(5) to (7AA) ends it", "s193", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            manager_signs=True,
            review_limb="s202(1)(b)",
            review_weeks=8,
        ),
        Spec(
            LetterKind.REFUSAL_WARNING,
            "Warning before a refusal ends a duty",
            (
                Item("names", "It names the home that they refused", "house rule", by_rule=True),
                Item("time", "It gives them time to change their mind", "house rule", by_rule=True),
                PLAIN,
            ),
            asks="The home that they refused",
            version=2,
        ),
        Spec(
            LetterKind.COOPERATION_WARNING,
            "Warning about not cooperating",
            (
                Item("names", "It says what they refused to do", "s193B(4), (5)", by_rule=True),
                Item("time", "It gives a reasonable time", "s193B(4)", by_rule=True),
                Item("no_threat", "It does not say that the main duty would be lost", "s193C(2)", by_rule=True),
                Item("needs_weighed", "I have had regard to their needs and what they find hard", "s193B(6)"),
                PLAIN,
            ),
            asks="What they refused to do",
        ),
        Spec(
            LetterKind.TEMPORARY_OFFER,
            "Offer of temporary accommodation under the main duty",
            (
                Item("names", "It names the accommodation", "s193(5)", by_rule=True),
                Item("time", "It gives a day for the answer", "house rule", by_rule=True),
                Item("consequences", "It says what yes and no mean", "s193(5)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            review_limb="s202(1)(f)",
            review_weeks=8,
            asks="The accommodation, with its address",
        ),
        Spec(
            LetterKind.PART_6_OFFER,
            "Final offer of a council or housing association home",
            (
                Item("names", "It names the home", "s193(7)", by_rule=True),
                Item("time", "It gives a day for the answer", "house rule", by_rule=True),
                Item("consequences", "It says that it is final, and what yes and no mean", "s193(7)", by_rule=True),
                REVIEW,
                PLAIN,
            ),
            review_limb="s202(1)(f)",
            review_weeks=8,
            asks="The home, with its address",
        ),
    )
}


class Delivery(StrEnum):
    """How a letter is given. One that is not received counts as given if held at the office (s184(6))."""

    HAND = "hand"
    EMAIL = "email"
    POST = "post"
    OFFICE_COLLECTION = "office_collection"


DELIVERY_LABELS = {
    Delivery.HAND: "Given by hand",
    Delivery.EMAIL: "By email",
    Delivery.POST: "By post",
    Delivery.OFFICE_COLLECTION: "Held at the office for them to collect",
}


def review_last_day(notified_on: date) -> date:
    """The last day to ask for a review: 21 days beginning with the day of being told (s202(3))."""
    return dates.last_day(notified_on, REVIEW_DAYS)


def review_decide_by(asked_on: date, weeks: int) -> date:
    """The last day to decide a review, the period beginning with the request (SI 2018/223 reg 9)."""
    return dates.last_day(asked_on, weeks * 7)


def unticked(spec: Spec, ticks: Mapping[str, bool]) -> list[Item]:
    """The items that neither a rule nor the officer has ticked."""
    return [item for item in spec.items if not ticks.get(item.key)]
