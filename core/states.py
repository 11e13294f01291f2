"""The life of one kind of record: states, events, and the words that go with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.errors import IllegalMove


class Colour(StrEnum):
    """Tag colours. Amber and red only for what someone must act on."""

    GREY = "grey"
    BLUE = "blue"
    GREEN = "green"
    AMBER = "yellow"
    RED = "red"


class Holder(StrEnum):
    """Who must act next while a record stays in a state."""

    LANDLORD = "landlord"
    COUNCIL = "council"
    RESIDENT = "resident"
    PARTNER = "partner"
    NOBODY = "nobody"


@dataclass(frozen=True)
class State:
    """One state in words: its label, who holds the record, what happens next and what if it does not.

    `told` is the label for a reader whom the plain one would call by a third person's name. `office` says what
    happens next to officers, where the plain words speak to the landlord or the resident.
    """

    value: StrEnum
    label: str
    holder: Holder
    next_step: str
    otherwise: str = ""
    colour: Colour = Colour.BLUE
    terminal: bool = False
    told: Mapping[Holder, str] = field(default_factory=dict, hash=False)
    office: str = ""

    def to(self, reader: Holder | None) -> "State":
        """The state in the words that this reader is told."""
        if reader is Holder.COUNCIL and self.office:
            return replace(self, next_step=self.office, otherwise="")
        return replace(self, label=self.told[reader]) if reader and reader in self.told else self


@dataclass(frozen=True)
class Transition:
    event: str
    sources: frozenset[StrEnum]
    target: StrEnum
    label: str


def move(event: str, sources: Iterable[StrEnum], target: StrEnum, label: str) -> Transition:
    """An event with the states it may start from, the state it leads to and its button label."""
    return Transition(event, frozenset(sources), target, label)


class Machine:
    """Event -> from-states, to-state. Drives buttons, refuses illegal moves, draws its own diagram."""

    def __init__(self, name: str, start: StrEnum, states: Iterable[State], transitions: Iterable[Transition]) -> None:
        self.name = name
        self.start = start
        self.states: Mapping[str, State] = {state.value.value: state for state in states}
        self.transitions: Mapping[str, Transition] = {t.event: t for t in transitions}
        for transition in self.transitions.values():
            for value in (*transition.sources, transition.target):
                if value.value not in self.states:
                    raise ValueError(f"{name}: {transition.event} names the unknown state {value}")

    def state(self, value: str) -> State:
        return self.states[str(value)]

    def apply(self, value: str, event: str) -> str:
        """The state that `event` leads to from `value`. Raises IllegalMove with a readable reason."""
        transition = self.transitions[event]
        if value not in transition.sources:
            raise IllegalMove(
                f"You cannot do this now. This {self.name} is “{self.state(value).label.lower()}”.",
                code=f"{event}_from_{value}",
            )
        return transition.target.value

    def can(self, value: str, event: str) -> bool:
        return value in self.transitions[event].sources

    def events_from(self, value: str) -> list[Transition]:
        return [t for t in self.transitions.values() if value in t.sources]

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(value, state.label) for value, state in self.states.items()]

    def mermaid(self) -> str:
        """The machine as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.start.value}"]
        for value, state in self.states.items():
            lines.append(f"    {value}: {state.label}")
        for transition in self.transitions.values():
            for source in sorted(s.value for s in transition.sources):
                lines.append(f"    {source} --> {transition.target.value}: {transition.label}")
        lines += [f"    {value} --> [*]" for value, state in self.states.items() if state.terminal]
        return "\n".join(lines) + "\n"
