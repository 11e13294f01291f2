"""Rents by the week and month, and the deposit cap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import Money
from core.rulebook.rules.deposit import deposit_cap, within_policy
from core.rulebook.rules.rent import Frequency, hb_week, uc_month, weeks_of_rent
from tests.rules.shipped import caps, north_west_kent, pounds

RENTS = st.integers(1, 10_000_00).map(Money)


@pytest.mark.parametrize(
    ("rent", "frequency", "free", "month"),
    [
        ("200", "weekly", 0, "866.67"),
        ("400", "fortnightly", 0, "866.67"),
        ("800", "four_weekly", 0, "866.67"),
        ("200", "weekly", 2, "833.33"),
        ("950", "monthly", 0, "950"),
        ("2600", "quarterly", 0, "866.67"),
        ("10400", "yearly", 0, "866.67"),
    ],
)
def test_a_month_of_rent_for_universal_credit(rent, frequency, free, month):
    assert uc_month(pounds(rent), Frequency(frequency), free) == pounds(month)


def test_a_week_of_rent_for_housing_benefit_and_both_published_rates_kept():
    assert hb_week(pounds("950"), Frequency.MONTHLY) == pounds("219.23")
    rates = north_west_kent().areas["NORTH_WEST_KENT"][-1].by_category["B"]
    assert (rates.weekly, rates.monthly) == (pounds("172.60"), pounds("750"))


@pytest.mark.parametrize(
    ("rent", "week", "weeks", "cap"),
    [
        ("950", "219.23", 5, "1096.15"),
        ("4166.66", "961.53", 5, "4807.68"),
        ("4166.67", "961.53", 6, "5769.23"),
        ("500", "115.38", 5, "576.92"),
    ],
)
def test_the_deposit_cap(rent, week, weeks, cap):
    found = deposit_cap(pounds(rent), Frequency.MONTHLY, caps())
    assert (found.week, found.weeks, found.amount) == (pounds(week), weeks, pounds(cap))


def test_a_guarantee_above_the_cap_needs_a_signed_reason():
    cap = deposit_cap(pounds("950"), Frequency.MONTHLY, caps())
    six_weeks = weeks_of_rent(pounds("950"), Frequency.MONTHLY, 6)
    assert six_weeks == pounds("1315.38")
    assert not within_policy(six_weeks, cap)
    assert not within_policy(six_weeks, cap, reason=" ")
    assert within_policy(six_weeks, cap, reason="The only adapted home in the district")
    assert within_policy(cap.amount, cap)


def test_all_payments_cannot_be_free():
    for free in (52, -1):
        with pytest.raises(ValueError, match="must be due"):
            uc_month(pounds("200"), Frequency.WEEKLY, free)


@given(RENTS, st.sampled_from(Frequency))
def test_a_cap_is_never_passed_and_grows_with_rent(rent, frequency):
    cap = deposit_cap(rent, frequency, caps())
    assert cap.amount.pence * 52 <= rent.pence * 52 * 52
    assert cap.amount <= deposit_cap(rent + Money(100), frequency, caps()).amount
    assert cap.amount >= cap.week * cap.weeks
