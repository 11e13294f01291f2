"""Local Housing Allowance rates, and the whole answer for a household, an area and a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from core import dates
from core.dates import Period
from core.errors import DomainError
from core.money import Money
from core.rulebook.rules.bedroom_standard import GROWN_UP
from core.rulebook.rules.bedrooms import Reason
from core.rulebook.rules.household import ADULT_AGE, UNDER_TEN, Household
from core.rulebook.rules.lha import Category, Entitlement, hb_entitlement, uc_entitlement
from core.rulebook.rules.shared_rate import SHARED_RATE_BELOW, RateException


@dataclass(frozen=True, slots=True)
class Rate:
    """A published rate: Housing Benefit a week, Universal Credit a month. Neither is made from the other."""

    weekly: Money
    monthly: Money


@dataclass(frozen=True, slots=True)
class AreaRates:
    """The rates of one broad rental market area while they hold."""

    key: str
    name: str
    period: Period
    by_category: Mapping[Category, Rate]
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the allowance is under each scheme, with every line that led there."""

    uc: Entitlement
    monthly: Money
    hb: Entitlement
    weekly: Money
    area: AreaRates

    @property
    def spared(self) -> Reason | None:
        """What an exception from the shared rate brings under Universal Credit, and until which age; None if none."""
        cover = self.uc.spared_by
        if cover is None:
            return None
        shared = self.area.by_category[Category.SHARED].monthly
        until = f", until they are {cover.age_below}" if cover.age_below < SHARED_RATE_BELOW else ""
        return Reason(f"{self.monthly - shared} a month more than the shared rate of {shared}{until}", cover.source)


@dataclass(frozen=True)
class RateBook:
    """Rates by area, the latest last, and the exceptions from the shared rate with the days they hold."""

    areas: Mapping[str, tuple[AreaRates, ...]]
    exceptions: tuple[tuple[Period, RateException], ...]

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The ages at which a bedroom or a rate may change. Two people between the same two of them count alike."""
        fixed = {UNDER_TEN, ADULT_AGE, GROWN_UP, SHARED_RATE_BELOW}
        excepted = {age for _, each in self.exceptions for age in (each.age_from, each.age_below)}
        return tuple(sorted(fixed | excepted))

    def area(self, key: str, on: date) -> AreaRates:
        """Raises DomainError on field `brma` for an unknown area, on `on` for a day without rates."""
        known = self.areas.get(key)
        if known is None:
            close = get_close_matches(key[:60].upper(), self.areas, n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise DomainError(f"There is no rental market area “{key[:60]}”.{hint}", field="brma", code="brma_unknown")
        for rates in reversed(known):
            if on in rates.period:
                return rates
        start, last = known[0].period.start, known[-1].period.last
        until = f" to {dates.in_words(last)}" if last else ""
        raise DomainError(
            f"There are rates from {dates.in_words(start)}{until}, not for {dates.in_words(on)}.",
            field="on",
            code="no_rates",
        )

    def exceptions_on(self, on: date) -> tuple[RateException, ...]:
        return tuple(each for period, each in self.exceptions if on in period)

    def answer(self, household: Household, *, brma: str, on: date) -> Answer:
        """The one way to the allowance, for pages and for the command. Raises DomainError as `area` does."""
        return answer(household, self.area(brma, on), self.exceptions_on(on))


def answer(household: Household, area: AreaRates, exceptions: Iterable[RateException]) -> Answer:
    exceptions = tuple(exceptions)
    uc, hb = uc_entitlement(household, exceptions), hb_entitlement(household, exceptions)
    monthly = area.by_category[uc.category].monthly
    weekly = area.by_category[hb.category].weekly
    return Answer(
        uc=with_rate(uc, area, f"{monthly} a month"),
        monthly=monthly,
        hb=with_rate(hb, area, f"{weekly} a week"),
        weekly=weekly,
        area=area,
    )


def with_rate(entitlement: Entitlement, area: AreaRates, amount: str) -> Entitlement:
    category = entitlement.category
    since = dates.in_words(area.period.start)
    text = f"Category {category.value} ({category.label}) in {area.name} from {since}: {amount}"
    return replace(entitlement, because=(*entitlement.because, Reason(text, area.source)))
