"""What a count of bedrooms is made of, and how children pair up in rooms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.rulebook.rules.household import UNDER_TEN, Person, Sex


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation: what was decided, the rule it stands on, and the bedrooms it adds."""

    text: str
    source: str
    bedrooms: int = 0

    def __str__(self) -> str:
        return f"{self.text} ({self.source})"


@dataclass(frozen=True, slots=True)
class Bedrooms:
    """A number of bedrooms with every line that made it."""

    count: int
    because: tuple[Reason, ...]


def total(reasons: Iterable[Reason]) -> Bedrooms:
    lines = tuple(reasons)
    return Bedrooms(sum(line.bedrooms for line in lines), lines)


def counted_as(count: int, one: str, many: str = "") -> str:
    """ "1 bedroom", "2 bedrooms", "2 children"."""
    return f"1 {one}" if count == 1 else f"{count} {many or one + 's'}"


def pairs_and_odd_one(people: Sequence[Person]) -> tuple[list[tuple[Person, ...]], Person | None]:
    """Neighbours in age two by two, oldest first; the youngest is left when the number is odd."""
    ordered = sorted(people, key=lambda person: -person.age)
    pairs: list[tuple[Person, ...]] = [tuple(ordered[i : i + 2]) for i in range(0, len(ordered) - 1, 2)]
    return pairs, ordered[-1] if len(ordered) % 2 else None


def rooms_for_children(children: Sequence[Person]) -> list[tuple[Person, ...]]:
    """The fewest rooms for children under 16: two of one sex share, or two under 10 of any sex.

    Every child of a sex but at most one pairs with another of that sex. Leaving the youngest over
    gives the two odd ones, a girl and a boy, the best chance to be under 10 both and share.
    """
    rooms: list[tuple[Person, ...]] = []
    odd: list[Person] = []
    for sex in Sex:
        pairs, left = pairs_and_odd_one([child for child in children if child.sex is sex])
        rooms += pairs
        odd += [left] if left else []
    if len(odd) == 2 and all(child.age < UNDER_TEN for child in odd):
        return [*rooms, tuple(odd)]
    return rooms + [(child,) for child in odd]


def room_in_words(room: tuple[Person, ...]) -> str:
    """ "1 bedroom for a girl of 6 and a girl of 4, of the same sex"."""
    if len(room) == 1:
        return f"1 bedroom for {room[0].in_words} alone"
    shared = "of the same sex" if room[0].sex is room[1].sex else "both under 10"
    return f"1 bedroom for {room[0].in_words} and {room[1].in_words}, {shared}"
