"""Section 8 notices: which date they may give, what each ground asks, and what follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.rulebook.rules.notices import reading, timing
from core.rulebook.rules.notices.facts import (
    Deposit,
    LandlordKind,
    Letting,
    NoticeFacts,
    Paper,
    Rent,
    Students,
)
from core.rulebook.rules.notices.lines import Standing
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.rent import Frequency
from tests.rules.shipped import notice_law, pounds

LAW = notice_law()
SERVED = date(2026, 11, 2)
TODAY = date(2026, 11, 23)
SALE = NoticeFacts(
    grounds=("1A",),
    tenancy_began_on=date(2025, 11, 3),
    served_on=SERVED,
    specified_on=date(2027, 3, 2),
    landlord=LandlordKind.PRIVATE,
)
MET, NOT_MET, NOT_KNOWN = Standing


def read(facts: NoticeFacts, on: date = TODAY) -> reading.Reading:
    return reading.read(facts, LAW, on)


def notice(*grounds: str, **changes) -> NoticeFacts:
    return replace(NoticeFacts(grounds=grounds, served_on=SERVED, specified_on=SERVED), **changes)


def ground(facts: NoticeFacts, code: str) -> reading.GroundReading:
    return next(each for each in read(facts).grounds if each.code == code)


def test_a_sale_notice_of_four_months_on_a_tenancy_of_a_year():
    found = read(SALE)
    assert found.timing.standing is MET
    assert found.earliest_on == date(2027, 3, 2)
    assert found.grounds[0].standing is MET
    assert found.problems == ()
    assert found.threatened_from == date(2027, 1, 5)
    assert found.threatened.standing is NOT_MET
    assert read(SALE, date(2027, 1, 5)).threatened.standing is MET
    assert found.restricted_until == date(2028, 3, 1)
    assert found.last_claim_on == date(2027, 11, 2)


@pytest.mark.parametrize(("began", "standing"), [(date(2026, 3, 3), MET), (date(2026, 3, 4), NOT_MET)])
def test_the_first_year_counts_both_days(began, standing):
    assert ground(replace(SALE, grounds=("1",), tenancy_began_on=began), "1").standing is standing


@pytest.mark.parametrize(
    ("grounds", "earliest", "because"),
    [
        (("8",), date(2026, 11, 30), ("8",)),
        (("8", "10", "12"), date(2026, 11, 30), ("10", "8")),
        (("8", "1A"), date(2027, 3, 2), ("1A",)),
        (("7A", "1A"), SERVED, ("7A",)),
        (("8", "14"), SERVED, ("14",)),
        (("12",), date(2026, 11, 16), ("12",)),
    ],
)
def test_the_longest_period_counts_unless_7a_or_14_is_given(grounds, earliest, because):
    found = read(notice(*grounds))
    assert (found.earliest_on, found.because) == (earliest, because)
    assert found.timing.standing is (MET if earliest <= SERVED else NOT_MET)


def test_behaviour_alone_brings_no_order_within_14_days():
    found = read(notice("8", "14"))
    assert found.timing.standing is MET
    assert found.no_order_before == date(2026, 11, 16)
    assert read(notice("8")).no_order_before is None


def test_a_sale_mixed_with_crime_restricts_the_home_as_if_four_months_had_been_given():
    assert read(notice("7A", "1A")).restricted_until == date(2028, 3, 1)


def test_the_rulebook_asks_the_four_months_that_the_restricted_period_counts():
    grounds = [LAW.grounds[Regime.PRIVATE][code] for code in ("1", "1A")]
    asked = {(each.notice_number, each.notice_unit) for each in grounds}
    assert asked == {(timing.SALE_MONTHS, "months")}


def test_the_home_stays_restricted_after_a_sale_notice_until_another_order():
    assert timing.restricted_until(SERVED, date(2027, 3, 2), date(2027, 6, 10)) == date(2027, 6, 10)
    assert read(SALE, date(2028, 3, 2)).restricted.words.startswith("That time ended")


@pytest.mark.parametrize(
    ("amount", "frequency", "arrears", "award", "standing"),
    [
        ("1000", "monthly", "2999.99", "0", NOT_MET),
        ("1000", "monthly", "3000", "0", MET),
        ("230", "weekly", "2989.99", "0", NOT_MET),
        ("230", "weekly", "2990", "0", MET),
        ("461", "fortnightly", "2996.49", "0", NOT_MET),
        ("461", "fortnightly", "2996.50", "0", MET),
        ("1000", "monthly", "3200", "450", NOT_MET),
        ("900", "monthly", "2700", "680", NOT_MET),
        ("900", "monthly", "2700", "0", MET),
        ("900", "monthly", "2700", None, NOT_KNOWN),
        ("900", "monthly", "2699.99", None, NOT_MET),
        ("920", "four_weekly", "2990", "0", MET),
    ],
)
def test_ground_8_counts_three_months_or_13_weeks_less_what_an_unpaid_award_leaves(
    amount, frequency, arrears, award, standing
):
    rent = Rent(pounds(amount), Frequency(frequency), pounds(arrears), None if award is None else pounds(award))
    assert ground(notice("8", rent=rent), "8").standing is standing


def test_ground_8_of_social_housing_keeps_two_months_and_two_weeks():
    rent = Rent(pounds("1000"), Frequency.MONTHLY, pounds("2000"), None)
    facts = notice("8", letting=Letting.SOCIAL, rent=rent, specified_on=date(2026, 11, 16))
    found = read(facts)
    assert (found.timing.standing, found.earliest_on) == (MET, date(2026, 11, 16))
    assert found.grounds[0].standing is MET
    assert found.threatened_from is None
    assert found.threatened.standing is NOT_KNOWN


@pytest.mark.parametrize(("specified", "standing"), [(date(2027, 4, 1), NOT_MET), (date(2027, 4, 15), MET)])
def test_ground_6_asks_six_months(specified, standing):
    assert ground(notice("6", tenancy_began_on=date(2026, 10, 15), specified_on=specified), "6").standing is standing


@pytest.mark.parametrize(
    ("main_duty", "specified", "standing"),
    [(True, date(2027, 6, 1), MET), (True, date(2027, 6, 2), NOT_MET), (False, date(2027, 6, 1), NOT_MET)],
)
def test_ground_5g_is_for_main_duty_lets_within_a_year_of_the_letter(main_duty, specified, standing):
    facts = notice("5G", main_duty_let=main_duty, council_told_on=date(2026, 6, 1), specified_on=specified)
    assert ground(facts, "5G").standing is standing


@pytest.mark.parametrize(
    ("specified", "agreed", "standing"),
    [
        (date(2027, 9, 30), date(2026, 5, 4), MET),
        (date(2027, 10, 1), date(2026, 5, 4), NOT_MET),
        (date(2027, 5, 31), date(2026, 5, 4), NOT_MET),
        (date(2027, 9, 30), date(2026, 2, 1), NOT_MET),
    ],
)
def test_ground_4a_is_for_students_in_summer_who_agreed_late(specified, agreed, standing):
    students = Students(True, True, True, agreed, date(2026, 9, 1))
    facts = notice("4A", students=students, served_on=date(2027, 1, 4), specified_on=specified)
    assert ground(facts, "4A").standing is standing
    assert ground(replace(facts, students=replace(students, all_students=None)), "4A").standing is not MET


@pytest.mark.parametrize(
    ("grounds", "deposit", "given", "barred"),
    [
        (("8",), Deposit.HELD, False, NOT_MET),
        (("8",), Deposit.HELD, True, MET),
        (("8",), Deposit.NOT_HELD, True, NOT_MET),
        (("8",), Deposit.RETURNED, False, MET),
        (("8",), None, None, NOT_KNOWN),
        (("8", "14"), Deposit.HELD, False, NOT_MET),
    ],
)
def test_an_unprotected_deposit_bars_an_order(grounds, deposit, given, barred):
    found = read(notice(*grounds, deposit=deposit, information_given=given))
    assert found.deposit.standing is barred
    assert ("14" in found.deposit.words) is ("14" in grounds)


def test_an_unprotected_deposit_bars_no_order_on_behaviour_nor_one_on_social_housing():
    assert read(notice("14", deposit=Deposit.NOT_HELD)).deposit is None
    assert read(notice("8", deposit=Deposit.NOT_HELD, letting=Letting.SOCIAL)).deposit is None


def test_a_mixed_notice_dated_the_next_day():
    facts = NoticeFacts(
        grounds=("8", "14"),
        served_on=TODAY,
        specified_on=date(2026, 11, 24),
        rent=Rent(pounds("900"), Frequency.MONTHLY, pounds("2700"), pounds("680")),
        deposit=Deposit.NONE,
    )
    found = read(facts)
    assert found.timing.standing is MET
    assert ground(facts, "8").alone_from == date(2026, 12, 21)
    assert "£2,020.00" in ground(facts, "8").conditions[0].words
    assert found.threatened.standing is MET
    assert found.no_order_before == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({"paper": Paper.SECTION_21}, NOT_MET),
        ({"paper": Paper.SECTION_21, "served_on": date(2026, 4, 30)}, NOT_KNOWN),
        ({"paper": Paper.SECTION_21, "letting": Letting.SOCIAL}, NOT_KNOWN),
        ({"paper": Paper.FORM_3}, NOT_MET),
        ({"paper": Paper.FORM_3, "letting": Letting.SOCIAL}, MET),
        ({"paper": Paper.MESSAGE}, NOT_MET),
        ({"paper": None}, NOT_KNOWN),
        ({"gives_no_ground": True, "grounds": ()}, NOT_MET),
        ({"letting": Letting.COUNCIL}, NOT_KNOWN),
        ({"letting": Letting.LODGER}, NOT_KNOWN),
        ({"letting": None}, NOT_KNOWN),
        ({}, MET),
    ],
)
def test_the_kind_of_paper(changes, standing):
    assert read(replace(SALE, **changes)).paper.standing is standing


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"paper": Paper.SECTION_21, "letting": Letting.SOCIAL}, date(2027, 1, 5)),
        ({"paper": Paper.SECTION_21}, None),
        ({"paper": Paper.SECTION_21, "served_on": date(2026, 4, 30)}, date(2027, 1, 5)),
        ({"letting": Letting.LODGER}, None),
        ({"paper": Paper.MESSAGE}, None),
    ],
)
def test_when_the_date_counts_as_near(changes, first):
    assert read(replace(SALE, **changes)).threatened_from == first


@pytest.mark.parametrize(
    ("specified_on", "first"), [(date(2026, 11, 3), date(2026, 11, 2)), (date(2026, 12, 29), date(2026, 11, 3))]
)
def test_nobody_was_threatened_by_a_notice_before_it_was_given(specified_on, first):
    assert read(replace(SALE, specified_on=specified_on)).threatened_from == first


def test_the_notice_lapses_twelve_months_after_it_was_given():
    assert read(SALE, date(2027, 11, 2)).lapse.standing is MET
    assert read(SALE, date(2027, 11, 3)).lapse.standing is NOT_MET


def test_a_housing_association_cannot_sell_on_ground_1a_nor_a_private_landlord_use_theirs():
    assert ground(replace(SALE, landlord=LandlordKind.SOCIAL), "1A").standing is NOT_MET
    assert ground(notice("14A", landlord=LandlordKind.PRIVATE), "14A").standing is NOT_MET
    assert ground(notice("14A", landlord=LandlordKind.FARM), "14A").standing is NOT_KNOWN


@pytest.mark.parametrize(
    ("found_on", "standing"),
    [
        (date(2026, 8, 2), MET),
        (date(2026, 8, 1), NOT_KNOWN),
        (date(2025, 11, 2), NOT_KNOWN),
        (date(2025, 11, 1), NOT_MET),
        (date(2026, 11, 3), NOT_MET),
        (None, NOT_KNOWN),
    ],
)
def test_ground_7a_follows_soon_on_a_conviction_or_finding(found_on, standing):
    assert ground(notice("7A", found_on=found_on), "7A").standing is standing


def test_a_ground_that_is_gone_is_named():
    assert ground(notice("16"), "16").standing is NOT_MET
    assert ground(notice("16", letting=Letting.SOCIAL), "16").ground is not None


@pytest.mark.parametrize(
    ("start", "months", "after"),
    [
        (date(2026, 11, 2), 4, date(2027, 3, 2)),
        (date(2026, 10, 28), 4, date(2027, 2, 28)),
        (date(2026, 10, 31), 4, date(2027, 3, 1)),
        (date(2028, 2, 29), 12, date(2029, 3, 1)),
        (date(2027, 3, 1), 4, date(2027, 7, 1)),
    ],
)
def test_months_beginning_with_a_day_end_with_a_short_month(start, months, after):
    assert timing.first_day_after(start, months) == after


def test_a_notice_that_is_early_by_a_day_looks_wrong():
    found = read(replace(SALE, specified_on=SALE.specified_on - timedelta(days=1)))
    assert [line.rule for line in found.problems] == ["The date in the notice is not too early"]
