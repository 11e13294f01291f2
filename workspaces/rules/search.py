"""What an officer typed in the search box, read as a reference, a postcode, a telephone number or words."""

import re
import unicodedata
from dataclasses import dataclass

from core.errors import DomainError
from core.places.rules import postcode as postcodes

SHORTEST = 2
LONGEST = 100
MOST_WORDS = 8
FEWEST_DIGITS = 5

REFERENCE = re.compile(r"([A-Z]{2})[ -]?(\d{4})[ -]?(\d{1,8})")
TELEPHONE = re.compile(r"[\d\s()+.-]+")
ABROAD = re.compile(r"^(?:\+|00)44(?:\(?0\)?)?")


@dataclass(frozen=True)
class Asked:
    """One search. `text` is what was typed, tidied; the rest is what it may also mean, empty where it does not.

    `reference` is whole ("HM-2026-0014"); `postcode` a whole one ("DA1 1AB") or the first half with a
    space after it ("DA1 "); `digits` a telephone number without the 0 or +44 before it.
    """

    text: str
    words: tuple[str, ...] = ()
    reference: str = ""
    postcode: str = ""
    digits: str = ""
    email: str = ""

    @property
    def long_enough(self) -> bool:
        return len(self.text) >= SHORTEST


def read(typed: str) -> Asked:
    """What the words in the box may mean. Never raises: anything else is words to look for."""
    text = tidy(typed)
    return Asked(
        text=text,
        words=tuple(text.split()[:MOST_WORDS]),
        reference=reference(text),
        postcode=postcode(text),
        digits=digits(text),
        email=text.lower() if "@" in text and " " not in text else "",
    )


def tidy(typed: str) -> str:
    """Without control characters, with single spaces, and no longer than a search needs to be."""
    text = unicodedata.normalize("NFKC", typed[: LONGEST * 4])
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return " ".join(shown.split())[:LONGEST].strip()


def reference(text: str) -> str:
    """The whole reference, whichever way its dashes and noughts were left out; empty when it is none."""
    match = REFERENCE.fullmatch(text.upper())
    return f"{match[1]}-{match[2]}-{int(match[3]):04d}" if match else ""


def postcode(text: str) -> str:
    try:
        return str(postcodes.parse(text))
    except DomainError:
        pass
    try:
        return f"{postcodes.parse_outcode(text)} "
    except DomainError:
        return ""


def digits(text: str) -> str:
    """The digits of a telephone number, or of a good part of one."""
    if not TELEPHONE.fullmatch(text):
        return ""
    close = re.sub(r"[\s.-]", "", text)
    found = re.sub(r"\D", "", ABROAD.sub("", close)).removeprefix("0")
    return found if len(found) >= FEWEST_DIGITS else ""
