"""Nothing of a photograph but its dots is ever served: no place, camera, owner, comment or thumbnail."""

import io
import struct
from collections.abc import Iterator

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from core.documents.services import pictures
from tests.documents import files

CANARY = "CANARY-51.4465N"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{CANARY}</rdf:RDF></x:xmpmeta>'.encode()
ALLOWED_SEGMENTS = {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xDD}


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: place, serial number, owner, a comment, how it was held."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = f"Maker {CANARY}"
    data[0x9286] = f"Comment {CANARY}".encode()
    data[0xA431] = f"Serial {CANARY}"
    data[0xA430] = f"Owner {CANARY}"
    data.get_ifd(0x8825).update({1: "N", 2: (51.0, 26.0, 47.4), 3: "E", 4: (0.0, 13.0, 9.0), 29: CANARY})
    return data


def with_thumbnail(jpeg: bytes) -> bytes:
    """Put a small picture with a canary into a JPG's own EXIF block, as cameras do."""
    small = files.picture(size=(16, 16), comment=CANARY.encode())
    first = struct.pack("<HI", 0, 14)
    second = struct.pack("<HHHII", 2, 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, len(small))
    tiff = b"II*\0" + struct.pack("<I", 8) + first + second + struct.pack("<I", 0) + small
    block = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def with_iptc(jpeg: bytes) -> bytes:
    caption = CANARY.encode()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def png_words() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", CANARY)
    info.add_text("Place", CANARY, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return info


def photographs() -> Iterator[tuple[str, str, bytes]]:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = files.picture()
    yield "EXIF with place", "image/jpeg", files.picture(exif=exif())
    yield "EXIF in a progressive JPG", "image/jpeg", files.picture(exif=exif(), progressive=True)
    yield "EXIF in a CMYK JPG", "image/jpeg", files.picture(mode="CMYK", exif=exif())
    yield "a thumbnail", "image/jpeg", with_thumbnail(jpeg)
    yield "XMP", "image/jpeg", files.picture(xmp=XMP)
    yield "IPTC", "image/jpeg", with_iptc(jpeg)
    yield "a comment", "image/jpeg", files.picture(comment=CANARY.encode())
    yield "a colour profile", "image/jpeg", files.picture(icc_profile=profile + CANARY.encode())
    yield "words after the end", "image/jpeg", jpeg + CANARY.encode()
    yield "words in a PNG", "image/png", files.picture("PNG", pnginfo=png_words(), exif=exif())
    yield "EXIF in a transparent PNG", "image/png", files.picture("PNG", mode="RGBA", exif=exif())
    yield "EXIF and XMP in a WEBP", "image/webp", files.picture("WEBP", exif=exif(), xmp=XMP)


PHOTOGRAPHS = list(photographs())


def segments(jpeg: bytes) -> list[int]:
    found, place = [], 2
    while jpeg[place + 1] != 0xDA:
        found.append(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return [*found, 0xDA]


def test_there_are_twelve_and_each_has_something_to_lose():
    assert len(PHOTOGRAPHS) == 12
    bare = {"words in a PNG", "EXIF in a CMYK JPG"}
    assert all(CANARY.encode() in content for what, _, content in PHOTOGRAPHS if what not in bare)


@pytest.mark.parametrize(("content_type", "content"), [p[1:] for p in PHOTOGRAPHS], ids=[p[0] for p in PHOTOGRAPHS])
def test_none_of_it_is_in_what_we_serve(content_type, content):
    for one in pictures.encode(io.BytesIO(content), content_type):
        assert CANARY.encode() not in one.content
        assert set(segments(one.content)) <= ALLOWED_SEGMENTS
        served = Image.open(io.BytesIO(one.content))
        assert not served.getexif()
        assert set(served.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert one.content.endswith(b"\xff\xd9")


HELD = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How the sensor saw an upright scene, by the orientation that the camera then writes."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", HELD)
def test_it_stands_as_the_camera_was_held(orientation, kind):
    upright = Image.open(io.BytesIO(files.picture("PNG", (640, 480))))
    seen = upright.transpose(HELD[orientation]) if HELD[orientation] is not None else upright
    held = io.BytesIO()
    seen.save(held, kind, exif=exif(orientation))
    held.seek(0)
    large = pictures.encode(held, f"image/{kind.lower()}")[0]
    picture = Image.open(io.BytesIO(large.content))
    assert picture.size == (640, 480)
    red, green, _ = picture.getpixel((20, 20))
    assert red > 200
    assert green < 80


def test_three_sizes_no_larger_than_the_original():
    content = io.BytesIO(files.picture(size=(3000, 1500)))
    sizes = [(one.size_name, one.width, one.height) for one in pictures.encode(content, "image/jpeg")]
    assert sizes == [("large", 2000, 1000), ("medium", 960, 480), ("small", 400, 200)]
    tiny = io.BytesIO(files.picture(size=(30, 3000)))
    assert [(one.width, one.height) for one in pictures.encode(tiny, "image/jpeg")][-1] == (4, 400)


def test_what_is_transparent_becomes_white():
    content = io.BytesIO(files.picture("PNG", (64, 64), "RGBA"))
    clear = Image.open(content)
    clear.putalpha(0)
    held = io.BytesIO()
    clear.save(held, "PNG")
    held.seek(0)
    picture = Image.open(io.BytesIO(pictures.encode(held, "image/png")[0].content))
    assert min(picture.getpixel((32, 32))) > 250


def test_one_picture_sent_many_times_is_encoded_once(monkeypatch):
    worked = []
    monkeypatch.setattr(pictures, "encode", lambda file, _content_type: worked.append(file.read()) or [])
    encode = pictures.remembering()
    for content in (b"front", b"front", b"kitchen"):
        encode(io.BytesIO(content), "image/jpeg")
    assert worked == [b"front", b"kitchen"]
