from datetime import date

import pytest

from households.rules.duty import (
    Decision,
    DutyKind,
    EndFacts,
    Ground,
    last_day,
    main_decision_overdue_days,
    obstacles,
    relief_lapses_on,
    starts_main_duty,
    warning_dates,
)
from households.rules.notice import Notice, NoticeKind, Tenancy, effect, threatened_from
from households.rules.placement import Stay, bnb_day, last_lawful_day

SALE = Notice(NoticeKind.SECTION_8, Tenancy.ASSURED, date(2027, 3, 2))


def facts(**changes) -> EndFacts:
    base = {
        "kind": DutyKind.PREVENTION,
        "satisfied_on": date(2027, 1, 5),
        "decision_letter_sent": True,
        "assessment_letter_sent": True,
        "plan_has_both_sides": True,
        "complied": True,
    }
    return EndFacts(**(base | changes))


@pytest.mark.parametrize(
    ("satisfied", "day_56"),
    [
        (date(2026, 10, 1), date(2026, 11, 25)),
        (date(2026, 9, 28), date(2026, 11, 22)),
        (date(2027, 1, 5), date(2027, 3, 1)),
        (date(2026, 11, 10), date(2027, 1, 4)),
        (date(2026, 11, 23), date(2027, 1, 17)),
    ],
)
def test_day_56_counts_the_day_of_being_satisfied_as_day_one(satisfied, day_56):
    assert last_day(satisfied) == day_56


def test_relief_ends_by_itself_only_with_both_findings():
    day = date(2026, 10, 1)
    assert relief_lapses_on(day, Decision.YES, Decision.NO) == date(2026, 11, 25)
    assert relief_lapses_on(day, Decision.YES, Decision.UNDECIDED) is None
    assert relief_lapses_on(day, Decision.YES, Decision.UNDECIDED, lapses_if_open=True) == date(2026, 11, 25)
    assert relief_lapses_on(day, Decision.YES, Decision.YES) is None
    assert relief_lapses_on(day, Decision.NO, Decision.NO) is None
    assert relief_lapses_on(day, Decision.UNDECIDED, Decision.NO) is None


def test_an_undecided_main_duty_is_overdue_from_the_day_after_day_56():
    satisfied = date(2026, 9, 28)
    assert main_decision_overdue_days(satisfied, date(2026, 11, 22), decided=False) == 0
    assert main_decision_overdue_days(satisfied, date(2026, 11, 23), decided=False) == 1
    assert main_decision_overdue_days(satisfied, date(2026, 12, 4), decided=False) == 12
    assert main_decision_overdue_days(satisfied, date(2026, 12, 4), decided=True) == 0


def test_a_sale_notice_threatens_from_56_days_before_its_date():
    assert threatened_from(SALE) == date(2027, 1, 5)
    assert not effect(SALE, date(2027, 1, 4)).threatened_by_notice
    assert effect(SALE, date(2027, 1, 5)).threatened_by_notice
    assert not effect(SALE, date(2027, 3, 3)).threatened_by_notice
    assert effect(SALE, date(2027, 1, 4)).because.endswith("The test is met from Tuesday 5 January 2027.")


@pytest.mark.parametrize("day", [date(2027, 3, 2), date(2027, 3, 3), date(2027, 6, 1)])
def test_prevention_cannot_end_as_56_days_under_a_live_notice(day):
    codes = [o.code for o in obstacles(Ground.FIFTY_SIX_DAYS, facts(notices=(SALE,)), day)]
    assert codes == ["notice_bar"]


def test_56_days_is_refused_on_day_56_itself():
    codes = [o.code for o in obstacles(Ground.FIFTY_SIX_DAYS, facts(notices=(SALE,)), date(2027, 3, 1))]
    assert codes == ["too_early", "notice_bar"]


def test_a_social_tenants_section_8_has_no_statutory_bar_but_a_section_21_has():
    on = date(2026, 11, 21)
    section_8 = Notice(NoticeKind.SECTION_8, Tenancy.SOCIAL_ASSURED, date(2026, 12, 21))
    section_21 = Notice(NoticeKind.SECTION_21, Tenancy.SOCIAL_ASSURED, date(2026, 12, 31))
    assert not effect(section_8, on).threatened_by_notice
    assert not effect(section_8, on).bars_56_days
    assert effect(section_8, on).needs_manager
    assert effect(section_21, on).threatened_by_notice
    assert effect(section_21, on).bars_56_days


def test_56_days_needs_the_letters_and_a_plan_for_both_sides():
    bare = facts(decision_letter_sent=False, complied=False)
    codes = [o.code for o in obstacles(Ground.FIFTY_SIX_DAYS, bare, date(2027, 4, 1))]
    assert codes == ["not_complied", "no_view"]
    assert obstacles(Ground.FIFTY_SIX_DAYS, facts(), date(2027, 4, 1)) == []


def test_nobody_may_choose_the_automatic_end():
    assert obstacles(Ground.LAPSED, facts(kind=DutyKind.RELIEF), date(2027, 4, 1))[0].code == "only_by_law"


def test_prevention_cannot_be_referred():
    assert obstacles(Ground.REFERRED, facts(), date(2027, 4, 1))[0].code == "no_such_ground"


def test_only_a_refused_final_offer_stops_the_main_duty():
    yes, no = Decision.YES, Decision.NO
    assert starts_main_duty(Ground.REFUSED_SUITABLE, DutyKind.RELIEF, yes, no)
    assert starts_main_duty(Ground.NON_COOPERATION, DutyKind.RELIEF, yes, no)
    assert not starts_main_duty(Ground.REFUSED_FINAL, DutyKind.RELIEF, yes, no)
    assert not starts_main_duty(Ground.LAPSED, DutyKind.RELIEF, no, no)


def test_warnings_fall_on_days_35_49_and_56():
    assert warning_dates(date(2026, 9, 28)) == {
        35: date(2026, 11, 1),
        49: date(2026, 11, 15),
        56: date(2026, 11, 22),
    }


def stay(start: date, end: date | None = None, *, self_contained: bool = False) -> Stay:
    return Stay(start, end, self_contained=self_contained, exempt_provider=False)


def test_day_42_in_bed_and_breakfast_is_the_last_lawful_one():
    stays = [stay(date(2026, 10, 12))]
    assert bnb_day(stays, date(2026, 11, 22)) == 42
    assert bnb_day(stays, date(2026, 11, 23)) == 43
    assert last_lawful_day(stays, date(2026, 11, 1)) == date(2026, 11, 22)


def test_five_nights_away_move_day_42_by_five_and_do_not_restart_it():
    stays = [stay(date(2026, 10, 12), date(2026, 10, 20)), stay(date(2026, 10, 25))]
    assert bnb_day(stays, date(2026, 10, 22)) == 0
    assert bnb_day(stays, date(2026, 11, 27)) == 42


def test_moving_between_two_bed_and_breakfasts_does_not_restart_the_count():
    stays = [stay(date(2026, 10, 15), date(2026, 11, 1)), stay(date(2026, 11, 1))]
    assert bnb_day(stays, date(2026, 11, 23)) == 40


def test_self_contained_rooms_are_not_bed_and_breakfast():
    assert bnb_day([stay(date(2026, 10, 12), self_contained=True)], date(2026, 11, 22)) == 0
