from datetime import date

import pytest

from lettings.rules.offer import Basis, Bound, consequences, may_be, warnings
from lettings.rules.suitability import ALL_REFS, Answer, Row, binding, blocks

PASSED = {ref: Row(ref, Answer.PASS) for ref in ALL_REFS}


def test_a_household_bound_elsewhere_cannot_get_a_final_offer():
    bound = Bound(liability_ends_on=date(2027, 1, 15))
    assert "15 January 2027" in may_be(Basis.FINAL_RELIEF, bound, date(2026, 12, 10))
    assert may_be(Basis.ORDINARY, bound, date(2026, 12, 10)) == ""
    assert may_be(Basis.FINAL_RELIEF, bound, date(2027, 1, 15)) == ""


def test_a_written_release_lifts_the_bar():
    bound = Bound(liability_ends_on=date(2027, 1, 23), released_on=date(2026, 12, 3))
    assert may_be(Basis.FINAL_RELIEF, bound, date(2026, 12, 3)) == ""
    assert may_be(Basis.FINAL_RELIEF, bound, date(2026, 12, 2)) != ""


def test_refusing_an_ordinary_offer_is_never_said_to_stop_the_main_duty():
    said = " ".join(warnings(Basis.ORDINARY, duty="relief", priority_need=True, intentional=False))
    assert "starts the main duty" in said
    assert "no main duty follows" not in said


@pytest.mark.parametrize(
    ("basis", "duty", "warned"),
    [
        (Basis.ORDINARY, "prevention", True),
        (Basis.ORDINARY, "relief", True),
        (Basis.ORDINARY, "main", False),
        (Basis.ORDINARY, "", False),
        (Basis.FINAL_RELIEF, "relief", True),
        (Basis.MAIN_DUTY_PRIVATE, "main", True),
    ],
)
def test_the_letter_says_that_a_warning_comes_first_where_saying_no_could_end_a_duty(basis, duty, warned):
    said = " ".join(consequences(basis, duty=duty, priority_need=True, intentional=False))
    assert ("write to warn you" in said) is warned
    assert ("does not end any duty" in said) is not warned
    assert ("no main duty" in said) is (basis is Basis.FINAL_RELIEF)


def test_the_letter_says_that_the_main_duty_begins_only_to_those_who_would_be_owed_it():
    said = [consequences(Basis.ORDINARY, duty="relief", priority_need=True, intentional=on) for on in (False, True)]
    assert ["would begin" in " ".join(each) for each in said] == [True, False]


@pytest.mark.parametrize(
    ("basis", "secured", "priority", "binds"),
    [
        (Basis.MAIN_DUTY_PRIVATE, True, False, True),
        (Basis.FINAL_RELIEF, True, False, True),
        (Basis.ORDINARY, True, True, True),
        (Basis.ORDINARY, True, False, False),
        (Basis.ORDINARY, False, True, False),
    ],
)
def test_when_article_3_binds(basis, secured, priority, binds):
    assert binding(basis, secured_by_council=secured, priority_need=priority).binds is binds


BINDS = binding(Basis.FINAL_RELIEF, secured_by_council=True, priority_need=True)
FREE = binding(Basis.ORDINARY, secured_by_council=True, priority_need=False)


@pytest.mark.parametrize("answer", [Answer.FAIL, Answer.NOT_CHECKED])
def test_nobody_overrides_where_article_3_binds(answer):
    rows = PASSED | {"i": Row("i", answer)}
    assert [b.ref for b in blocks(rows, BINDS, override_reason="It will be fine")] == ["i"]
    assert blocks(rows, FREE, override_reason="Inspected by hand") == []
    assert [b.ref for b in blocks(rows, FREE)] == ["i"]


def test_gas_does_not_apply_without_gas_but_condition_always_applies():
    assert blocks(PASSED | {"i": Row("i", Answer.NOT_APPLICABLE, not_applicable_allowed=True)}, BINDS) == []
    assert [b.ref for b in blocks(PASSED | {"a": Row("a", Answer.NOT_APPLICABLE)}, FREE, "reason")] == ["a"]


def test_a_missing_row_blocks():
    rows = {ref: row for ref, row in PASSED.items() if ref != "j"}
    assert [b.ref for b in blocks(rows, BINDS)] == ["j"]
