"""PDFs that do things by themselves: run a script or a program, or carry another file."""

import re
import zlib

DOES = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia)(?![A-Za-z])")
"""An action needs its type by name, a file its own (ISO 32000-2, 12.6.4 and 7.11.4)."""

ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECTS = b"/ObjStm"
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
    left, at = MOST_UNFOLDED, content.find(OBJECTS)
    for _ in range(MOST_STREAMS):
        if at < 0:
            return False
        unfolded = unfold(content, content.find(b"stream", at, at + DICTIONARY), left)
        if shows(unfolded):
            return True
        left -= len(unfolded)
        if left <= 0:
            break
        at = content.find(OBJECTS, at + 1)
    raise TooMuch


def shows(content: bytes) -> bool:
    """Whether a name of ours stands there, also when it is spelt with escapes (ISO 32000-2, 7.3.5)."""
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content) if b"#" in content else content
    return DOES.search(plain) is not None


def unfold(content: bytes, stream: int, most: int) -> bytes:
    """What is packed behind the word "stream", up to `most` bytes; nothing when it is not packed by Flate."""
    if stream < 0:
        return b""
    start = stream + len(b"stream")
    packed = content[start : start + PACKED]
    try:
        return zlib.decompressobj().decompress(packed.lstrip(b"\r\n"), most)
    except zlib.error:
        return b""
