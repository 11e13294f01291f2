import random
from dataclasses import dataclass, field
from datetime import datetime

from households.models import Household
from portal.demonstration.council import Council


@dataclass
class Crowd:
    """Who is looking for a home, and who has one in sight and waits for nothing else."""

    seeking: dict[int, Household] = field(default_factory=dict)
    housed: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Life:
    """One household's life: its chance, when it came (days ago) and how slow its officer is."""

    council: Council
    crowd: Crowd
    number: int
    chance: random.Random
    ago: int

    def day(self, after: int, hour: int = 10) -> datetime:
        """The moment so many days after they came."""
        days, minute = self.ago - after, self.number % 12 * 5
        return self.council.ago(days, hour, minute) if days >= 0 else self.council.ahead(-days, hour, minute)

    def slow(self, usual: int) -> int:
        """Days that a step takes: as it should, but one in twelve takes a week more."""
        return self.chance.randint(0, usual) + (7 if self.chance.random() < 1 / 12 else 0)

    def has_a_home(self, row: Household) -> bool:
        """A home of ours came first, and the rest of that story is told there."""
        return row.pk in self.crowd.housed
