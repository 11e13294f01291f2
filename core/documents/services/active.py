"""PDFs that do things by themselves: run a script or a program, or carry another file."""

import re
import zlib
from collections.abc import Iterator

DOES = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia)(?![A-Za-z])")
"""An action needs its type by name, a file its own (ISO 32000-2, 12.6.4 and 7.11.4)."""

ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECTS = re.compile(b"/" + b"".join(b"(?:%c|(?i:#%02x))" % (letter, letter) for letter in b"ObjStm"))
STREAM = re.compile(rb"(?<!end)stream")
NUMBERS = re.compile(rb"[\0\s]*(?:[%+\d]|\Z)")
PEEKED = 64
"""Packed objects begin with their numbers (ISO 32000-2, 7.5.7), so that we need not unfold pictures next to them."""

DICTIONARY, PACKED = 2_000, 250_000
MOST_STREAMS, MOST_UNFOLDED = 2_000, 50_000_000
"""How far we look from the name of a stream of packed objects to its bytes, how many of these we read, and how many
streams and bytes we unfold in all before we take the file for an attack.
"""


class TooMuch(Exception):
    """More is packed into the file than any honest one holds."""


def does_things(content: bytes) -> bool:
    """Whether a PDF runs something or carries a file, in its own objects or in packed ones.

    What is encrypted, or packed in another way than Flate, is not seen: the virus check and the download in a
    sandbox stand behind this. Raises TooMuch.
    """
    if shows(content):
        return True
    left = MOST_UNFOLDED
    for number, start in enumerate(packs(content)):
        unfolded = unfold(content, start, left)
        if shows(unfolded):
            return True
        left -= len(unfolded)
        if left <= 0 or number >= MOST_STREAMS:
            raise TooMuch
    return False


def packs(content: bytes) -> Iterator[int]:
    """Where packed objects may begin: behind each word "stream" that follows the name, as a text may hold it too.

    Raises TooMuch when none follows.
    """
    for name in OBJECTS.finditer(content):
        starts = [found.end() for found in STREAM.finditer(content, name.end(), name.end() + DICTIONARY)]
        if not starts:
            raise TooMuch
        yield from starts


def shows(content: bytes) -> bool:
    """Whether a name of ours stands there, also when it is spelt with escapes (ISO 32000-2, 7.3.5)."""
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content) if b"#" in content else content
    return DOES.search(plain) is not None


def unfold(content: bytes, start: int, most: int) -> bytes:
    """The objects packed from `start`, up to `most` bytes; nothing when none are, or not by Flate.

    Raises TooMuch when they begin in order and then break off: readers show what they got.
    """
    packed = content[start : start + PACKED].lstrip(b"\r\n")
    try:
        numbered = NUMBERS.match(zlib.decompressobj().decompress(packed, PEEKED))
    except zlib.error:
        return b""
    try:
        return zlib.decompressobj().decompress(packed, most) if numbered else b""
    except zlib.error:
        raise TooMuch from None
