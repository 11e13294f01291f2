"""Rents and places as they really are in Dartford, drawn by a seeded chance."""

import csv
import math
import random
from decimal import Decimal
from functools import cache
from pathlib import Path

from core.money import Money
from core.places.models import ExactPostcode
from core.rulebook.rules.rent import Frequency, uc_month
from properties.rules.inputs import Where

AUTHORITY = "E07000107"
BRMA = "NORTH_WEST_KENT"
TOWNS = {"DA1": "Dartford", "DA2": "Dartford", "DA9": "Greenhithe", "DA10": "Swanscombe"}
SEED = 20260501
QUARTILE_WIDTH = 1.349
"""Widths of the normal distribution between its quartiles, in standard deviations."""
CATEGORIES = {0: "A", 1: "B", 2: "C", 3: "D", 4: "E"}
RENTS = Path(__file__).parent / "data" / "rents_north_west_kent.csv"


@cache
def quartiles() -> dict[str, tuple[float, float, float]]:
    """Weekly quartiles in pounds by category."""
    with RENTS.open(newline="") as file:
        return {
            row["category"]: (float(row["weekly_p25"]), float(row["weekly_p50"]), float(row["weekly_p75"]))
            for row in csv.DictReader(file)
        }


class Figures:
    """One council's chances: the same seed gives the same homes."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = random.Random(seed)  # noqa: S311  made-up lives, the same each time
        self._postcodes: dict[str, list[tuple[str, float, float]]] = {}

    def monthly_rent(self, bedrooms: int) -> Money:
        """What a landlord would ask a month for a home of this size; 0 bedrooms is a room in a shared house."""
        low, middle, high = quartiles()[CATEGORIES[min(bedrooms, 4)]]
        weekly = self.chance.lognormvariate(math.log(middle), math.log(high / low) / QUARTILE_WIDTH)
        monthly = uc_month(Money.from_pounds(Decimal(round(weekly, 2)).quantize(Decimal("0.01"))), Frequency.WEEKLY)
        step = 2500 if monthly.pence > 100_000 else 500
        return Money(round(monthly.pence / step) * step)

    def where(self, house: str, outcode: str = "DA1") -> Where:
        """A house of an invented name at a real postcode of the district."""
        if outcode not in self._postcodes:
            inside = ExactPostcode.objects.filter(authority__code=AUTHORITY, code__startswith=f"{outcode} ")
            self._postcodes[outcode] = list(inside.order_by("code").values_list("code", "lat", "lon"))
        postcode, lat, lon = self.chance.choice(self._postcodes[outcode])
        return Where(
            address=house,
            town=TOWNS[outcode],
            postcode=postcode,
            authority_code=AUTHORITY,
            brma_key=BRMA,
            brma_source="landlord",
            lat=lat,
            lon=lon,
        )
