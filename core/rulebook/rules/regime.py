"""Which law of possession a tenancy stands under: private homes changed on 1 May 2026, social housing has not yet."""

from enum import StrEnum


class Regime(StrEnum):
    """The names that the tables of the rulebook use.

    Renters' Rights Act 2025 s3 and Sch 1 hold for assured tenancies that are not social housing
    (SI 2026/421 reg 2); the others keep the grounds as they stood until their own phase.
    """

    PRIVATE = "prs_from_2026_05_01"
    SOCIAL = "social_until_2027"
