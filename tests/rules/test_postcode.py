import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DomainError
from core.places.rules import postcode
from core.places.rules.postcode import Postcode, parse, parse_outcode

DATA = Path(postcode.__file__).parents[1] / "data"
GOOD = {
    "da11ab": "DA1 1AB",
    "DA1 1AB": "DA1 1AB",
    "  dA1   1aB ": "DA1 1AB",
    "DA1-1AB": "DA1 1AB",
    "da1.1ab.": "DA1 1AB",
    "DA1\u00a01AB": "DA1 1AB",
    "DA1\u200b1AB": "DA1 1AB",
    "ＤＡ１ １ＡＢ": "DA1 1AB",
    "m11ae": "M1 1AE",
    "B33 8TH": "B33 8TH",
    "CR2 6XH": "CR2 6XH",
    "DN55 1PT": "DN55 1PT",
    "W1A 0AX": "W1A 0AX",
    "EC1A 1BB": "EC1A 1BB",
    "sw1a 2aa": "SW1A 2AA",
}
BAD = {
    "": "postcode_missing",
    "   ": "postcode_missing",
    "-": "postcode_missing",
    "DA1": "postcode_half",
    "sw1a": "postcode_half",
    "DA1 1": "postcode_half",
    "DA1 1A": "postcode_form",
    "DA1 1ABC": "postcode_form",
    "DA1 IAB": "postcode_form",
    "DAI 1AB": "postcode_form",
    "1DA 1AB": "postcode_form",
    "QA1 1AB": "postcode_form",
    "DA1 1CB": "postcode_form",
    "DA1 1AO": "postcode_form",
    "DA111 1AB": "postcode_form",
    "AI1 1AB": "postcode_form",
    "AA1I 1AB": "postcode_form",
    "12345": "postcode_form",
    "Dartford": "postcode_form",
    "DA1 1AB DA1 1AB": "postcode_form",
    "DA1 1AB\x00": "postcode_form",
    "ДА1 1АВ": "postcode_form",
    "<script>": "postcode_form",
    "' OR 1=1 --": "postcode_form",
    "GIR 0AA": "postcode_form",
    "DA1 1AB" * 100_000: "postcode_form",
}


@pytest.mark.parametrize(("typed", "kept"), GOOD.items())
def test_postcodes_are_understood_as_people_type_them(typed, kept):
    assert str(parse(typed)) == kept


@pytest.mark.parametrize(("typed", "code"), BAD.items(), ids=[repr(typed[:20]) for typed in BAD])
def test_what_is_no_postcode_is_refused_with_words(typed, code):
    with pytest.raises(DomainError) as caught:
        parse(typed)
    assert (caught.value.field, caught.value.code) == ("postcode", code)
    assert caught.value.message.startswith("Enter ")


def test_the_parts():
    found = parse("sw1a 2aa")
    assert (found.outcode, found.incode, found.sector) == ("SW1A", "2AA", "SW1A 2")


def test_half_a_postcode_is_enough_for_an_area():
    assert parse_outcode("da1") == parse_outcode("DA1 1AB") == "DA1"
    with pytest.raises(DomainError):
        parse_outcode("Kent")


def test_every_outcode_and_sector_we_hold_has_the_form():
    with (DATA / "outcodes.csv").open(newline="") as file:
        outcodes = [row["outcode"] for row in csv.DictReader(file)]
    with gzip.open(DATA / "sectors.csv.gz", "rt", newline="") as file:
        sectors = [row["sector"] for row in csv.DictReader(file)]
    assert (len(outcodes), len(sectors)) == (2224, 9132)
    assert {parse_outcode(outcode) for outcode in outcodes} == set(outcodes)
    assert {parse(f"{sector}AA").sector for sector in sectors} == set(sectors)


def test_every_postcode_we_hold_is_kept_as_it_stands():
    with gzip.open(DATA / "postcodes_kent.csv.gz", "rt", newline="") as file:
        codes = [row["postcode"] for row in csv.DictReader(file)]
    assert len(codes) == 51821
    assert [str(parse(code)) for code in codes] == codes


@given(st.from_regex(postcode.WHOLE, fullmatch=True), st.data())
def test_case_and_spacing_make_no_difference(letters, data):
    typed = "".join(data.draw(st.sampled_from(["", " ", "-", "\u00a0"])) + letter for letter in letters)
    typed = data.draw(st.sampled_from([typed, typed.lower(), typed.title()]))
    found = parse(typed[:30])
    assert f"{found.outcode}{found.incode}" == letters
    assert parse(str(found)) == found


@given(st.text(max_size=40))
def test_any_text_is_a_postcode_or_an_error_on_the_field(text):
    try:
        found = parse(text)
    except DomainError as error:
        found = error.field
    assert found == "postcode" or (isinstance(found, Postcode) and str(found).isascii())
