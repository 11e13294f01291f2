from dataclasses import replace
from datetime import date

import pytest

from core.errors import DomainError
from core.money import Money
from core.rulebook.rules.notices.timing import restricted_until
from properties.rules.certificate import check_issued_on, shown, valid_on
from properties.rules.home_notice import covers, last_day, lessens
from properties.rules.inputs import GroundOneNotice
from properties.rules.let import check_agreed_rent
from properties.rules.lettable import (
    CertificateFacts,
    HomeFacts,
    LicenceFacts,
    missing,
)
from properties.rules.wording import barred, check_description

ON = date(2026, 11, 21)
READY = HomeFacts(
    accepted=True,
    open_prohibition=False,
    check_passed=True,
    check_actions_open_until=None,
    certificates=(CertificateFacts("gas", "Gas safety record", True, "Checked"),),
    licences=(),
    epc_band="C",
    epc_exempt=False,
    restricted_until=None,
    landlord_active=True,
)


def test_a_home_with_everything_in_order_may_be_let():
    assert missing(READY, ON) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"accepted": False}, "not_accepted"),
        ({"check_passed": False}, "property_check"),
        ({"open_prohibition": True}, "prohibition"),
        ({"epc_band": "F"}, "epc_band"),
        ({"landlord_active": False}, "landlord"),
        ({"check_actions_open_until": date(2026, 11, 20)}, "check_actions"),
        ({"restricted_until": date(2027, 9, 4)}, "restricted_period"),
        ({"certificates": (CertificateFacts("gas", "Gas safety record", False, "Missing"),)}, "certificate_gas"),
        (
            {"licences": (LicenceFacts("Selective licence", "HA 2004 s79", "SL1", date(2026, 11, 20)),)},
            "licence_selective licence",
        ),
    ],
)
def test_each_thing_missing_is_named(changes, code):
    assert [m.code for m in missing(replace(READY, **changes), ON)] == [code]


def test_an_exempt_home_may_have_a_poor_energy_rating():
    assert missing(replace(READY, epc_band="G", epc_exempt=True), ON) == []


def test_a_gas_record_counts_to_its_last_day():
    assert valid_on("verified", date(2026, 11, 19), date(2026, 11, 19))
    assert not valid_on("verified", date(2026, 11, 19), date(2026, 11, 20))
    assert not valid_on("uploaded", date(2027, 11, 19), ON)
    assert shown("verified", date(2026, 11, 19), ON).label == "Ran out on 19 Nov 2026"


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(1989, 12, 31)])
def test_a_certificate_from_the_future_or_before_1990_is_refused(day):
    with pytest.raises(DomainError) as error:
        check_issued_on(day, ON)
    assert error.value.field == "issued_on"


def test_the_restricted_period_ends_12_months_after_the_date_in_the_notice():
    served, specified = date(2026, 11, 2), date(2027, 3, 2)
    assert restricted_until(served, specified) == date(2028, 3, 1)
    notice = GroundOneNotice(True, served, specified)
    assert covers(notice, date(2028, 3, 1))
    assert not covers(notice, date(2028, 3, 2))
    assert not covers(notice, date(2026, 11, 1))


def test_what_lets_a_home_sooner_makes_less_of_a_notice():
    """Only while its period runs: afterwards nothing is left to make less of."""
    known = GroundOneNotice(True, date(2026, 11, 2), date(2027, 3, 2))
    sooner = GroundOneNotice(True, date(2026, 11, 2), date(2027, 3, 2), date(2027, 6, 10))
    later = GroundOneNotice(True, date(2026, 11, 2), date(2027, 4, 2))
    on = date(2027, 7, 1)
    assert [lessens(said, known, on) for said in (GroundOneNotice(False), sooner, known, later)] == [
        True,
        True,
        False,
        False,
    ]
    assert not lessens(GroundOneNotice(False), known, date(2028, 3, 2))


def test_an_order_on_another_ground_ends_the_restricted_period():
    order = date(2027, 6, 10)
    notice = GroundOneNotice(True, date(2026, 11, 2), date(2027, 3, 2), order)
    assert covers(notice, order)
    assert not covers(notice, date(2027, 6, 11))


def test_a_notice_that_mixed_the_sale_with_behaviour_counts_as_four_months():
    """Ground 14 lets the date be the day of service; the listing is restricted as the notice checker says."""
    served = date(2026, 11, 2)
    assert last_day(GroundOneNotice(True, served, served)) == date(2028, 3, 1)


def test_a_home_listed_after_a_sale_notice_waits_until_september():
    assert restricted_until(date(2026, 5, 5), date(2026, 9, 5)) == date(2027, 9, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Lovely flat. No DSS.",
        "no benefits please",
        "NO  D.S.S",
        "Sorry no housing benefit",
        "Unable to accept Universal Credit",
        "Working professionals only",
        "professionals only",
        "No children or pets",
        "no pets or children",
        "adults only",
        "Not suitable. We do not accept claimants",
        "Must be employed",
        "child-free building",
        "no pets, smokers or DSS",
    ],
)
def test_wording_that_bars_people_is_refused(text):
    assert barred(text), text
    with pytest.raises(DomainError, match="Take out"):
        check_description(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two bedrooms, a small garden and a school five minutes away. Benefits from new windows.",
        "Families and people who get benefits are welcome.",
        "Children welcome. No smoking.",
        "No parking. Close to shops and the station.",
        "Unfurnished. No lift.",
        "Good for a family with children; no stairs.",
    ],
)
def test_ordinary_wording_is_left_alone(text):
    assert barred(text) == []


def test_nobody_may_agree_more_than_the_advertised_rent():
    check_agreed_rent(Money(99_500), Money(99_500))
    with pytest.raises(DomainError):
        check_agreed_rent(Money(99_500), Money(99_501))
