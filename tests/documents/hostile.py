"""Files as a hostile or unlucky person sends them, each with the way it must be refused."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.documents.rules.kinds import EVIDENCE, MEGABYTE, PHOTO, FileKind
from tests.documents import files

SCRIPT = b"<script>alert(document.domain)</script>"


@dataclass(frozen=True)
class Hostile:
    """One file and the code of its refusal."""

    what: str
    name: str
    make: Callable[[], bytes]
    code: str
    kind: FileKind = EVIDENCE

    def __str__(self) -> str:
        return self.what


def archive(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("evil.html", content)
    return held.getvalue()


def many_comments() -> bytes:
    comments = files.chunk(b"tEXt", b"a\0") * 500_000
    return files.png(8, 8, zlib.compress(bytes(25 * 8)), comments)


def executable() -> bytes:
    return b"MZ\x90\x00" + bytes(56) + struct.pack("<I", 64) + b"PE\0\0" + bytes(400)


def text_bomb() -> bytes:
    """A PNG whose comment unfolds to 100 MB."""
    squeezed = zlib.compress(bytes(100 * MEGABYTE), 9)
    return files.png(8, 8, zlib.compress(bytes(25 * 8)), files.chunk(b"zTXt", b"Comment\0\0" + squeezed))


def svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>"


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def webp() -> bytes:
    return files.picture("WEBP")


def png() -> bytes:
    return files.picture("PNG")


def restarts() -> bytes:
    jpeg = bytearray(files.picture())
    start = jpeg.index(b"\xff\xda") + 20
    jpeg[start:-2] = b"\xff\xd0" * ((len(jpeg) - start) // 2)
    return bytes(jpeg)


def padded(size: int) -> bytes:
    return files.picture().ljust(size, b"\0")


def overfull() -> bytes:
    """A PNG of 8 by 8 dots whose data unfolds to 200 MB."""
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(bytes(MEGABYTE)) for _ in range(200)) + squeeze.flush()
    return files.png(8, 8, data)


REFUSED = [
    Hostile("nothing", "a.jpg", lambda: b"", "empty"),
    Hostile("a 60 MB photo", "a.jpg", lambda: padded(60 * MEGABYTE), "too_big", PHOTO),
    Hostile("a 200 MB photo", "a.jpg", lambda: padded(200 * MEGABYTE), "too_big", PHOTO),
    Hostile("an .exe renamed .jpg", "holiday.jpg", executable, "wrong_type", PHOTO),
    Hostile("an .exe", "setup.exe", executable, "wrong_ending"),
    Hostile("an ending hidden by a text mark", "kitchen\u202egpj.exe", executable, "wrong_ending"),
    Hostile("a second ending after a line end", "a.pdf\r\nX-Evil: yes", files.pdf, "wrong_ending"),
    Hostile("no ending", "kitchen", files.picture, "wrong_ending"),
    Hostile("HTML as .jpg", "a.jpg", lambda: b"<!doctype html><body>" + SCRIPT, "wrong_type"),
    Hostile("SVG", "a.svg", svg, "wrong_ending"),
    Hostile("SVG as .png", "a.png", svg, "wrong_type"),
    Hostile("GIF and script in one", "a.jpg", lambda: b"GIF89a/*" + bytes(30) + b"*/=1;" + SCRIPT, "wrong_type"),
    Hostile("PHP as .png", "a.png", lambda: b"<?php system($_GET[0]); ?>", "wrong_type"),
    Hostile("HTML before a PDF", "a.pdf", lambda: b"<html>" + SCRIPT + b"</html>\n" + files.pdf(), "wrong_type"),
    Hostile("a PDF as .jpg", "a.jpg", files.pdf, "wrong_type"),
    Hostile("a photo as .pdf", "a.pdf", files.picture, "wrong_type"),
    Hostile("a PDF where only photos go", "a.pdf", files.pdf, "wrong_ending", PHOTO),
    Hostile("a PDF with a ZIP behind it", "a.pdf", lambda: files.pdf() + archive(SCRIPT), "two_in_one"),
    Hostile("a photo with a ZIP behind it", "a.jpg", lambda: files.picture() + archive(b"x"), "two_in_one"),
    Hostile("a ZIP bomb as a Word document", "a.docx", lambda: archive(bytes(50 * MEGABYTE)), "wrong_ending"),
    Hostile("a ZIP bomb as .pdf", "a.pdf", lambda: archive(bytes(50 * MEGABYTE)), "wrong_type"),
    Hostile("a bomb of 160 megapixels", "a.png", lambda: files.bomb(12_650, 12_650), "too_many_pixels"),
    Hostile("a bomb of 2,500 megapixels", "a.png", lambda: files.bomb(50_000, 50_000), "too_many_pixels"),
    Hostile("a PNG with a comment of 100 MB", "a.png", text_bomb, "unreadable"),
    Hostile("half a JPG", "a.jpg", lambda: half(files.picture()), "unreadable"),
    Hostile("only the head of a JPG", "a.jpg", lambda: files.picture()[:200], "unreadable"),
    Hostile("half a PNG", "a.png", lambda: half(png()), "unreadable"),
    Hostile("half a WEBP", "a.webp", lambda: half(webp()), "unreadable"),
    Hostile("half a PDF", "a.pdf", lambda: half(files.pdf()), "unreadable"),
    Hostile("14 MB of JPG marks", "a.jpg", lambda: b"\xff\xd8\xff\xe0" + b"\xff\xe0\0\2" * 3_500_000, "unreadable"),
    Hostile("7 MB of PNG comments", "a.png", many_comments, "unreadable"),
    Hostile("a PNG without size", "a.png", lambda: files.png(0, 0, b""), "unreadable"),
    Hostile("a photo from an iPhone", "IMG_1.heic", lambda: b"\0\0\0\x18ftypheic" + bytes(100), "wrong_ending", PHOTO),
]
"""Refused when they are sent, with the code of the refusal."""

UNDECODABLE = [
    Hostile("a PNG of noise", "a.png", lambda: files.png(100, 100, b"not compressed at all"), "undecodable"),
    Hostile("a PNG that ends early", "a.png", lambda: files.png(4000, 4000, zlib.compress(b"0")), "undecodable"),
    Hostile("a JPG of restarts", "a.jpg", restarts, "any"),
    Hostile("8 by 8 dots with 200 MB behind them", "a.png", overfull, "any"),
]
"""Pictures whose outside is in order and whose inside is not: found out when they are decoded."""


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Honest pictures with bytes changed, cut and doubled at random places."""
    dice = random.Random(seed)
    honest = [
        ("a.jpg", files.picture()),
        ("a.jpg", files.picture(progressive=True)),
        ("a.png", files.picture("PNG", mode="RGBA")),
        ("a.webp", files.picture("WEBP")),
        ("a.webp", files.picture("WEBP", lossless=True)),
    ]
    for number in range(count):
        name, content = honest[number % len(honest)]
        broken = bytearray(content)
        for _ in range(dice.choice((1, 3, 20))):
            place = dice.randrange(4, len(broken))
            broken[place] = dice.randrange(256)
        if dice.random() < 0.3:
            place, length = dice.randrange(20, len(broken)), dice.randrange(1, 200)
            broken[place:place] = broken[max(0, place - length) : place]
        if dice.random() < 0.2:
            del broken[dice.randrange(20, len(broken)) :]
        yield name, bytes(broken)
