"""What holds for every section 8 notice, whatever its grounds, dates and sums."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.money import Money
from core.rulebook.rules.notices import reading, timing
from core.rulebook.rules.notices.facts import Deposit, LandlordKind, Letting, NoticeFacts, Paper, Rent
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.rent import Frequency
from tests.rules.shipped import notice_law

LAW = notice_law()
PRIVATE = LAW.grounds[Regime.PRIVATE]
TODAY = date(2026, 11, 23)
SLOW = sorted(set(PRIVATE) - timing.AT_ONCE)
LONGEST_SENTENCE = 25
DAYS = st.dates(date(2026, 5, 1), date(2040, 12, 31))


@given(st.lists(st.sampled_from(SLOW), min_size=1), st.sampled_from(SLOW), DAYS)
def test_another_ground_never_brings_the_earliest_date_forward(codes, more, served):
    less = timing.earliest([PRIVATE[code] for code in codes], served, Regime.PRIVATE)
    all_of_them = timing.earliest([PRIVATE[code] for code in [*codes, more]], served, Regime.PRIVATE)
    assert all_of_them.on >= less.on > served


@given(st.permutations(sorted(PRIVATE)[:12]), DAYS)
def test_the_order_of_the_grounds_does_not_matter(codes, served):
    chosen = [PRIVATE[code] for code in codes]
    assert timing.earliest(chosen, served, Regime.PRIVATE) == timing.earliest(
        sorted(chosen, key=str), served, Regime.PRIVATE
    )


FACTS = st.builds(
    NoticeFacts,
    letting=st.sampled_from([*Letting, None]),
    paper=st.sampled_from([*Paper, None]),
    grounds=st.lists(st.sampled_from([*PRIVATE, "16", "3"]), unique=True, max_size=5).map(tuple),
    tenancy_began_on=st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    served_on=st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    specified_on=st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    rent=st.builds(
        Rent,
        st.none() | st.integers(0, 10**9).map(Money),
        st.sampled_from([*Frequency, None]),
        st.none() | st.integers(0, 10**9).map(Money),
        st.none() | st.integers(0, 10**9).map(Money),
    ),
    landlord=st.sampled_from([*LandlordKind, None]),
    deposit=st.sampled_from([*Deposit, None]),
)


@given(FACTS)
def test_whatever_is_known_there_is_a_reading_with_a_source_on_each_line(facts):
    found = reading.read(facts, LAW, TODAY)
    lines = [found.paper, found.timing or found.paper, found.threatened]
    lines += [line for each in found.grounds for line in each.conditions]
    assert all(line.rule and line.words and line.source for line in lines)
    assert set(found.problems).isdisjoint(found.unknown)
    backwards = replace(facts, grounds=facts.grounds[::-1])
    assert reading.read(backwards, LAW, TODAY).earliest_on == found.earliest_on


def test_every_ground_has_plain_words():
    for regime, grounds in LAW.grounds.items():
        for ground in grounds.values():
            said = ground.plain_words.split(". ")
            assert ground.plain_words.endswith("."), (regime, ground.code)
            assert max(len(sentence.split()) for sentence in said) <= LONGEST_SENTENCE, (regime, ground.code)
            assert not re.search(r"\b[A-Z]{2,}\b", ground.plain_words), (regime, ground.code)
