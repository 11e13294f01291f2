"""Unpaid rent against the levels of the law and of the council, read from the rulebook's own file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import Money
from core.rulebook.rules.arrears import Level
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.rent import Frequency
from tenancies.rules import arrears, rent
from tenancies.rules.arrears import Standing
from tenancies.rules.rent import Balance, Entry, EntryKind
from tests.rules.shipped import TODAY, period, pounds, values

NONE = Money.zero()
NAMES = ("key", "label", "months", "weeks", "ground", "source")


def levels(regime: Regime, on: date = TODAY) -> list[Level]:
    rows = [row for row in values("arrears_levels") if row["regime"] == regime and on in period(row)]
    return [
        Level(leaves_out_award=row["leaves_out_unpaid_award"], **{name: row[name] for name in NAMES})
        for row in sorted(rows, key=lambda row: row["order"])
    ]


def against(
    key: str,
    owed: str,
    waiting: str = "0",
    *,
    rate: str = "1000",
    frequency: Frequency = Frequency.MONTHLY,
    regime: Regime = Regime.PRIVATE,
    first: date = date(2026, 6, 1),
    on: date = TODAY,
) -> Standing:
    level = next(each for each in levels(regime) if each.key == key)
    balance = Balance(due=pounds(owed), paid=NONE, waiting=pounds(waiting))
    return arrears.stand(level, balance, pounds(rate), frequency, arrears.coming(first, frequency, on), on)


@pytest.mark.parametrize(
    ("rate", "frequency", "owed", "met"),
    [
        ("1000", Frequency.MONTHLY, "2999.99", False),
        ("1000", Frequency.MONTHLY, "3000.00", True),
        ("230", Frequency.WEEKLY, "2989.99", False),
        ("230", Frequency.WEEKLY, "2990.00", True),
        ("460", Frequency.FORTNIGHTLY, "2989.99", False),
        ("460", Frequency.FORTNIGHTLY, "2990.00", True),
        ("900", Frequency.MONTHLY, "2699.99", False),
        ("900", Frequency.MONTHLY, "2700.00", True),
    ],
)
def test_ground_8_is_met_from_three_months_or_13_weeks_of_rent(rate, frequency, owed, met):
    assert against("ground_8", owed, rate=rate, frequency=frequency).met is met


def test_what_waits_only_for_an_award_does_not_count_for_ground_8():
    found = against("ground_8", "3200", "450")
    assert (found.counted, found.met, found.short_by) == (pounds("2750"), False, pounds("250"))


def test_it_does_count_for_the_other_levels():
    found = against("two_months", "2100", "450")
    assert (found.counted, found.met) == (pounds("2100"), True)


def test_social_housing_keeps_two_months_and_counts_everything():
    found = against("ground_8", "2000", "450", regime=Regime.SOCIAL)
    assert (found.met, found.threshold.amount, found.counted) == (True, pounds("2000"), pounds("2000"))
    assert against("ground_8", "1999.99", regime=Regime.SOCIAL).met is False
    assert against("ground_8", "799.99", rate="100", frequency=Frequency.WEEKLY, regime=Regime.SOCIAL).met is False
    assert against("ground_8", "800", rate="100", frequency=Frequency.WEEKLY, regime=Regime.SOCIAL).met is True


def test_a_mixed_notice_with_680_pounds_waiting_for_november():
    on = date(2026, 11, 23)
    found = against("ground_8", "2700.00", "680.00", rate="900", on=on)
    assert (found.counted, found.met) == (pounds("2020.00"), False)
    assert found.reached_on == date(2026, 12, 2)
    assert against("ground_8", "2700.00", rate="900", on=on).met is True
    assert against("ground_8", "2699.99", rate="900", on=on).met is False


def test_a_fraction_of_a_penny_is_rounded_up_so_that_at_least_stays_at_least():
    two_weeks = next(each for each in levels(Regime.PRIVATE) if each.key == "two_weeks")
    assert arrears.threshold(two_weeks, pounds("995"), Frequency.MONTHLY).amount == pounds("459.24")
    ground_8 = next(each for each in levels(Regime.PRIVATE) if each.key == "ground_8")
    assert arrears.threshold(ground_8, pounds("100.01"), Frequency.FORTNIGHTLY).amount == pounds("650.07")


def test_each_level_ahead_says_when_it_is_reached_if_nothing_is_paid():
    balance = Balance(due=pounds("1000"), paid=NONE, waiting=NONE)
    found = arrears.stand_all(
        levels(Regime.PRIVATE), balance, pounds("1000"), Frequency.MONTHLY, date(2026, 6, 1), TODAY
    )
    assert [(each.level.key, each.met, each.reached_on) for each in found] == [
        ("two_weeks", True, None),
        ("one_month", True, None),
        ("two_months", False, date(2026, 12, 2)),
        ("ground_8", False, date(2027, 1, 2)),
    ]
    assert arrears.next_level(found) is found[2]


def test_a_tenant_ahead_with_the_rent_has_longer():
    balance = Balance(due=pounds("1000"), paid=pounds("2000"), waiting=NONE)
    found = arrears.stand(
        levels(Regime.PRIVATE)[1],
        balance,
        pounds("1000"),
        Frequency.MONTHLY,
        [date(2026, 12, 1), date(2027, 1, 1)],
        TODAY,
    )
    assert (found.owed, found.reached_on) == (NONE, date(2027, 1, 2))


def test_rent_may_be_paid_until_the_end_of_its_day():
    entries = [Entry(EntryKind.DUE, TODAY, pounds("900"))]
    assert rent.balance(entries, TODAY).owed == NONE
    assert rent.balance(entries, date(2026, 11, 22)).owed == pounds("900")


def test_the_newest_word_on_an_award_holds_and_never_for_more_than_is_owed():
    entries = [
        Entry(EntryKind.DUE, date(2026, 11, 1), pounds("900")),
        Entry(EntryKind.AWARD, date(2026, 11, 2), pounds("680")),
        Entry(EntryKind.PAID, date(2026, 11, 10), pounds("400")),
    ]
    assert rent.balance(entries, date(2026, 11, 9)).waiting == pounds("680")
    assert rent.balance(entries, TODAY).waiting == pounds("500")
    entries.append(Entry(EntryKind.AWARD, TODAY, NONE))
    assert rent.balance(entries, TODAY).waiting == NONE


def test_rent_days_keep_the_day_of_the_month():
    assert rent.due_to(date(2026, 8, 31), Frequency.MONTHLY, date(2026, 11, 30)) == [
        date(2026, 8, 31),
        date(2026, 9, 30),
        date(2026, 10, 31),
        date(2026, 11, 30),
    ]
    assert rent.due_to(date(2026, 11, 2), Frequency.WEEKLY, TODAY) == [
        date(2026, 11, 2),
        date(2026, 11, 9),
        date(2026, 11, 16),
    ]


@given(owed=st.integers(0, 500_000), paid=st.integers(0, 500_000), waiting=st.integers(0, 100_000))
def test_paying_never_brings_a_level_nearer(owed, paid, waiting):
    def reached(paid: int) -> list[date]:
        unpaid = max(owed - paid, 0)
        balance = Balance(Money(owed), Money(paid), Money(min(waiting, unpaid)))
        found = arrears.stand_all(
            levels(Regime.PRIVATE), balance, pounds("1000"), Frequency.MONTHLY, date(2026, 6, 1), TODAY
        )
        return [TODAY if each.met else each.reached_on for each in found]

    assert all(later >= sooner for later, sooner in zip(reached(paid), reached(0), strict=True))
