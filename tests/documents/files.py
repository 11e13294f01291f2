"""Files made by code: honest ones, and those that a hostile or unlucky person sends."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """The file as a form hands it over, with the name exactly as given."""
    file = SimpleUploadedFile("x", content)
    file._name = name
    return file


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), mode: str = "RGB", **options: object) -> bytes:
    """A picture with a gradient and a red top left corner, so that turning it shows."""
    ground = Image.linear_gradient("L").resize(size).convert(mode)
    corner = Image.new(mode, (size[0] // 4, size[1] // 4), "red")
    ground.paste(corner, (0, 0))
    held = io.BytesIO()
    ground.save(held, kind, **options)
    return held.getvalue()


def pdf(text: bytes = b"Gas safety record") -> bytes:
    return b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n% " + text + b"\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, data: bytes, *extra: bytes, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG put together by hand: a header that says one thing, and data that may say another."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bomb(width: int, height: int) -> bytes:
    """A few kilobytes that unfold into `width` by `height` black dots (one bit each)."""
    row = b"\0" + bytes((width + 7) // 8)
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(row) for _ in range(height)) + squeeze.flush()
    return png(width, height, data, depth=1, colour=0)
