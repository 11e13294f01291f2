"""Postcodes as people type them, and as we keep them."""

import re
import unicodedata
from dataclasses import dataclass

from core.errors import DomainError

# The shapes A9, A99, AA9, AA99, A9A and AA9A with the letters that each place may hold, and a second
# half without C, I, K, M, O, V: Royal Mail, Programmers' Guide to the Postcode Address File.
OUTCODE = (
    r"(?:[A-PR-UWYZ][0-9]{1,2}"
    r"|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
    r"|[A-PR-UWYZ][0-9][ABCDEFGHJKPSTUW]"
    r"|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])"
)
INCODE = r"[0-9][ABD-HJLNP-UW-Z]{2}"
WHOLE = re.compile(f"({OUTCODE})({INCODE})")
FIRST_HALF = re.compile(OUTCODE)
SEPARATORS = re.compile(r"[\s.\-_‐-―\u200b\u200c\u200d\u2060\ufeff]+")
LONGEST = 30


@dataclass(frozen=True, order=True)
class Postcode:
    """A postcode of a form that Royal Mail uses. Whether it exists is another question."""

    outcode: str
    incode: str

    def __str__(self) -> str:
        return f"{self.outcode} {self.incode}"

    @property
    def sector(self) -> str:
        """The part that sectors are named by: "DA1 1" of DA1 1AB."""
        return f"{self.outcode} {self.incode[0]}"


def parse(text: str) -> Postcode:
    """A postcode from what someone typed: any case, with or without the space.

    Raises DomainError on the field `postcode`, saying what to type.
    """
    letters = _letters(text)
    if not letters:
        raise DomainError("Enter a postcode", field="postcode", code="postcode_missing")
    match = WHOLE.fullmatch(letters)
    if match:
        return Postcode(match[1], match[2])
    if FIRST_HALF.fullmatch(letters):
        raise DomainError("Enter both halves of the postcode, like DA1 1DR", field="postcode", code="postcode_half")
    raise DomainError("Enter a full UK postcode, like DA1 1DR", field="postcode", code="postcode_form")


def parse_outcode(text: str) -> str:
    """The first half of a postcode, from a half or a whole one. Raises DomainError on `postcode`."""
    letters = _letters(text)
    return letters if FIRST_HALF.fullmatch(letters) else parse(text).outcode


def _letters(text: str) -> str:
    return SEPARATORS.sub("", unicodedata.normalize("NFKC", text[:LONGEST])).upper()
