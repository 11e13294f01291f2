"""Re-encoding pictures: three sizes, upright, nothing but pixels."""

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image

from core.documents.rules.kinds import PIXEL_LIMITS
from core.documents.services.inspection import FORMATS

SIZES = {"large": 2000, "medium": 960, "small": 400}
"""The longest side of each size in pixels, largest first: each is made from the one before."""

TRANSPARENT = ("RGBA", "LA", "PA", "RGBa", "La")
QUALITY = 82
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to turn a picture upright, by its EXIF orientation (Exif 2.32, tag 0x0112)."""


class BadPicture(Exception):
    """The picture cannot be decoded."""


@dataclass(frozen=True)
class Encoded:
    """One size of a picture, encoded. `width` and `height` are pixels."""

    size_name: str
    content: bytes
    width: int
    height: int
    content_type: str = "image/jpeg"
    ending: str = ".jpg"


Encode = Callable[[BinaryIO, str], list[Encoded]]


def remembering() -> Encode:
    """An `encode` for the same few pictures many times over: it works once for each content."""
    known: dict[tuple[str, str], list[Encoded]] = {}

    def encode_once(file: BinaryIO, content_type: str) -> list[Encoded]:
        content = file.read()
        key = (hashlib.sha256(content).hexdigest(), content_type)
        if key not in known:
            known[key] = encode(io.BytesIO(content), content_type)
        return known[key]

    return encode_once


def encode(file: BinaryIO, content_type: str) -> list[Encoded]:
    """The picture in every size, largest first, decoded once.

    A small picture is not made larger. Raises BadPicture for anything that cannot be decoded.
    """
    try:
        return list(shrink(upright(file, content_type)))
    except (BadPicture, MemoryError):
        raise
    except Exception as error:
        raise BadPicture(str(error)) from error


def upright(file: BinaryIO, content_type: str) -> Image.Image:
    """The largest size as plain RGB, turned as the camera was held, on white where transparent."""
    longest = SIZES["large"]
    picture: Image.Image = Image.open(file, formats=[FORMATS[content_type]])
    if picture.width * picture.height > PIXEL_LIMITS[content_type]:
        raise BadPicture("too many pixels")
    picture.draft("RGB", (longest, longest))
    picture.load()
    orientation = picture.getexif().get(ORIENTATION)
    if picture.mode not in ("RGB", "RGBA", "L", "LA", "CMYK"):
        transparent = picture.mode in TRANSPARENT or "transparency" in picture.info
        picture = picture.convert("RGBA" if transparent else "RGB")
    picture.thumbnail((longest, longest), reducing_gap=2.0)
    if picture.mode in TRANSPARENT or "transparency" in picture.info:
        ground = Image.new("RGB", picture.size, "white")
        rgba = picture.convert("RGBA")
        ground.paste(rgba, mask=rgba.getchannel("A"))
        picture = ground
    bare = Image.new("RGB", picture.size)
    bare.paste(picture.convert("RGB"))
    return bare.transpose(TURNS[orientation]) if orientation in TURNS else bare


def shrink(picture: Image.Image) -> Iterator[Encoded]:
    for size_name, longest in SIZES.items():
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        held = io.BytesIO()
        picture.save(held, "JPEG", quality=QUALITY, optimize=True, progressive=True)
        yield Encoded(size_name, held.getvalue(), picture.width, picture.height)
