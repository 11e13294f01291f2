"""Where the invented people live and how they are rung: nobody has another's name, house or number."""

import random
from collections.abc import Callable

STREETS = {
    "DA1": (
        "Cobbler’s Walk",
        "Miskin Rise",
        "Tanyard Street",
        "Powdermill Way",
        "Chalkpit Road",
        "Lock Lane",
        "Wherry Street",
        "Saltmarsh Row",
        "Candlemaker Lane",
        "Fuller’s Yard",
        "Osier Street",
        "Papermill Road",
    ),
    "DA2": (
        "Beacon Hill",
        "Fleet Avenue",
        "Hawley Meads",
        "Sandpit Lane",
        "Wheatfield Drive",
        "Larch Rise",
        "Darent Meadow",
        "Skylark Close",
    ),
    "DA9": (
        "Knockhall Green",
        "Steamship Way",
        "Cement Works Road",
        "Charlton Mews",
        "Jetty Road",
        "Mooring Close",
    ),
    "DA10": (
        "Pilgrim’s View",
        "Manor Terrace",
        "Galley Field",
        "Broomfield Row",
        "Whitecliff Road",
        "Ropewalk",
    ),
}
"""Streets that are nowhere in the district, by outcode."""
HOUSES = 140
MOBILES = "+447700900"
LANDLINES = "+441632960"
"""Ofcom keeps both for drama: nobody is ever given a number that begins so. The council's own ends in 001."""
NUMBERS = 1000
STRIDE = 617
"""Goes round all thousand numbers before the first comes again."""


class Directory:
    """What is taken: names, houses and numbers. The same chances take the same ones."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._houses: set[str] = set()
        self._numbers: dict[str, str] = {}
        self._given = {MOBILES: 0, LANDLINES: 0}

    def house(self, chance: random.Random, outcode: str) -> str:
        """A number in a street of that outcode in which nobody lives yet."""
        while True:
            found = f"{chance.randint(2, HOUSES)} {chance.choice(STREETS[outcode])}"
            if found not in self._houses:
                self._houses.add(found)
                return found

    def new(self, draw: Callable[[], str]) -> str:
        """The first name drawn that nobody has."""
        while (found := draw()) in self.names:
            continue
        self.names.add(found)
        return found

    def telephone(self, slug: str, range_: str = MOBILES) -> str:
        """The number of one person, in their record and in their account alike."""
        if slug not in self._numbers:
            self._given[range_] += 1
            ending = self._given[range_] * STRIDE % NUMBERS
            if (range_, ending) == (LANDLINES, 1):
                return self.telephone(slug, range_)
            self._numbers[slug] = f"{range_}{ending:03}"
        return self._numbers[slug]
