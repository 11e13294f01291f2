"""Vector 31 and scenario 6: asking again within two years of a private offer accepted before 1 May 2026."""

from datetime import date

import pytest

from households.rules import reapplication as rules
from households.rules.duty import Decision, DutyKind, Ground, relief_lapses_on, starts_main_duty
from households.rules.reapplication import EarlierOffer

YES, NO, UNDECIDED = Decision.YES, Decision.NO, Decision.UNDECIDED
ACCEPTED, APPLIED = date(2026, 3, 20), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("accepted", "until"),
    [
        (ACCEPTED, date(2028, 3, 19)),
        (date(2026, 4, 30), date(2028, 4, 29)),
        (date(2026, 5, 1), None),
        (date(2024, 12, 1), date(2026, 11, 30)),
    ],
)
def test_the_right_lasts_two_years_from_the_acceptance_if_that_was_before_may_2026(accepted, until):
    assert rules.until(accepted) == until


@pytest.mark.parametrize(
    ("offer", "barred"),
    [
        (EarlierOffer(ACCEPTED, APPLIED), ""),
        (EarlierOffer(ACCEPTED, date(2028, 3, 19)), ""),
        (EarlierOffer(ACCEPTED, date(2028, 3, 20)), "after 19 Mar 2028"),
        (EarlierOffer(date(2026, 5, 4), APPLIED), "before 1 May 2026"),
        (EarlierOffer(ACCEPTED, APPLIED, used_before=True), "once only"),
        (EarlierOffer(ACCEPTED, APPLIED, restricted_person=True), "restricted person"),
    ],
)
def test_only_the_first_new_application_in_time_has_the_right(offer, barred):
    assert barred in rules.bar(offer)
    assert rules.disregards_need(offer) is (not barred)
    assert not rules.disregards_need(None)


def test_the_main_duty_follows_relief_whatever_the_priority_need_unless_intentional():
    for need in (YES, NO, UNDECIDED):
        assert starts_main_duty(Ground.FIFTY_SIX_DAYS, DutyKind.RELIEF, need, NO, disregards_need=True)
        assert not starts_main_duty(Ground.FIFTY_SIX_DAYS, DutyKind.RELIEF, need, YES, disregards_need=True)
        assert not starts_main_duty(Ground.REFUSED_FINAL, DutyKind.RELIEF, need, NO, disregards_need=True)
        assert not starts_main_duty(Ground.FIFTY_SIX_DAYS, DutyKind.PREVENTION, need, NO, disregards_need=True)
    assert not starts_main_duty(Ground.FIFTY_SIX_DAYS, DutyKind.RELIEF, NO, NO)


def test_relief_without_priority_need_never_ends_by_itself():
    """s189B(4) asks for priority need whoever applies; day 56 of a duty from 1 December 2026 is 25 January 2027."""
    assert relief_lapses_on(APPLIED, NO, NO) is None
    assert relief_lapses_on(APPLIED, YES, NO) == date(2027, 1, 25)
