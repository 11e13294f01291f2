from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DomainError
from core.money import LARGEST_PENCE, Money

ANY_PENCE = st.integers(min_value=-(10**15), max_value=10**15)
TYPED_PENCE = st.integers(min_value=0, max_value=LARGEST_PENCE)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("950", 95000),
        ("£1,234.50", 123450),
        (" £ 0.05 ", 5),
        ("0", 0),
        ("0.5", 50),
        ("007", 700),
        ("1,234,567.89", 123456789),
        ("999999999.99", LARGEST_PENCE),
    ],
)
def test_reads_what_people_type(typed, pence):
    assert Money.parse(typed) == Money(pence)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "amount_missing"),
        ("£", "amount_missing"),
        ("-1", "amount_negative"),
        ("£-1", "amount_negative"),
        ("−1", "amount_negative"),
        ("1e5", "amount_unreadable"),
        ("NaN", "amount_unreadable"),
        ("inf", "amount_unreadable"),
        ("950p", "amount_unreadable"),
        ("9,50", "amount_unreadable"),
        ("1 000", "amount_unreadable"),
        ("950.", "amount_unreadable"),
        (".50", "amount_unreadable"),
        ("٣", "amount_unreadable"),
        ("0x10", "amount_unreadable"),
        ("1_000", "amount_unreadable"),
        ("9.999", "amount_decimals"),
        ("1000000000", "amount_too_large"),
        ("9" * 5000, "amount_too_large"),
    ],
)
def test_refuses_with_words(typed, code):
    with pytest.raises(DomainError) as refusal:
        Money.parse(typed)
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


@pytest.mark.parametrize("wrong", [1.5, True, Decimal(1), "1", None])
def test_holds_whole_pence_only(wrong):
    with pytest.raises(TypeError):
        Money(wrong)


def test_prints_for_people_and_for_files():
    assert str(Money(123450)) == "£1,234.50"
    assert str(Money(-5)) == "-£0.05"
    assert Money(95000).short == "£950"
    assert Money(95050).short == "£950.50"
    assert Money(123450).plain == "1234.50"
    assert Money(123450).pounds == Decimal("1234.50")


def test_refuses_to_mix_with_numbers():
    for wrong in (1, 1.0, Decimal(1)):
        with pytest.raises(TypeError):
            Money(1) + wrong
        with pytest.raises(TypeError):
            Money(1) < wrong  # noqa: B015
    with pytest.raises(TypeError):
        Money(1) * 1.5


def test_rounding_steps_are_named():
    assert Money.rounded(Decimal("866.665")) == Money(86667)
    assert Money.floored(Decimal("1096.1538")) == Money(109615)
    with pytest.raises(ValueError, match="whole number of pence"):
        Money.from_pounds(Decimal("1.005"))


@given(TYPED_PENCE)
def test_what_is_printed_reads_back(pence):
    money = Money(pence)
    assert Money.parse(str(money)) == Money.parse(money.plain) == Money.parse(money.short) == money


@given(ANY_PENCE, st.integers(min_value=1, max_value=200))
def test_split_loses_no_penny_and_parts_differ_by_one_at_most(pence, parts):
    pieces = Money(pence).split(parts)
    assert len(pieces) == parts
    assert Money.total(pieces) == Money(pence)
    assert max(pieces).pence - min(pieces).pence <= 1


@given(ANY_PENCE, ANY_PENCE, ANY_PENCE)
def test_arithmetic_is_exact(one, two, three):
    a, b, c = Money(one), Money(two), Money(three)
    assert (a + b) + c == a + (b + c)
    assert a + b - b == a
    assert a * 3 == a + a + a == 3 * a
    assert a + (-a) == Money.zero()
    assert (a < b) == (one < two)


@given(st.text(alphabet="0123456789.,£-+eE pNaN٣", max_size=12))
def test_any_text_gives_money_or_words(text):
    try:
        money = Money.parse(text)
    except DomainError:
        return
    assert Money.parse(str(money)) == money


def test_an_empty_sum_is_nothing():
    assert Money.total([]) == Money.zero()
    assert not Money.zero()
    assert Money(1)
