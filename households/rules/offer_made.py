"""An offer of a home as far as the duties care: in what way it was made, and what was answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OfferKind(StrEnum):
    ORDINARY = "ordinary"
    FINAL_RELIEF = "final_relief"
    MAIN_DUTY_PRIVATE = "main_duty_private"


class Answer(StrEnum):
    NONE = ""
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class OfferMade:
    """An offer made in a letter that said what an answer means and how to ask for a review. `home` is its address."""

    kind: OfferKind
    made_on: date
    answer: Answer
    reference: str = ""
    home: str = ""
