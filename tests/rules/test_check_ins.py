from datetime import date

from tenancies.rules import check_in, tenancy

FOUND = check_in.moments(date(2026, 5, 21), (1, 4, 8), (3, 6, 12))


def test_both_are_asked_in_weeks_1_4_and_8_and_months_3_6_and_12():
    assert [(each.label, each.on) for each in FOUND] == [
        ("Week 1", date(2026, 5, 28)),
        ("Week 4", date(2026, 6, 18)),
        ("Week 8", date(2026, 7, 16)),
        ("Month 3", date(2026, 8, 21)),
        ("Month 6", date(2026, 11, 21)),
        ("Month 12", date(2027, 5, 21)),
    ]
    assert {each.key for each in FOUND} >= check_in.PROOF


def test_a_check_in_is_asked_on_its_day_and_for_two_weeks_after():
    assert [each.key for each in check_in.due(FOUND, date(2026, 11, 20))] == []
    assert [each.key for each in check_in.due(FOUND, date(2026, 11, 21))] == ["month_6"]
    assert [each.key for each in check_in.due(FOUND, date(2026, 12, 5))] == ["month_6"]
    assert [each.key for each in check_in.due(FOUND, date(2026, 12, 6))] == []
    assert check_in.coming(FOUND, date(2026, 11, 21)).key == "month_12"
    assert check_in.coming(FOUND, date(2027, 5, 21)) is None


def test_a_tenancy_has_lasted_six_months_on_the_day_after_they_end():
    assert tenancy.settled_on(date(2026, 5, 21), 6) == date(2026, 11, 21)
    assert tenancy.settled_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
