"""The terms of a deposit guarantee scheme: data, versioned, and frozen into each guarantee."""

from dataclasses import asdict, dataclass
from typing import Any

from core.errors import DomainError
from core.money import Money
from core.rulebook.rules.rent import Frequency, weeks_of_rent


@dataclass(frozen=True)
class Terms:
    """`weeks` of rent, never above `cap` in all; `months` from the start of the tenancy.

    `claim_days` after the tenancy ends to claim, then `late_claim_days` by the reasoned late route.
    `approval_limit` is the most that a finance officer may approve; above it a manager does.
    `offer_days` is how long the offer of a guarantee stays open.
    """

    weeks: int
    cap: Money
    months: int
    covers_arrears: bool
    covers_damage: bool
    claim_days: int
    late_claim_days: int
    offer_days: int
    decision_working_days: int
    approval_limit: Money

    def as_data(self) -> dict[str, Any]:
        data = asdict(self)
        return data | {"cap": self.cap.pence, "approval_limit": self.approval_limit.pence}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Terms":
        """Raises DomainError when a term is missing, unknown or out of range."""
        try:
            terms = cls(**{**data, "cap": Money(data["cap"]), "approval_limit": Money(data["approval_limit"])})
        except (KeyError, TypeError) as error:
            raise DomainError(f"The terms of the scheme are not complete: {error}.", code="bad_terms") from error
        if not (0 < terms.weeks <= 8 and 0 < terms.months <= 36 and terms.cap > Money.zero()):
            raise DomainError("The terms of the scheme are out of range.", code="bad_terms")
        return terms

    @property
    def covers(self) -> str:
        """What is covered, in words."""
        parts = [word for word, on in (("rent arrears", self.covers_arrears), ("damage", self.covers_damage)) if on]
        return " and ".join(parts)


def amount(rent: Money, frequency: str, terms: Terms) -> Money:
    """The most the council promises: the scheme's weeks of rent, down to the penny, never above its cap.

    A week's rent is the year's rent over 52 (Tenant Fees Act 2019 Sch 1). Five weeks is policy, not law:
    the Act's cap binds what is asked of a tenant, not a council (s1(10)).
    """
    return min(weeks_of_rent(rent, Frequency(frequency), terms.weeks), terms.cap)
