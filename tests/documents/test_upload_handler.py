import io
import os
from pathlib import Path

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http.multipartparser import MultiPartParser
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from core.documents.forms import UploadField
from core.documents.rules.kinds import LARGEST, PHOTO
from core.documents.services import inspection
from core.documents.upload_handler import CutOffHandler
from core.errors import DomainError
from tests.documents import files

EDGE = f'\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name="after"\r\n\r\nkept\r\n--{BOUNDARY}--\r\n'.encode()


class Flood(io.RawIOBase):
    """A form with one file of any size, made as it is read."""

    def __init__(self, size: int) -> None:
        head = encode_multipart(BOUNDARY, {"photo": files.upload("big.jpg", files.picture())})
        self.parts = [head[: head.rindex(b"\r\n--")], size, EDGE]
        self.length = len(self.parts[0]) + size + len(EDGE)

    def read(self, size: int = -1) -> bytes:
        while self.parts:
            part = self.parts[0]
            if isinstance(part, int):
                piece, rest = bytes(min(size, part)), part - min(size, part)
            else:
                piece, rest = part[:size], part[size:]
            self.parts[:1] = [rest] if rest else []
            if piece:
                return piece
        return b""


def parse(size: int):
    flood = Flood(size)
    meta = {"CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": str(flood.length)}
    handlers = [CutOffHandler(), TemporaryFileUploadHandler()]
    fields, uploads = MultiPartParser(meta, flood, handlers, "utf-8").parse()
    return fields, uploads, handlers[1].file


def test_a_flood_is_cut_off_on_disk_and_its_true_size_is_known():
    fields, uploads, written = parse(200_000_000)
    assert os.path.getsize(written.temporary_file_path()) <= LARGEST
    assert uploads["photo"].size > 200_000_000
    assert fields["after"] == "kept"
    with pytest.raises(DomainError) as refusal:
        inspection.inspect(uploads["photo"], kind=PHOTO, field="photo")
    assert refusal.value.code == "too_big"
    assert refusal.value.message.startswith("This file is 200 MB.")


def test_a_file_within_the_limit_passes_whole():
    _, uploads, _ = parse(3_000_000)
    assert uploads["photo"].size == 3_000_000 + len(files.picture())
    assert uploads["photo"].read(3) == b"\xff\xd8\xff"


def test_the_handler_is_first_in_the_settings(settings):
    assert settings.FILE_UPLOAD_HANDLERS[0] == f"{CutOffHandler.__module__}.{CutOffHandler.__name__}"


def test_the_private_folder_is_for_us_alone(settings):
    options = settings.STORAGES["private"]["OPTIONS"]
    assert (options["file_permissions_mode"], options["directory_permissions_mode"]) == (0o600, 0o700)
    assert options["base_url"] is None
    assert not Path(settings.STATIC_ROOT).is_relative_to(options["location"])


def test_a_file_question_says_what_it_takes_and_leaves_the_checks_to_the_service():
    field = UploadField(kind=PHOTO)
    assert field.help_text == "A JPG, PNG or WEBP file, up to 20 MB"
    assert field.widget.attrs["accept"] == ".jpg,.jpeg,.png,.webp"
    empty = files.upload("a.jpg", b"")
    assert field.clean(empty) is empty
