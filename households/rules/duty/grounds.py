"""The grounds on which a duty may end, in words, each with its paragraph and the statistics that may go with it."""

from dataclasses import dataclass
from enum import StrEnum

from households.rules.duty.clock import DutyKind


class Ground(StrEnum):
    """Statutory grounds on which a duty ends. "Contact lost" and "died" are statistics, not grounds."""

    SECURED = "secured"
    FIFTY_SIX_DAYS = "fifty_six_days"
    LAPSED = "lapsed"
    BECAME_HOMELESS = "became_homeless"
    REFUSED_SUITABLE = "refused_suitable"
    REFUSED_FINAL = "refused_final"
    INTENTIONAL_FROM_PROVIDED = "intentional_from_provided"
    NOT_ELIGIBLE = "not_eligible"
    WITHDREW = "withdrew"
    NON_COOPERATION = "non_cooperation"
    REFERRED = "referred"


@dataclass(frozen=True)
class GroundWords:
    """A ground in words, with its paragraph, the H-CLIC reasons that may stand beside it and who signs."""

    label: str
    source: str
    hclic_reasons: tuple[str, ...]
    manager_signs: bool = False
    by_notice: bool = True


PREVENTION_GROUNDS: dict[Ground, GroundWords] = {
    Ground.SECURED: GroundWords(
        "A suitable home is secured, likely to last at least 6 months from the notice",
        "s195(8)(a)",
        ("secured_existing_6m", "secured_alternative_6m"),
    ),
    Ground.FIFTY_SIX_DAYS: GroundWords(
        "56 days have passed and we took the reasonable steps",
        "s195(8)(b)",
        ("56_days_no_action", "contact_lost"),
        manager_signs=True,
    ),
    Ground.BECAME_HOMELESS: GroundWords("They became homeless", "s195(8)(c)", ("homeless",)),
    Ground.REFUSED_SUITABLE: GroundWords(
        "They refused a suitable offer likely to last at least 6 months", "s195(8)(d)", ("refused_suitable",)
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from a home we helped them get", "s195(8)(e)", ("homeless",)
    ),
    Ground.NOT_ELIGIBLE: GroundWords("They are no longer eligible", "s195(8)(f)", ("no_longer_eligible",)),
    Ground.WITHDREW: GroundWords("They withdrew", "s195(8)(g)", ("withdrew_deceased", "contact_lost")),
    Ground.NON_COOPERATION: GroundWords(
        "They deliberately and unreasonably refused to cooperate, after a warning",
        "s193B, s193C(2)",
        ("refused_cooperate",),
        manager_signs=True,
    ),
}

RELIEF_GROUNDS: dict[Ground, GroundWords] = {
    Ground.SECURED: GroundWords(
        "A suitable home is secured, likely to last at least 6 months from the notice", "s189B(7)(a)", ("secured_6m",)
    ),
    Ground.FIFTY_SIX_DAYS: GroundWords(
        "56 days have passed and we took the reasonable steps",
        "s189B(7)(b)",
        ("56_days", "contact_lost"),
        manager_signs=True,
    ),
    Ground.LAPSED: GroundWords("The duty ended by itself after 56 days", "s189B(4)", ("56_days",), by_notice=False),
    Ground.REFUSED_SUITABLE: GroundWords(
        "They refused a suitable offer likely to last at least 6 months", "s189B(7)(c)", ("refused_final",)
    ),
    Ground.REFUSED_FINAL: GroundWords(
        "They refused a final accommodation offer", "s193A(2)", ("refused_final",), manager_signs=True
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from a home we provided", "s189B(7)(d)", ("intentional_provided",)
    ),
    Ground.NOT_ELIGIBLE: GroundWords("They are no longer eligible", "s189B(7)(e)", ("no_longer_eligible",)),
    Ground.WITHDREW: GroundWords("They withdrew", "s189B(7)(f)", ("withdrew_deceased", "contact_lost")),
    Ground.NON_COOPERATION: GroundWords(
        "They deliberately and unreasonably refused to cooperate, after a warning",
        "s193B, s193C(2)",
        ("notice_noncoop",),
        manager_signs=True,
    ),
    Ground.REFERRED: GroundWords(
        "Another council accepted a local connection referral", "s199A(5)", ("local_connection_accepted",)
    ),
}

GROUNDS: dict[DutyKind, dict[Ground, GroundWords]] = {
    DutyKind.PREVENTION: PREVENTION_GROUNDS,
    DutyKind.RELIEF: RELIEF_GROUNDS,
}
