import time

import pytest

from core.documents.rules.kinds import CERTIFICATE, EVIDENCE, PHOTO
from core.documents.services import inspection, pictures
from core.errors import DomainError
from tests.documents import files, hostile

SECONDS = 2
SEED = 20261121


@pytest.mark.parametrize("one", hostile.REFUSED, ids=str)
def test_it_is_refused_at_once_with_words_that_say_what_to_do(one):
    file = files.upload(one.name, one.make())
    started = time.process_time()
    with pytest.raises(DomainError) as refusal:
        inspection.inspect(file, kind=one.kind, field="photo")
    assert time.process_time() - started < SECONDS
    assert (refusal.value.code, refusal.value.field) == (one.code, "photo")
    message = refusal.value.message
    assert message[0].isupper() or message[0] == "“"
    assert message.endswith(".")
    assert any(word in message for word in ("hoose", "take it again", "save it again"))


@pytest.mark.parametrize("one", hostile.UNDECODABLE, ids=str)
def test_what_only_decoding_shows_is_refused_or_harmless_in_bounded_time(one):
    file = files.upload(one.name, one.make())
    found = inspection.inspect(file, kind=one.kind, field="file")
    started = time.process_time()
    try:
        encoded = pictures.encode(file, found.content_type)
    except pictures.BadPicture:
        encoded = []
    assert time.process_time() - started < SECONDS
    assert one.code == "any" or not encoded


def test_broken_pictures_are_refused_or_re_encoded_and_nothing_else_happens():
    outcomes = {"refused": 0, "undecodable": 0, "re-encoded": 0}
    for name, content in hostile.mutants(100, SEED):
        try:
            found = inspection.inspect(files.upload(name, content), kind=PHOTO, field="file")
            for one in pictures.encode(files.upload(name, content), found.content_type):
                assert one.content.startswith(b"\xff\xd8\xff")
            outcomes["re-encoded"] += 1
        except DomainError:
            outcomes["refused"] += 1
        except pictures.BadPicture:
            outcomes["undecodable"] += 1
    assert min(outcomes.values()) > 3, outcomes


POLYGLOTS = {
    "script in its comment": ("image/jpeg", files.picture(comment=b"*/=1;zq7()/*")),
    "a page behind it": ("image/jpeg", files.picture() + b"<html><script>zq7()</script>"),
    "PHP behind it": ("image/jpeg", files.picture() + b"<?php zq7(); ?>"),
    "PHP in a PNG": ("image/png", files.picture("PNG") + b"<?php zq7(); ?>"),
    "a page in a WEBP": ("image/webp", files.picture("WEBP", xmp=b"<script>zq7()</script>")),
}


@pytest.mark.parametrize(("content_type", "content"), POLYGLOTS.values(), ids=POLYGLOTS)
def test_of_a_picture_that_is_something_else_too_only_the_picture_is_kept(content_type, content):
    found = inspection.inspect(files.upload("a.jpg", content), kind=PHOTO, field="file")
    assert found.content_type == content_type
    assert [one for one in pictures.encode(files.upload("a.jpg", content), content_type) if b"zq7" in one.content] == []


def test_one_pass_more_than_the_most_is_too_many():
    jpeg = files.picture(progressive=True)
    scan = jpeg[jpeg.rindex(b"\xff\xda") : -2]
    most = inspection.MOST_SCANS - jpeg.count(b"\xff\xda")
    for more, whole in ((0, True), (most, True), (most + 1, False)):
        file = files.upload("a.jpg", jpeg[:-2] + scan * more + b"\xff\xd9")
        assert inspection.jpeg_is_whole(file) is whole


@pytest.mark.parametrize(
    ("name", "content", "kind", "content_type"),
    [
        ("a.jpg", files.picture(), PHOTO, "image/jpeg"),
        ("A.JPEG", files.picture(progressive=True), PHOTO, "image/jpeg"),
        ("a.png", files.picture("PNG", mode="RGBA"), PHOTO, "image/png"),
        ("a.webp", files.picture("WEBP"), PHOTO, "image/webp"),
        ("screenshot.jpg", files.picture("WEBP"), PHOTO, "image/webp"),
        ("cmyk.jpg", files.picture(mode="CMYK"), CERTIFICATE, "image/jpeg"),
        ("gas.pdf", files.pdf(), CERTIFICATE, "application/pdf"),
        ("../../gas.pdf", files.pdf() + b"\n" * 900, EVIDENCE, "application/pdf"),
    ],
)
def test_honest_files_are_taken(name, content, kind, content_type):
    found = inspection.inspect(files.upload(name, content), kind=kind, field="file")
    assert found.content_type == content_type
    assert "/" not in found.name


def test_the_words_of_a_refusal():
    with pytest.raises(DomainError) as refusal:
        inspection.inspect(files.upload("a.jpg", files.picture() + bytes(60_000_000)), kind=PHOTO, field="file")
    assert refusal.value.message == (
        "This file is 60 MB. Photos can be up to 20 MB: take it again at a smaller size, "
        "or send yourself a smaller copy and choose that."
    )
    with pytest.raises(DomainError) as refusal:
        inspection.inspect(files.upload("a.docx", b"PK\x03\x04"), kind=CERTIFICATE, field="file")
    assert refusal.value.message == (
        "This is a .docx file. Certificates must be PDF, JPG or PNG. Open the document, choose “Save as” or "
        "“Print”, save it as a PDF, and choose the PDF."
    )
