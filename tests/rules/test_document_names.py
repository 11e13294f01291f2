import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.rules import names
from core.documents.rules.kinds import CERTIFICATE, EVIDENCE, PHOTO, megabytes


@pytest.mark.parametrize(
    ("given_name", "cleaned"),
    [
        ("gas.pdf", "gas.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        (r"C:\Users\ann\gas record.pdf", "gas record.pdf"),
        ("a.pdf\r\nX-Evil: yes", "a.pdfX-Evil- yes"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("ga\u200bs\x00.pdf", "gas.pdf"),
        ('a"b;c%d|e?.pdf', "a-b-c-d-e-.pdf"),
        ("   .hidden. ", "hidden"),
        ("a" * 99 + " b", "a" * 99),
        ("....", "file"),
        ("", "file"),
        ("/", "file"),
        ("Sia\u0302n.jpg", "Siân.jpg"),
    ],
)
def test_a_name_loses_what_could_mislead(given_name, cleaned):
    assert names.clean(given_name) == cleaned


def test_a_long_name_keeps_its_ending():
    assert names.clean("n" * 300 + ".jpeg") == "n" * 95 + ".jpeg"
    assert names.clean("n" * 300) == "n" * 100
    assert len(names.clean("a." + "b" * 300)) == 100


@given(st.text(max_size=400))
def test_every_name_becomes_one_that_is_safe_in_a_header_and_on_a_disk(text):
    name = names.clean(text)
    assert 1 <= len(name) <= 100
    assert not any(character in name for character in '/\\<>:"|?*;%')
    assert all(unicodedata.category(character)[0] != "C" for character in name)
    assert not name.startswith(".")
    assert names.clean(name) == name


@pytest.mark.parametrize(
    ("name", "ending"), [("a.JPG", "jpg"), ("a.tar.gz", "gz"), ("jpg", ""), (".jpg", ""), ("a.", "")]
)
def test_the_ending_is_what_follows_the_last_dot(name, ending):
    assert names.extension(name) == ending


@pytest.mark.parametrize(
    ("size", "words"),
    [(60_000_000, "60 MB"), (2_540_000, "2.5 MB"), (12_340_000, "12 MB"), (900, "less than 0.1 MB")],
)
def test_a_size_in_words(size, words):
    assert megabytes(size) == words


def test_a_kind_says_what_it_takes():
    assert PHOTO.hint == "A JPG, PNG or WEBP file, up to 20 MB"
    assert CERTIFICATE.accept == ".pdf,.jpg,.jpeg,.png"
    assert EVIDENCE.types == {"application/pdf", "image/jpeg", "image/png", "image/webp"}
