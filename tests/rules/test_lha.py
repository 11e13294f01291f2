"""Bedrooms, category and rate of the Local Housing Allowance under each scheme."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DomainError
from core.money import Money
from core.rulebook.rules.bedrooms import rooms_for_children
from core.rulebook.rules.household import AwayBecause, DisabilityBenefit, Household, Person, Sex
from core.rulebook.rules.lha import hb_entitlement, uc_entitlement
from core.rulebook.rules.size_criteria import hb_bedrooms, uc_bedrooms
from tests.rules.households import ADULTS, CHILDREN, PLAIN, UNDER_20, boy, girl, lists, man, woman
from tests.rules.shipped import TODAY, exceptions, north_west_kent

DLA = DisabilityBenefit.DLA_CARE_MIDDLE
PIP = DisabilityBenefit.PIP_DAILY_LIVING
COUPLE = (woman(34), man(36))


def uc(household: Household, on: date = TODAY):
    return uc_entitlement(household, exceptions(on))


def hb(household: Household, on: date = TODAY):
    return hb_entitlement(household, exceptions(on))


def both(household: Household, on: date = TODAY) -> tuple[str, str]:
    return uc(household, on).category.value, hb(household, on).category.value


@pytest.mark.parametrize(
    ("household", "bedrooms"),
    [
        (Household(COUPLE, (girl(4), girl(6))), 2),
        (Household((woman(40),), (girl(8), boy(12))), 3),
        (Household(COUPLE, (boy(17), boy(13), girl(15))), 4),
        (Household(COUPLE, (girl(9), boy(9))), 2),
        (Household(COUPLE, (girl(9), boy(10))), 3),
        (Household(COUPLE, (boy(15), boy(0))), 2),
        (Household(COUPLE, (boy(16), boy(15))), 3),
        (Household(COUPLE, (boy(12), boy(8), girl(7))), 3),
        (Household(COUPLE, (boy(12), boy(8), girl(7), girl(14))), 3),
        (Household(COUPLE, tuple(girl(age) for age in (16, 17, 18, 19))), 4),
        (Household(COUPLE, (girl(7, disability_benefit=DLA), girl(9, disability_benefit=DLA))), 2),
    ],
)
def test_a_room_for_each_by_age_and_sex(household, bedrooms):
    assert uc_bedrooms(household).count == hb_bedrooms(household).count == bedrooms


def test_children_who_cannot_share_carers_and_fostering_add_up_to_four():
    girls = tuple(girl(age, disability_benefit=DLA, cannot_share=True) for age in (7, 9))
    cared_for = (replace(girls[0], overnight_carer=True), girls[1])
    fosterers = (woman(34, foster_carer=True), man(36))
    for bedrooms in (uc_bedrooms, hb_bedrooms):
        assert bedrooms(Household(COUPLE, girls)).count == 3
        assert bedrooms(Household(COUPLE, cared_for)).count == 4
        capped = bedrooms(Household(fosterers, cared_for))
        assert capped.count == 4
        assert "5 bedrooms come down to 4" in capped.because[-1].text


def test_one_child_who_cannot_share_leaves_the_others_to_pair():
    children = (girl(7, disability_benefit=DLA, cannot_share=True), girl(9), girl(5), boy(12))
    assert uc_bedrooms(Household(COUPLE, children)).count == 4


def test_only_the_claiming_parent_gets_the_room():
    father, mother = Household((man(38),), (boy(9),)), Household((woman(36),), (boy(9, responsible=False),))
    assert both(father) == ("C", "C")
    assert both(mother) == ("B", "B")
    assert both(replace(mother, renters=(woman(30),))) == ("A", "A")


def test_an_adult_couple_has_two_rooms_in_uc_and_one_in_hb():
    household = Household((woman(40),), non_dependant_couples=((woman(60), man(62)),))
    assert (uc(household).bedrooms, hb(household).bedrooms) == (3, 2)


def test_grandchildren_pair_with_the_renters_own_children():
    household = Household((woman(45),), (girl(12),), (woman(20), girl(2)))
    assert (uc(household).bedrooms, hb(household).bedrooms) == (3, 3)


@pytest.mark.parametrize(
    ("renter", "on", "categories"),
    [
        (woman(24, care_leaver=True), TODAY, ("B", "B")),
        (woman(25, care_leaver=True), TODAY, ("A", "A")),
        (woman(21, care_leaver=True), date(2021, 5, 30), ("B", "B")),
        (woman(22, care_leaver=True), date(2021, 5, 30), ("A", "A")),
        (woman(22, care_leaver=True), date(2021, 5, 31), ("B", "B")),
        (man(22, hostel_nights=92, resettlement_accepted=True), TODAY, ("B", "B")),
        (man(22, hostel_nights=92), TODAY, ("A", "A")),
        (man(22, hostel_nights=91, resettlement_accepted=True), TODAY, ("A", "A")),
        (man(24, hostel_nights=200, resettlement_accepted=True), date(2021, 5, 30), ("A", "A")),
        (man(25, hostel_nights=200, resettlement_accepted=True), date(2021, 5, 30), ("B", "B")),
        (woman(34), TODAY, ("A", "A")),
        (woman(35), TODAY, ("B", "B")),
        (woman(30, disability_benefit=PIP), TODAY, ("B", "A")),
        (woman(30, disability_benefit=PIP, severe_disability_premium=True), TODAY, ("B", "B")),
        (woman(30, severe_disability_premium=True), TODAY, ("A", "B")),
        (woman(30, domestic_abuse_evidenced=True), TODAY, ("B", "B")),
        (woman(30, domestic_abuse_evidenced=True), date(2022, 9, 30), ("A", "A")),
        (woman(30, modern_slavery=True), date(2022, 10, 1), ("B", "B")),
        (man(30, multi_agency_management=True), TODAY, ("B", "B")),
        (man(24, multi_agency_management=True), TODAY, ("B", "A")),
        (woman(30, foster_carer=True), TODAY, ("C", "C")),
        (woman(30, disability_benefit=PIP, overnight_carer=True), TODAY, ("C", "C")),
        (woman(30, overnight_carer=True), TODAY, ("A", "C")),
    ],
)
def test_the_shared_rate_and_its_exceptions(renter, on, categories):
    assert both(Household((renter,)), on) == categories


def test_company_lifts_the_shared_rate_and_a_lodger_does_not():
    young = (woman(22),)
    assert both(Household((woman(20), man(21)))) == ("B", "B")
    assert both(Household(young, (boy(0),))) == ("C", "C")
    assert both(Household(young, non_dependants=(woman(50),))) == ("C", "C")
    assert both(Household(young, non_dependants=(woman(50, lodger=True),))) == ("A", "A")
    assert both(Household(young, non_dependants=(woman(50, away_months=7),))) == ("A", "A")
    assert both(Household(young, (girl(3, foster=True),))) == ("A", "A")
    assert both(Household(young, expected_babies=1)) == ("A", "A")


def test_one_of_a_couple_who_claims_alone_may_get_the_shared_rate_in_uc_only():
    household = Household((woman(30), man(40)), claims_as_single=True)
    assert both(household) == ("A", "B")
    assert both(replace(household, renters=(man(40), woman(30)))) == ("B", "B")


def test_sharing_in_fact_matters_in_hb_only():
    assert both(Household((woman(40),), shares_facilities=True)) == ("B", "A")
    assert both(Household(COUPLE, shares_facilities=True)) == ("B", "A")
    assert both(Household(COUPLE, (girl(3),), shares_facilities=True)) == ("C", "C")
    assert both(Household((woman(23, care_leaver=True),), shares_facilities=True)) == ("B", "B")
    assert both(Household((woman(40, severe_disability_premium=True),), shares_facilities=True)) == ("B", "B")
    survivor = woman(30, domestic_abuse_evidenced=True)
    assert both(Household((survivor,), shares_facilities=True)) == ("B", "A")


def test_a_lodger_has_a_room_in_hb_only():
    household = Household((woman(40),), non_dependants=(man(30, lodger=True),))
    assert (uc(household).bedrooms, hb(household).bedrooms) == (1, 2)


def test_a_couple_who_cannot_share_has_two_rooms():
    apart = (woman(60, cannot_share=True, disability_benefit=PIP), man(61))
    assert both(Household(apart)) == ("C", "C")
    lower = DisabilityBenefit.ATTENDANCE_ALLOWANCE_LOWER
    assert both(Household((replace(apart[0], disability_benefit=lower), apart[1]))) == ("B", "B")
    parents = Household((woman(40),), non_dependant_couples=(apart,))
    assert (uc(parents).bedrooms, hb(parents).bedrooms) == (3, 3)


def test_people_who_are_away():
    def with_son(**facts):
        return Household((woman(50),), non_dependants=(man(20, **facts),))

    assert uc(with_son(away_months=6)).bedrooms == 2
    assert uc(with_son(away_months=7)).bedrooms == 1
    assert uc(with_son(away_months=14, away_because=AwayBecause.ARMED_FORCES)).bedrooms == 2
    in_care = Household((woman(50),), (boy(9, away_months=7, away_because=AwayBecause.CARE),))
    assert both(in_care) == ("B", "B")
    one_away = Household((woman(50),), non_dependant_couples=((woman(30), man(31, away_months=8)),))
    assert (uc(one_away).bedrooms, hb(one_away).bedrooms) == (2, 2)


def test_one_bedroom_for_overnight_carers_however_many_are_cared_for():
    cared_for = (woman(60, disability_benefit=PIP, overnight_carer=True),) * 2
    assert uc_bedrooms(Household(cared_for)).count == hb_bedrooms(Household(cared_for)).count == 2
    fostered = Household(
        (man(50, foster_carer=True),), (boy(4, foster=True, overnight_carer=True, disability_benefit=DLA),)
    )
    assert uc_bedrooms(fostered).count == hb_bedrooms(fostered).count == 3


def test_the_answer_for_an_area_and_a_day():
    household = Household((woman(34),), (boy(7),), non_dependant_couples=((woman(50), man(51)),))
    answer = north_west_kent().answer(household, brma="NORTH_WEST_KENT", on=TODAY)
    assert (answer.uc.bedrooms, answer.uc.category, answer.monthly) == (4, "E", Money(145000))
    assert (answer.hb.bedrooms, answer.hb.category, answer.weekly) == (3, "D", Money(27616))
    assert "North West Kent" in str(answer.uc.because[-1])


def test_rates_hold_for_their_own_year():
    book, single = north_west_kent(), Household((woman(40),))
    assert book.answer(single, brma="NORTH_WEST_KENT", on=date(2024, 3, 31)).weekly < Money(17260)
    assert book.answer(single, brma="NORTH_WEST_KENT", on=date(2024, 4, 1)).weekly == Money(17260)
    for on in (date(2020, 3, 31), date(2027, 4, 1)):
        with pytest.raises(DomainError) as refusal:
            book.answer(single, brma="NORTH_WEST_KENT", on=on)
        assert refusal.value.field == "on"
    with pytest.raises(DomainError) as refusal:
        book.answer(single, brma="NORTH_WEST_KNT", on=TODAY)
    assert refusal.value.field == "brma"
    assert "NORTH_WEST_KENT" in refusal.value.message


def may_share(one: Person, two: Person) -> bool:
    return one.sex is two.sex or (one.age < 10 and two.age < 10)


def fewest_rooms(children: tuple[Person, ...]) -> int:
    """Every way to pair the children, tried in turn."""
    if not children:
        return 0
    first, rest = children[0], children[1:]
    best = 1 + fewest_rooms(rest)
    for place, other in enumerate(rest):
        if may_share(first, other):
            best = min(best, 1 + fewest_rooms(rest[:place] + rest[place + 1 :]))
    return best


@given(lists(CHILDREN, 8))
def test_children_have_the_fewest_rooms_there_can_be(children):
    rooms = rooms_for_children(children)
    assert len(rooms) == fewest_rooms(children)
    assert sorted(p.age for room in rooms for p in room) == sorted(p.age for p in children)
    assert all(may_share(*pair) for room in rooms for pair in combinations(room, 2))


@given(lists(CHILDREN, 12))
def test_the_sum_of_the_counting_formula_is_the_same(children):
    older = [sum(c.sex is sex and c.age >= 10 for c in children) for sex in Sex]
    younger = [sum(c.sex is sex and c.age < 10 for c in children) for sex in Sex]
    halves = [-(-count // 2) for count in older]
    left = sum(max(0, small - large % 2) for small, large in zip(younger, older, strict=True))
    assert len(rooms_for_children(children)) == sum(halves) + -(-left // 2)


@given(PLAIN)
def test_the_plain_count_is_the_sum_of_its_parts(household):
    singles = (*household.children, *household.non_dependants)
    grown = sum(not person.is_child for person in singles)
    rooms = fewest_rooms(tuple(person for person in singles if person.is_child))
    couples = len(household.non_dependant_couples)
    assert uc_bedrooms(household).count == min(4, 1 + grown + rooms + 2 * couples)
    assert hb_bedrooms(household).count == min(4, 1 + grown + rooms + couples)


@given(PLAIN)
def test_never_over_four_and_uc_never_below_hb_without_special_facts(household):
    assert 1 <= hb(household).bedrooms <= uc(household).bedrooms <= 4
    assert hb(household).category <= uc(household).category


@given(PLAIN, st.one_of(UNDER_20, ADULTS), st.sampled_from(["children", "non_dependants"]))
def test_one_more_person_never_means_less(household, person, where):
    more = replace(household, **{where: (*getattr(household, where), person)})
    for scheme in (uc, hb):
        before, after = scheme(household), scheme(more)
        assert after.bedrooms >= before.bedrooms
        assert after.category >= before.category


@given(PLAIN, ADULTS)
def test_a_partner_never_means_less(household, partner):
    one = replace(household, renters=household.renters[:1])
    two = replace(one, renters=(*one.renters, partner))
    for scheme in (uc, hb):
        assert scheme(two).category >= scheme(one).category


@given(PLAIN, st.randoms(use_true_random=False))
def test_the_order_of_people_is_irrelevant(household, dice):
    def shuffled(people):
        return tuple(dice.sample(people, len(people)))

    mixed = Household(
        renters=shuffled(household.renters),
        children=shuffled(household.children),
        non_dependants=shuffled(household.non_dependants),
        non_dependant_couples=shuffled([shuffled(couple) for couple in household.non_dependant_couples]),
    )
    for scheme in (uc, hb):
        assert (scheme(mixed).bedrooms, scheme(mixed).category) == (
            scheme(household).bedrooms,
            scheme(household).category,
        )


@given(PLAIN, st.booleans())
def test_the_lines_add_up_to_the_answer(household, sharing):
    for scheme in (uc, hb):
        answer = scheme(replace(household, shares_facilities=sharing))
        assert sum(reason.bedrooms for reason in answer.because) == answer.bedrooms
        assert all(reason.source for reason in answer.because)
