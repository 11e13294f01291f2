"""How long a number and a page may be believed."""

from datetime import date, timedelta

import pytest

from cms.rules import freshness

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("checked_on", "shown"),
    [
        (None, False),
        (TODAY, True),
        (TODAY - timedelta(days=89), True),
        (TODAY - timedelta(days=90), False),
        (TODAY + timedelta(days=1), False),
    ],
)
def test_another_bodys_number_is_good_for_ninety_days(checked_on: date | None, shown: bool) -> None:
    assert freshness.may_show_number(checked_on, TODAY) is shown


@pytest.mark.parametrize(
    ("review_by", "due"), [(TODAY, True), (TODAY + timedelta(days=1), False), (date(2026, 1, 1), True)]
)
def test_a_review_is_due_on_its_day(review_by: date, due: bool) -> None:
    assert freshness.review_is_due(review_by, TODAY) is due
