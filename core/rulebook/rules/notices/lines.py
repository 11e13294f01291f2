"""One thing checked: what the rule asks, how the facts stand to it, in words, and where it is written."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Line:
    standing: Standing
    rule: str
    words: str
    source: str


def together(lines: tuple[Line, ...]) -> Standing:
    """How several conditions stand that must all be met: one that fails decides, then one that is not known."""
    found = {line.standing for line in lines}
    if Standing.NOT_MET in found:
        return Standing.NOT_MET
    return Standing.MET if found == {Standing.MET} else Standing.NOT_KNOWN


def asked(answer: bool | None, rule: str, words: tuple[str, str, str], source: str) -> Line:
    """A plain yes or no question. `words` are what to say on yes, on no, and when nobody knows."""
    yes, no, unknown = words
    if answer is None:
        return Line(Standing.NOT_KNOWN, rule, unknown, source)
    return Line(Standing.MET, rule, yes, source) if answer else Line(Standing.NOT_MET, rule, no, source)
