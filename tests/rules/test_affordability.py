"""A rent at the allowance, with and without the benefit cap."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.money import Money
from core.rulebook.rules.affordability import COMPLETE, Circumstances, estimate, hours_that_lift_the_cap
from tests.rules.shipped import amounts, pounds

LONE_PARENT = Circumstances(ages=(30,), children=2, rent=pounds("995"), allowance=pounds("995"))


def test_affordable_at_the_allowance_yet_cut_by_the_cap():
    answer = estimate(LONE_PARENT, amounts())
    assert answer.uc_before_cap == pounds("2027.78")
    assert answer.child_benefit == pounds("194.78")
    assert answer.cap == pounds("1835.00")
    assert answer.cut == pounds("387.56")
    assert answer.uc == pounds("1640.22")
    assert answer.income == pounds("1835.00")
    assert answer.after_rent == pounds("840.00")
    assert answer.is_capped
    assert answer.warning == COMPLETE


def test_earnings_of_881_lift_the_cap():
    below = estimate(replace(LONE_PARENT, earnings=pounds("880.99")), amounts())
    at = estimate(replace(LONE_PARENT, earnings=pounds("881.00")), amounts())
    assert below.is_capped
    assert not at.is_capped
    worked = estimate(replace(LONE_PARENT, earnings=pounds("881.23")), amounts())
    assert worked.uc == pounds("1777.95")
    assert worked.income == pounds("2853.96")
    assert hours_that_lift_the_cap(amounts()) == pounds("881.23")


def test_an_exemption_and_the_grace_period_lift_the_cap():
    exempt = estimate(replace(LONE_PARENT, cap_exempt="a child gets disability living allowance"), amounts())
    assert exempt.uc == pounds("2027.78")
    assert "disability living allowance" in exempt.lines[-1].text
    assert not estimate(replace(LONE_PARENT, grace=True), amounts()).is_capped


def test_where_and_with_whom_set_the_cap():
    single = Circumstances(ages=(24,), children=0, rent=pounds("750"), allowance=pounds("750"))
    assert estimate(single, amounts()).cap == pounds("1229.42")
    assert estimate(replace(single, in_london=True), amounts()).cap == pounds("1413.92")
    assert estimate(replace(single, ages=(24, 24), in_london=True), amounts()).cap == pounds("2110.25")
    assert estimate(single, amounts()).uc_before_cap == pounds("1088.58")


def test_the_gap_to_the_allowance_and_contributions():
    dear = replace(LONE_PARENT, rent=pounds("1095"), contributors=1, has_child_born_before_2017=True)
    answer = estimate(dear, amounts())
    assert answer.shortfall == pounds("100")
    assert answer.uc_before_cap == pounds("2027.78") - pounds("96.55") + pounds("351.88") - pounds("303.94")


CIRCUMSTANCES = st.builds(
    Circumstances,
    ages=st.lists(st.integers(18, 66), min_size=1, max_size=2).map(tuple),
    children=st.integers(0, 6),
    rent=st.integers(0, 300_000).map(Money),
    allowance=st.integers(0, 300_000).map(Money),
    earnings=st.integers(0, 500_000).map(Money),
    contributors=st.integers(0, 3),
    in_london=st.booleans(),
)


@given(CIRCUMSTANCES)
def test_the_cap_takes_no_more_than_there_is(household):
    answer = estimate(household, amounts())
    free = estimate(replace(household, cap_exempt="a carer in the household"), amounts())
    assert Money(0) <= answer.uc <= free.uc
    assert free.uc == answer.uc + answer.cut
    assert answer.uc + answer.child_benefit <= max(answer.cap, answer.child_benefit) or not answer.is_capped
    assert answer.income == answer.uc + answer.child_benefit + household.earnings
    assert answer.income == Money.total(line.amount for line in answer.lines)
