"""Households as JSON lines: each gets an answer, or an error that names the field."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rulebook.rules.lines import answer_line
from tests.rules.shipped import north_west_kent

GOOD = {
    "id": "1",
    "on": "2026-11-21",
    "brma": "NORTH_WEST_KENT",
    "renters": [{"age": 34, "sex": "F"}],
    "children": [{"age": 7, "sex": "M"}],
    "non_dependants": [],
    "non_dependant_couples": [[{"age": 50, "sex": "F"}, {"age": 51, "sex": "M"}]],
}
CHILD = {"age": 7, "sex": "M"}
RENTER = {"age": 34, "sex": "F"}


def ask(line: object) -> dict:
    raw = line if isinstance(line, bytes) else json.dumps(line).encode()
    return json.loads(answer_line(raw, north_west_kent()))


def test_an_answer_has_both_schemes_with_their_reasons():
    answer = ask(GOOD)
    assert list(answer) == ["id", "uc", "hb"]
    assert answer["id"] == "1"
    because = answer["uc"].pop("because"), answer["hb"].pop("because")
    assert answer["uc"] == {"bedrooms": 4, "category": "E", "monthly": "1450.00"}
    assert answer["hb"] == {"bedrooms": 3, "category": "D", "weekly": "276.16"}
    assert all(isinstance(line, str) and "(" in line for lines in because for line in lines)


def test_the_fewest_facts_are_enough():
    answer = ask({name: GOOD[name] for name in ("id", "on", "brma", "renters")})
    assert (answer["uc"]["category"], answer["uc"]["monthly"]) == ("A", "451.33")
    assert (answer["hb"]["category"], answer["hb"]["weekly"]) == ("A", "103.87")


def test_every_further_fact_is_understood():
    renter = {
        **RENTER,
        "disability_benefit": "pip_daily_living",
        "overnight_carer": True,
        "cannot_share": False,
        "foster_carer": True,
        "care_leaver": True,
        "hostel_nights": 92,
        "resettlement_accepted": True,
        "multi_agency_management": True,
        "domestic_abuse_evidenced": True,
        "modern_slavery": True,
        "severe_disability_premium": True,
    }
    child = {**CHILD, "responsible": False, "foster": False, "away_months": 2, "away_because": "care"}
    line = {
        **GOOD,
        "renters": [renter, RENTER],
        "children": [child],
        "non_dependants": [{"age": 40, "sex": "M", "lodger": True}],
        "pregnant": True,
        "claims_as_single": True,
        "shares_facilities": True,
    }
    assert "error" not in ask(line)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": None}, "id"),
        ({"id": True}, "id"),
        ({"id": ["1"]}, "id"),
        ({"on": None}, "on"),
        ({"on": 20261121}, "on"),
        ({"on": "20261121"}, "on"),
        ({"on": "2026-W47-6"}, "on"),
        ({"on": "2026-02-30"}, "on"),
        ({"on": "2020-03-31"}, "on"),
        ({"on": "2027-04-01"}, "on"),
        ({"brma": None}, "brma"),
        ({"brma": ""}, "brma"),
        ({"brma": "NARNIA"}, "brma"),
        ({"brma": "A" * 100_000}, "brma"),
        ({"renters": []}, "renters"),
        ({"renters": [RENTER] * 3}, "renters"),
        ({"renters": RENTER}, "renters"),
        ({"renters": [{"age": -1, "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": 15, "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": 121, "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": 34.0, "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": "34", "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": True, "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": float("nan"), "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"age": None, "sex": "F"}]}, "renters[0].age"),
        ({"renters": [{"sex": "F"}]}, "renters[0].age"),
        ({"renters": [RENTER, {"age": 40}]}, "renters[1].sex"),
        ({"renters": [{"age": 34, "sex": "female"}]}, "renters[0].sex"),
        ({"renters": [{"age": 34, "sex": ["F"]}]}, "renters[0].sex"),
        ({"renters": ["me"]}, "renters[0]"),
        ({"renters": [{**RENTER, "lodger": True}]}, "renters[0].lodger"),
        ({"renters": [{**RENTER, "care_leaver": "yes"}]}, "renters[0].care_leaver"),
        ({"renters": [{**RENTER, "hostel_nights": -1}]}, "renters[0].hostel_nights"),
        ({"renters": [{**RENTER, "disability_benefit": "dla"}]}, "renters[0].disability_benefit"),
        ({"children": None}, "children"),
        ({"children": [CHILD] * 31}, "children"),
        ({"children": [CHILD, {"age": "x", "sex": "M"}]}, "children[1].age"),
        ({"children": [{**CHILD, "away_because": "holiday"}]}, "children[0].away_because"),
        ({"non_dependants": [{"age": 40, "sex": "X"}]}, "non_dependants[0].sex"),
        ({"non_dependant_couples": [[RENTER]]}, "non_dependant_couples[0]"),
        ({"non_dependant_couples": [RENTER]}, "non_dependant_couples[0]"),
        ({"non_dependant_couples": [[RENTER, CHILD]]}, "non_dependant_couples[0][1].age"),
        ({"pregnant": 1}, "pregnant"),
        ({"claims_as_single": True}, "claims_as_single"),
        ({"child": []}, "child"),
    ],
)
def test_what_will_not_do_is_named(change, field):
    answer = ask({**GOOD, **change})
    assert set(answer) == {"id", "error"}
    assert answer["id"] == (None if field == "id" else "1")
    assert answer["error"]["field"] == field
    assert answer["error"]["message"].endswith((".", "?"))


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"",
        b"null",
        b"[]",
        b"12",
        b'"text"',
        b"\xff\xfe{}",
        b'{"id": "1", "id": "2"}',
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b"}",
        b'{"id": "1"} {"id": "2"}',
    ],
)
def test_a_line_that_is_no_household_is_told_so(line):
    answer = ask(line)
    assert answer["id"] is None
    assert answer["error"]["message"]


def test_an_id_comes_back_as_it_was_given():
    for given_id in ("1", "", 7, "é\ud800", "x" * 1000):
        assert ask({**GOOD, "id": given_id})["id"] == given_id


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["age", "sex", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*sorted(GOOD), "pregnant", "nonsense"]), JSON, max_size=5))
def test_any_object_at_all_gets_an_answer_or_a_named_field(change):
    answer = ask({**GOOD, **change})
    assert ("error" in answer) != ("uc" in answer)
    if "error" in answer:
        assert answer["error"]["field"]


@given(st.binary(max_size=60))
def test_any_bytes_at_all_get_one_line(line):
    assert "\n" not in answer_line(line, north_west_kent())
