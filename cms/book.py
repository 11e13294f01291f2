"""What the settings and the rulebook say on one day, read once a page however many figures it shows."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.conf import settings

from core.money import Money
from core.places import selectors as places
from core.rulebook.models import LhaRate
from core.rulebook.rules.affordability import Amounts
from core.rulebook.rules.deposit import Cap
from core.rulebook.rules.regime import Regime
from core.rulebook.selectors import law, policy, rates
from deposits.rules.terms import Terms
from deposits.selectors import schemes
from workspaces.rules.response_times import Question, Times
from workspaces.selectors import response_times


class Ground(NamedTuple):
    """What a page says of a ground for possession: the least notice, and how old the tenancy must be."""

    notice_number: int
    notice_unit: str
    least_tenancy_months: int | None


class Owed(NamedTuple):
    """How much unpaid rent has a name: in months, and in weeks where the rent falls due by the week."""

    months: int
    weeks: int


class Book:
    """One day's figures. Reading one that is not known for that day raises LookupError."""

    def __init__(self, on: date) -> None:
        self.on = on

    def setting(self, name: str) -> str:
        return str(getattr(settings, name))

    def number(self, name: str) -> int:
        """One of the council's dated settings."""
        return policy.number(name, self.on)

    def ground(self, number: str) -> Ground:
        """A ground for possession of a private tenancy."""
        return self._grounds[number]

    def arrears_level(self, key: str) -> Owed:
        """How much unpaid rent of a private tenancy has a name in law or policy, such as "ground_8"."""
        return self._arrears_levels[key]

    def benefit(self, parameter: str, key: str) -> Money:
        return self._amounts.money[parameter, key]

    def deposit_caps(self) -> list[Cap]:
        """The deposit caps from the lowest rent up."""
        caps = sorted(self._caps, key=lambda cap: cap.annual_rent_from)
        if not caps:
            raise LookupError(f"No deposit caps on {self.on}")
        return caps

    def lha(self, category: str) -> LhaRate:
        """The Local Housing Allowance of the area in which most of the council lies."""
        return self._lha[category]

    @cached_property
    def terms(self) -> Terms:
        """What our deposit guarantee promises."""
        return schemes.terms_on(self.on)

    @cached_property
    def response_times(self) -> dict[Question, Times | None]:
        return response_times.response_times(self.on)

    @cached_property
    def _grounds(self) -> dict[str, Ground]:
        rows = law.possession_grounds(Regime.PRIVATE, self.on).values_list("ground", *Ground._fields)
        return {number: Ground(*columns) for number, *columns in rows}

    @cached_property
    def _arrears_levels(self) -> dict[str, Owed]:
        rows = law.arrears_levels(Regime.PRIVATE, self.on).values_list("key", *Owed._fields)
        return {key: Owed(*columns) for key, *columns in rows}

    @cached_property
    def _amounts(self) -> Amounts:
        return rates.benefit_amounts(self.on)

    @cached_property
    def _caps(self) -> list[Cap]:
        return rates.deposit_caps(self.on)

    @cached_property
    def _lha(self) -> dict[str, LhaRate]:
        areas = places.brmas_of(settings.AUTHORITY_CODE)
        rows = LhaRate.objects.on(self.on).filter(brma=areas[0].brma_key) if areas else []
        return {row.category: row for row in rows}


class Shelf:
    """The books that one page opened, by day."""

    def __init__(self) -> None:
        self._books: dict[date, Book] = {}

    def on(self, day: date) -> Book:
        return self._books.setdefault(day, Book(day))
