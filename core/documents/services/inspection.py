"""Looking at a file before it is stored: its name, size and first bytes, never its decoded picture."""

import re
import zipfile
from dataclasses import dataclass

import filetype
from django.core.files import File
from PIL import Image

from core.documents import messages
from core.documents.rules import names
from core.documents.rules.kinds import PIXEL_LIMITS, TYPES, FileKind
from core.documents.services import active
from core.errors import DomainError

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
HEAD = 8192
TAIL = 16384
MARKER = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])")
SCAN, END, FIRST, START = 0xDA, 0xD9, 0xC0, 0xD8
"""Markers of a JPG (ITU T.81, table B.1): what stands below FIRST is reserved, and a second START is an error."""

MOST_SEGMENTS = 1000
MOST_CHUNKS = 50_000
"""How many parts a JPG and a PNG have before we take them for an attack."""

MOST_SCANS = 64
"""How many times a JPG may go over its picture. Each time costs as much as the picture is large: a thousand
passes of 70 bytes over 50 megapixels cost half a minute. Cameras and programs write one, or about ten.
"""


@dataclass(frozen=True)
class Inspection:
    """What a file turned out to be. `width` and `height` are pixels, for pictures."""

    name: str
    content_type: str
    width: int | None = None
    height: int | None = None


class Unreadable(Exception):
    """The bytes are not a whole file of their type."""


def inspect(file: File, *, kind: FileKind, field: str) -> Inspection:
    """What the file is, once everything that can be known without decoding it is in order.

    Checks, cheapest first: size, ending, first bytes, a second file inside, its last bytes, pixel count.
    Leaves `file` at its beginning. Raises DomainError on `field`, in words for the person.
    """
    name = names.clean(file.name or "")
    extension = names.extension(name)
    if not file.size:
        raise DomainError(messages.empty(kind), field=field, code="empty")
    if extension not in kind.extensions:
        raise DomainError(messages.wrong_ending(kind, extension), field=field, code="wrong_ending")
    if file.size > kind.max_bytes:
        raise DomainError(messages.too_big(kind, file.size), field=field, code="too_big")
    content_type = sniff(file)
    if content_type not in kind.types or is_picture(content_type) != is_picture(TYPES[extension]):
        raise DomainError(messages.not_what_it_says(kind, name, extension), field=field, code="wrong_type")
    if holds_an_archive(file):
        raise DomainError(messages.two_in_one(name), field=field, code="two_in_one")
    width = height = None
    try:
        if is_picture(content_type):
            check_picture_is_whole(file, content_type)
            width, height = dimensions(file, content_type, field=field)
        else:
            check_pdf_is_whole(file)
            check_pdf_keeps_still(file, name, field=field)
    except Unreadable:
        raise DomainError(messages.unreadable(content_type), field=field, code="unreadable") from None
    file.seek(0)
    return Inspection(name, content_type, width, height)


def is_picture(content_type: str) -> bool:
    return content_type.startswith("image/")


def sniff(file: File) -> str:
    """The type by the first bytes, or empty when they belong to no type we know."""
    file.seek(0)
    found = filetype.guess(file.read(HEAD))
    return found.mime if found else ""


def holds_an_archive(file: File) -> bool:
    """A ZIP directory at the end: a file that opens as two things."""
    file.seek(0)
    return zipfile.is_zipfile(file)


def dimensions(file: File, content_type: str, *, field: str) -> tuple[int, int]:
    """Width and height by the header alone. Raises DomainError above the limit, or Unreadable."""
    most = PIXEL_LIMITS[content_type]
    file.seek(0)
    try:
        width, height = Image.open(file, formats=[FORMATS[content_type]]).size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise DomainError(messages.too_many_pixels(0, 0, most), field=field, code="too_many_pixels") from None
    except Exception:
        raise Unreadable from None
    if width * height > most:
        raise DomainError(messages.too_many_pixels(width, height, most), field=field, code="too_many_pixels")
    return width, height


def check_picture_is_whole(file: File, content_type: str) -> None:
    """Raise Unreadable when the end of the picture is missing."""
    if content_type == "image/jpeg":
        whole = jpeg_is_whole(file)
    elif content_type == "image/png":
        whole = png_is_whole(file)
    else:
        file.seek(4)
        whole = int.from_bytes(file.read(4), "little") + 8 <= (file.size or 0)
    if not whole:
        raise Unreadable


def jpeg_is_whole(file: File) -> bool:
    """Walk from marker to marker as a decoder does, over each segment by its length, to the end of the picture.

    Within compressed data only stuffed bytes and restarts begin as a marker does; in a segment anything may stand
    (ITU T.81, B.1.1.4 and B.1.1.5). A picture that starts anew more than MOST_SCANS times is not taken for one.
    """
    file.seek(0)
    content, at, scans = file.read(), 2, 0
    for _ in range(MOST_SEGMENTS):
        marker = MARKER.search(content, at)
        if marker is None:
            return False
        code, at = marker[1][0], marker.end()
        if code == END:
            return scans > 0
        length = int.from_bytes(content[at : at + 2], "big")
        scans += code == SCAN
        if scans > MOST_SCANS or code < FIRST or code == START or length < 2:
            return False
        at += length
    return False


def png_is_whole(file: File) -> bool:
    """Walk the chunks to the last, by their lengths (PNG specification, 5.3)."""
    file.seek(8)
    for _ in range(MOST_CHUNKS):
        chunk = file.read(8)
        if len(chunk) < 8:
            break
        if chunk[4:] == b"IEND":
            return len(file.read(4)) == 4
        file.seek(int.from_bytes(chunk[:4], "big") + 4, 1)
    return False


def check_pdf_is_whole(file: File) -> None:
    """Raise Unreadable when the end mark is missing from the last 16 kB."""
    file.seek(max((file.size or 0) - TAIL, 0))
    if b"%%EOF" not in file.read():
        raise Unreadable


def check_pdf_keeps_still(file: File, name: str, *, field: str) -> None:
    """Raise DomainError when the PDF runs something or carries a file, Unreadable when too much is packed into it."""
    file.seek(0)
    try:
        acts = active.does_things(file.read())
    except active.TooMuch:
        raise Unreadable from None
    if acts:
        raise DomainError(messages.acts(name), field=field, code="acts")
