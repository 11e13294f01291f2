"""A notice that one side of a tenancy gave the other."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class NoticeGiven:
    """A notice as it was read. `grounds` are numbers of the rulebook ("8", "14"); a tenant's notice has none."""

    served_on: date
    specified_on: date
    grounds: tuple[str, ...] = ()
