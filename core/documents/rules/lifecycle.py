"""The life of a document: one machine for what people send us, one for what we make."""

from enum import StrEnum

from core.states import Colour, Holder, Machine, State, move


class DocumentState(StrEnum):
    QUARANTINED = "quarantined"
    CLEAN = "clean"
    INFECTED = "infected"
    REFUSED = "refused"
    UNMADE = "unmade"


QUARANTINED = State(
    DocumentState.QUARANTINED,
    "Being checked",
    Holder.COUNCIL,
    "We are checking this file for viruses. It takes a minute or two.",
    otherwise="If our checker is out of order, the file waits. Nobody can open it meanwhile.",
)
CLEAN = State(
    DocumentState.CLEAN,
    "Ready",
    Holder.NOBODY,
    "You can open this file.",
    colour=Colour.GREEN,
    terminal=True,
)
INFECTED = State(
    DocumentState.INFECTED,
    "Virus found",
    Holder.NOBODY,
    "We found a virus and deleted the file. Check the device it came from, then send a clean copy.",
    colour=Colour.RED,
    terminal=True,
)
REFUSED = State(
    DocumentState.REFUSED,
    "Could not be read",
    Holder.NOBODY,
    "We could not read this picture and deleted it. Take it again or save it again, then send it.",
    colour=Colour.RED,
    terminal=True,
)
UNMADE = State(
    DocumentState.UNMADE,
    "Being prepared",
    Holder.COUNCIL,
    "We are preparing the PDF. You can read the same words on the page now.",
)

UPLOADED = Machine(
    "file",
    DocumentState.QUARANTINED,
    [QUARANTINED, CLEAN, INFECTED, REFUSED],
    [
        move("pass", [DocumentState.QUARANTINED], DocumentState.CLEAN, "No virus found"),
        move("infect", [DocumentState.QUARANTINED], DocumentState.INFECTED, "Virus found"),
        move("refuse", [DocumentState.QUARANTINED], DocumentState.REFUSED, "Picture cannot be read"),
    ],
)
MADE = Machine(
    "letter",
    DocumentState.UNMADE,
    [UNMADE, CLEAN],
    [move("make", [DocumentState.UNMADE], DocumentState.CLEAN, "PDF made")],
)


def state_of(value: str) -> State:
    """The words of a state of either machine."""
    return {**UPLOADED.states, **MADE.states}[value]
