import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspaces.rules.search import LONGEST, read


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("HM-2026-0014", "HM-2026-0014"),
        ("hm 2026 14", "HM-2026-0014"),
        ("ll20260001", "LL-2026-0001"),
        ("  GT-2026-12345 ", "GT-2026-12345"),
        ("HM-2026", ""),
        ("HMM-2026-0001", ""),
        ("HM-2026-0001 or so", ""),
    ],
)
def test_a_reference_is_read_however_it_is_typed(typed, reference):
    assert read(typed).reference == reference


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [("da11ab", "DA1 1AB"), ("DA1 1AB", "DA1 1AB"), ("da1", "DA1 "), ("Dartford", ""), ("12", "")],
)
def test_a_postcode_is_whole_or_its_first_half(typed, postcode):
    assert read(typed).postcode == postcode


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("01632 960 001", "1632960001"),
        ("+44 1632 960001", "1632960001"),
        ("+44 (0)1632 960001", "1632960001"),
        ("0044 1632-960001", "1632960001"),
        ("960001", "960001"),
        ("9600", ""),
        ("flat 12345", ""),
    ],
)
def test_a_telephone_number_is_read_without_what_stands_before_it(typed, digits):
    assert read(typed).digits == digits


def test_an_email_address_is_one_word_with_an_at():
    assert read("Rosa@Example.com").email == "rosa@example.com"
    assert read("Rosa @ home").email == ""


def test_control_characters_and_spaces_are_tidied():
    assert read("\x00 Rosa\t\n Quill\u200b").text == "Rosa Quill"


@given(st.text())
def test_anything_can_be_typed(typed):
    asked = read(typed)
    assert len(asked.text) <= LONGEST
    assert read(asked.text) == asked
    assert not asked.long_enough or asked.words
