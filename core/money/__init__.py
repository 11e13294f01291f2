"""Money as whole pence. Plain Python; Django's model field and form field are in `fields` and `forms` beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any, Self

from core.errors import DomainError

LARGEST_PENCE = 99_999_999_999
AMOUNT = re.compile(r"(?P<pounds>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<pence>[0-9]*))?", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An exact amount in pounds sterling, held as whole pence. May be negative, as in a ledger."""

    pence: int

    def __post_init__(self) -> None:
        if type(self.pence) is not int:
            raise TypeError(f"Money takes whole pence, not {self.pence!r}")

    @classmethod
    def zero(cls) -> Self:
        return cls(0)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The amount a person typed: "950", "£1,234.50", "0.5".

        Raises DomainError, in words to show, on anything else: a negative amount, more than two
        decimal places, powers of ten, words, or £1,000,000,000 and more.
        """
        typed = text.strip().removeprefix("£").strip()
        if not typed:
            raise DomainError("Enter an amount in pounds, like 950 or 950.00.", code="amount_missing")
        if typed[0] in "-−–":
            raise DomainError("The amount cannot be less than £0.", code="amount_negative")
        match = AMOUNT.fullmatch(typed)
        if match is None or match["pence"] == "":
            raise DomainError("Enter an amount in pounds, like 950 or 950.00.", code="amount_unreadable")
        decimals = match["pence"] or ""
        if len(decimals) > 2:
            raise DomainError("Enter pounds and pence with no more than 2 decimal places.", code="amount_decimals")
        pounds = match["pounds"].replace(",", "").lstrip("0") or "0"
        if len(pounds) > 9:
            raise DomainError("The amount must be less than £1,000,000,000.", code="amount_too_large")
        return cls(int(pounds) * 100 + int(decimals.ljust(2, "0")))

    @classmethod
    def from_pounds(cls, pounds: Decimal) -> Self:
        """An exact amount. Raises ValueError when it is not a whole number of pence."""
        pence = pounds * 100
        if not pence.is_finite() or pence != int(pence):
            raise ValueError(f"{pounds} is not a whole number of pence")
        return cls(int(pence))

    @classmethod
    def rounded(cls, pounds: Decimal) -> Self:
        """To the nearest penny, half a penny up (away from zero)."""
        return cls(int((pounds * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    @classmethod
    def floored(cls, pounds: Decimal) -> Self:
        """Down to the whole penny (towards zero), for limits that must not be passed."""
        return cls(int((pounds * 100).quantize(Decimal(1), rounding=ROUND_DOWN)))

    @classmethod
    def total(cls, amounts: Iterable["Money"]) -> Self:
        return cls(sum(amount.pence for amount in amounts))

    @property
    def pounds(self) -> Decimal:
        return Decimal(self.pence).scaleb(-2)

    @property
    def plain(self) -> str:
        """Digits only, for a form or a file: "1234.50"."""
        return f"{'-' if self.pence < 0 else ''}{abs(self.pence) // 100}.{abs(self.pence) % 100:02d}"

    @property
    def short(self) -> str:
        """Without the pence when they are nought: "£950"."""
        return str(self).removesuffix(".00")

    def split(self, parts: int) -> list["Money"]:
        """Equal parts, the odd pennies on the first ones. The parts add up to the whole exactly."""
        if parts < 1:
            raise ValueError("Money is split into one part or more")
        each, over = divmod(self.pence, parts)
        return [Money(each + (1 if position < over else 0)) for position in range(parts)]

    def deconstruct(self) -> tuple[str, tuple[int], dict[str, Any]]:
        """How a migration writes this value."""
        return ("core.money.Money", (self.pence,), {})

    def __str__(self) -> str:
        return f"{'-' if self.pence < 0 else ''}£{abs(self.pence) // 100:,}.{abs(self.pence) % 100:02d}"

    def __bool__(self) -> bool:
        return self.pence != 0

    def __add__(self, other: "Money") -> "Money":
        return Money(self.pence + other.pence) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.pence - other.pence) if isinstance(other, Money) else NotImplemented

    def __mul__(self, times: int) -> "Money":
        return Money(self.pence * times) if type(times) is int else NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money(-self.pence)

    def __abs__(self) -> "Money":
        return Money(abs(self.pence))
