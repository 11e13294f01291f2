"""Files as a hostile or unlucky person sends them, each with the way it must be refused."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image

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


def many_scans() -> bytes:
    """A JPG of 48 megapixels in 75 kB that goes over its picture a thousand times."""
    held = io.BytesIO()
    Image.new("L", (8000, 6000)).save(held, "JPEG", progressive=True)
    jpeg = held.getvalue()
    return jpeg[:-2] + jpeg[jpeg.rindex(b"\xff\xda") : -2] * 1000 + b"\xff\xd9"


def scans_behind_a_comment() -> bytes:
    """A JPG whose comment holds an end marker, with 300 more scans behind it."""
    jpeg = files.picture(progressive=True)
    return jpeg[:-2] + b"\xff\xfe\0\4\xff\xd9" + jpeg[jpeg.rindex(b"\xff\xda") : -2] * 300 + b"\xff\xd9"


def wide_jpeg() -> bytes:
    jpeg = bytearray(files.picture())
    frame = jpeg.index(b"\xff\xc0") + 5
    jpeg[frame : frame + 4] = b"\xff\xff\xff\xff"
    return bytes(jpeg)


def wide_webp() -> bytes:
    """A WEBP whose canvas says 16,384 by 16,384 dots."""
    webp = bytearray(files.picture("WEBP", mode="RGBA"))
    webp[24:30] = b"\xff\x3f\0" * 2
    return bytes(webp)


def packed_pdf(inside: bytes, named: bytes = b"/ObjStm") -> bytes:
    """A PDF whose objects are packed, as most programs write them."""
    packed = zlib.compress(b"5 0 " + inside, 9)
    return files.pdf(
        b"\n4 0 obj << /Filter /FlateDecode /Type " + named + b" >>\nstream\n" + packed + b"\nendstream endobj"
    )


def other_picture(kind: str) -> bytes:
    """A picture in a format that Pillow reads and we do not take."""
    held = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(held, kind)
    return held.getvalue()


ACTS = {
    "a script": b"<< /S /JavaScript /JS (app.alert(1)) >>",
    "a script at its opening": b"<< /OpenAction << /S /JavaScript /JS 5 0 R >> >>",
    "a script under escapes": b"<< /S /J#61va#53cript /J#53 (x) >>",
    "a program": b"<< /S /Launch /F (cmd.exe) >>",
    "another file": b"<< /Type /EmbeddedFile /Subtype /application#2Foctet-stream >>",
    "a film": b"<< /Subtype /RichMedia >>",
}
"""What a PDF does by itself, by what we call it."""

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
    Hostile(
        "a GIF and PHP in one", "a.gif", lambda: b"GIF89a" + bytes(20) + b"<?php system($_GET[0]); ?>", "wrong_ending"
    ),
    Hostile("a GIF and PHP in one, as .jpg", "a.php.jpg", lambda: b"GIF89a" + b"<?php 1; ?>" * 9, "wrong_type"),
    *(
        Hostile(f"a {kind} as .png", "a.png", lambda kind=kind: other_picture(kind), "wrong_type")
        for kind in ("GIF", "BMP", "TIFF", "ICO", "PPM", "JPEG2000", "PCX", "SGI", "TGA", "EPS", "DDS")
    ),
    *(Hostile(f"a PDF with {what}", "a.pdf", lambda it=it: files.pdf(it), "acts") for what, it in ACTS.items()),
    *(
        Hostile(f"a PDF with {what}, packed", "a.pdf", lambda it=it: packed_pdf(it), "acts")
        for what, it in ACTS.items()
    ),
    Hostile("a pack under escapes", "a.pdf", lambda: packed_pdf(ACTS["a script"], b"/Obj#53t#6D"), "acts"),
    Hostile("a pack behind a false one", "a.pdf", lambda: packed_pdf(ACTS["a script"], b"/ObjStm/X(stream)"), "acts"),
    Hostile(
        "a pack far from its name",
        "a.pdf",
        lambda: packed_pdf(ACTS["a script"], b"/ObjStm" + b" " * 2100),
        "unreadable",
    ),
    Hostile("a PDF with 100 MB of packed objects", "a.pdf", lambda: packed_pdf(bytes(100 * MEGABYTE)), "unreadable"),
    Hostile("a PDF with a million packs", "a.pdf", lambda: files.pdf(b"/ObjStm stream\n" * 900_000), "unreadable"),
    Hostile("a ZIP with a PDF behind it", "a.pdf", lambda: archive(SCRIPT) + files.pdf(), "wrong_type"),
    Hostile("a ZIP bomb as a Word document", "a.docx", lambda: archive(bytes(50 * MEGABYTE)), "wrong_ending"),
    Hostile("a ZIP bomb as .pdf", "a.pdf", lambda: archive(bytes(50 * MEGABYTE)), "wrong_type"),
    Hostile("a bomb of 160 megapixels", "a.png", lambda: files.bomb(12_650, 12_650), "too_many_pixels"),
    Hostile("a bomb of 2,500 megapixels", "a.png", lambda: files.bomb(50_000, 50_000), "too_many_pixels"),
    Hostile("a JPG that says 65,535 by 65,535", "a.jpg", wide_jpeg, "too_many_pixels"),
    Hostile("a WEBP that says 16,384 by 16,384", "a.webp", wide_webp, "unreadable"),
    Hostile("a JPG of a thousand scans", "a.jpg", many_scans, "unreadable"),
    Hostile("a JPG whose comment holds an end", "a.jpg", scans_behind_a_comment, "unreadable"),
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
