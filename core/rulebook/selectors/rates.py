"""Local Housing Allowance rates and benefit amounts, as they hold on a day."""

from datetime import date

from django.db.models import Max

from core.dates import Period
from core.errors import DomainError
from core.rulebook.memory import remembered
from core.rulebook.models import BenefitAmount, DepositCap, LhaRate, SharedRateException
from core.rulebook.rules import deposit
from core.rulebook.rules.affordability import Amounts
from core.rulebook.rules.household import Household
from core.rulebook.rules.lha import Category
from core.rulebook.rules.rates import Answer, AreaRates, Rate, RateBook
from core.rulebook.rules.shared_rate import Ground, RateException, Scheme


@remembered
def rate_book(*brmas: str) -> RateBook:
    """The rates of the named areas and every exception in memory, in two queries; of all areas when none is named."""
    rows = LhaRate.objects.order_by("brma", "valid_from", "category")
    found: dict[str, dict[Period, list[LhaRate]]] = {}
    for row in rows.filter(brma__in=brmas) if brmas else rows:
        found.setdefault(row.brma, {}).setdefault(Period(row.valid_from, row.valid_to), []).append(row)
    areas = {key: tuple(area_rates(period, each) for period, each in by.items()) for key, by in found.items()}
    return RateBook(areas=areas, exceptions=dated_exceptions())


def area_rates(period: Period, rows: list[LhaRate]) -> AreaRates:
    return AreaRates(
        key=rows[0].brma,
        name=rows[0].brma_name,
        period=period,
        by_category={Category(row.category): Rate(row.weekly, row.monthly) for row in rows},
        source=rows[0].source,
    )


def dated_exceptions() -> tuple[tuple[Period, RateException], ...]:
    return tuple(
        (
            Period(row.valid_from, row.valid_to),
            RateException(
                scheme=Scheme(row.scheme),
                ground=Ground(row.ground),
                label=row.label,
                age_from=row.age_from,
                age_below=row.age_below,
                even_when_sharing=row.even_when_sharing,
                source=row.source,
            ),
        )
        for row in SharedRateException.objects.order_by("pk")
    )


def lha_answer(household: Household, *, brma: str, on: date) -> Answer:
    """The allowance of a household in an area on a day. Raises DomainError for an area or day without rates."""
    return rate_book(brma).answer(household, brma=brma, on=on)


def lha_rate(brma: str, category: str, on: date) -> LhaRate:
    """The published rate. Raises DomainError when there is none."""
    row = LhaRate.objects.on(on).filter(brma=brma, category=category).first()
    if row is None:
        raise DomainError("There is no Local Housing Allowance rate for that area, size and day.", code="no_rate")
    return row


def brma_names() -> dict[str, str]:
    """The rental market areas of England by key, in alphabetical order of their names."""
    return dict(LhaRate.objects.order_by("brma_name").values_list("brma", "brma_name").distinct())


def last_day_covered() -> date | None:
    """The last day for which there are rates."""
    ends = LhaRate.objects.aggregate(end=Max("valid_to"))["end"]
    return ends and Period(date.min, ends).last


def benefit_amounts(on: date) -> Amounts:
    """Every benefit figure of a day."""
    rows = list(BenefitAmount.objects.on(on))
    return Amounts(
        money={(row.parameter, row.key): row.amount for row in rows if row.amount is not None},
        shares={(row.parameter, row.key): row.share for row in rows if row.share is not None},
    )


def deposit_caps(on: date) -> list[deposit.Cap]:
    return [deposit.Cap(row.annual_rent_from, row.weeks, row.source) for row in DepositCap.objects.on(on)]
