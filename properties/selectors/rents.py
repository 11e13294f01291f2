"""A rent beside the Local Housing Allowance of its home."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.money import Money
from core.rulebook.models import LhaRate
from core.rulebook.rules.lha import Category
from core.ui.components import SumLine
from properties.models import Home


@dataclass(frozen=True)
class Comparison:
    """The rent of a month and the allowance of the home's category. `gap` is what the allowance leaves open."""

    rent: Money
    category: Category
    rate: LhaRate

    @property
    def gap(self) -> Money:
        return max(self.rent - self.rate.monthly, Money.zero())

    @property
    def size(self) -> str:
        return "a room in a shared house" if self.category is Category.SHARED else self.category.label

    @property
    def words(self) -> str:
        area = self.rate.brma_name
        if not self.gap:
            return f"Benefits can cover all of this rent for people who need {self.size} in {area}."
        return f"Benefits cover up to {self.rate.monthly.short} a month for {self.size} in {area}."

    @property
    def lines(self) -> list[SumLine]:
        """The sum that made it, each line with its rule and source."""
        rule = f"Local Housing Allowance, category {self.category.value}, {self.rate.brma_name}"
        return [
            SumLine("Rent of a month", self.rent, "Weekly rents times 52, divided by 12", "UC Regs 2013 Sch 4 para 7"),
            SumLine("Benefits cover up to", self.rate.monthly, rule, self.rate.source),
        ]


def comparisons(rents: Iterable[tuple[Home, Money]], on: date) -> dict[int, Comparison]:
    """For each home by its key, where there is a rate. One query for any number."""
    rents = list(rents)
    areas = {home.brma_key for home, _ in rents}
    rates = {(row.brma, row.category): row for row in LhaRate.objects.on(on).filter(brma__in=areas)}
    found = {}
    for home, rent in rents:
        if rate := rates.get((home.brma_key, home.lha_category.value)):
            found[home.pk] = Comparison(rent, home.lha_category, rate)
    return found


def compare(home: Home, rent: Money, on: date) -> Comparison | None:
    """The comparison of one home, or None for an area or day without a rate."""
    return comparisons([(home, rent)], on).get(home.pk)
