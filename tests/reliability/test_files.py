"""I4 in full: the largest pictures that we take in bounded time and memory, and thousands of broken ones."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from core.documents.rules.kinds import EVIDENCE, PHOTO, PIXEL_LIMITS
from core.documents.services import inspection, pictures
from core.errors import DomainError
from tests.documents import files, hostile

SECONDS = 4
MEBIBYTES = 350
REFUSAL_MEBIBYTES = 300
MUTANTS = 4000
SEED = 1

WORST = {
    "a 50-megapixel photograph": ("image/jpeg", "RGB", {}),
    "the same, progressive": ("image/jpeg", "RGB", {"progressive": True}),
    "the same, without shared colour": ("image/jpeg", "RGB", {"progressive": True, "subsampling": 0}),
    "four inks": ("image/jpeg", "CMYK", {}),
    "a PNG": ("image/png", "RGB", {"compress_level": 1}),
    "a transparent PNG": ("image/png", "RGBA", {"compress_level": 1}),
    "a PNG of 16 bits": ("image/png", "I;16", {"compress_level": 1}),
    "a WEBP": ("image/webp", "RGBA", {"quality": 50, "method": 0}),
    "a WEBP without loss": ("image/webp", "RGB", {"lossless": True, "method": 0, "quality": 0}),
}


@pytest.mark.parametrize(("content_type", "mode", "options"), WORST.values(), ids=WORST)
def test_the_largest_pictures_are_made_in_bounded_time_and_memory(tmp_path, content_type, mode, options):
    height = int((PIXEL_LIMITS[content_type] * 2 / 3) ** 0.5)
    ground = Image.effect_noise((height * 3 // 2 // 8, height // 8), 60).resize((height * 3 // 2, height))
    path = tmp_path / "picture"
    ground.convert(mode).save(path, inspection.FORMATS[content_type], **options)
    worker = [sys.executable, "-m", "tests.reliability.worst_picture", str(path), content_type]
    sizes, seconds, mebibytes = map(float, subprocess.run(worker, capture_output=True, check=True).stdout.split())
    assert sizes == 3
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES


def test_what_is_refused_is_refused_in_bounded_memory(tmp_path):
    by_content = [one for one in hostile.REFUSED if one.kind is EVIDENCE and one.code != "wrong_ending"]
    assert len(by_content) > 40
    for number, one in enumerate(by_content):
        (tmp_path / f"{number:03}{Path(one.name).suffix}").write_bytes(one.make())
    worker = [sys.executable, "-m", "tests.reliability.refusals", str(tmp_path)]
    assert float(subprocess.run(worker, capture_output=True, check=True).stdout) < REFUSAL_MEBIBYTES


def test_thousands_of_broken_pictures_do_no_harm():
    slowest = 0.0
    for name, content in hostile.mutants(MUTANTS, SEED):
        started = time.process_time()
        try:
            found = inspection.inspect(files.upload(name, content), kind=PHOTO, field="file")
            pictures.encode(files.upload(name, content), found.content_type)
        except (DomainError, pictures.BadPicture):
            pass
        slowest = max(slowest, time.process_time() - started)
    assert slowest < SECONDS
