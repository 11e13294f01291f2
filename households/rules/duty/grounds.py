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
    REFUSED_TEMPORARY = "refused_temporary"
    ACCEPTED_PART_6 = "accepted_part_6"
    REFUSED_PART_6 = "refused_part_6"
    LEFT_HOME = "left_home"
    ACCEPTED_PRIVATE = "accepted_private"
    REFUSED_PRIVATE = "refused_private"


class Evidence(StrEnum):
    """What a ground asks for beyond the officer's reasons."""

    COMPLIED = "complied"
    SIX_MONTHS = "six_months"
    WARNED_OF_REFUSAL = "warned_of_refusal"
    WARNED_TO_COOPERATE = "warned_to_cooperate"
    AUTHORISED = "authorised"
    FOUND_NOT_ELIGIBLE = "found_not_eligible"
    MAY_BE_INTENTIONAL = "may_be_intentional"
    NOT_BOUND = "not_bound"
    TOLD_OF_FINAL_OFFER = "told_of_final_offer"
    TOLD_OF_PART_6 = "told_of_part_6"
    TOLD_OF_TEMPORARY = "told_of_temporary"
    PRIVATE_OFFER_ACCEPTED = "private_offer_accepted"
    PRIVATE_OFFER_REFUSED = "private_offer_refused"


@dataclass(frozen=True)
class GroundWords:
    """A ground in words, with its paragraph, the H-CLIC reasons that may stand beside it and who signs.

    `evidence` is what must be on record before it may be used (see `ending.missing`).
    """

    label: str
    source: str
    hclic_reasons: tuple[str, ...]
    manager_signs: bool = False
    by_notice: bool = True
    evidence: tuple[Evidence, ...] = ()


PREVENTION_GROUNDS: dict[Ground, GroundWords] = {
    Ground.SECURED: GroundWords(
        "A suitable home is secured, likely to last at least 6 months from the notice",
        "s195(8)(a)",
        ("secured_existing_6m", "secured_alternative_6m"),
        evidence=(Evidence.SIX_MONTHS,),
    ),
    Ground.FIFTY_SIX_DAYS: GroundWords(
        "56 days have passed and we took the reasonable steps",
        "s195(8)(b)",
        ("56_days_no_action", "contact_lost"),
        manager_signs=True,
        evidence=(Evidence.COMPLIED,),
    ),
    Ground.BECAME_HOMELESS: GroundWords("They became homeless", "s195(8)(c)", ("homeless",)),
    Ground.REFUSED_SUITABLE: GroundWords(
        "They refused a suitable offer likely to last at least 6 months",
        "s195(8)(d)",
        ("refused_suitable",),
        evidence=(Evidence.WARNED_OF_REFUSAL,),
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from a home we helped them get",
        "s195(8)(e)",
        ("homeless",),
        evidence=(Evidence.MAY_BE_INTENTIONAL,),
    ),
    Ground.NOT_ELIGIBLE: GroundWords(
        "They are no longer eligible", "s195(8)(f)", ("no_longer_eligible",), evidence=(Evidence.FOUND_NOT_ELIGIBLE,)
    ),
    Ground.WITHDREW: GroundWords("They withdrew", "s195(8)(g)", ("withdrew_deceased", "contact_lost")),
    Ground.NON_COOPERATION: GroundWords(
        "They deliberately and unreasonably refused to cooperate, after a warning",
        "s193B, s193C(2)",
        ("refused_cooperate",),
        manager_signs=True,
        evidence=(Evidence.WARNED_TO_COOPERATE, Evidence.AUTHORISED),
    ),
}

RELIEF_GROUNDS: dict[Ground, GroundWords] = {
    Ground.SECURED: GroundWords(
        "A suitable home is secured, likely to last at least 6 months from the notice",
        "s189B(7)(a)",
        ("secured_6m",),
        evidence=(Evidence.SIX_MONTHS,),
    ),
    Ground.FIFTY_SIX_DAYS: GroundWords(
        "56 days have passed and we took the reasonable steps",
        "s189B(7)(b)",
        ("56_days", "contact_lost"),
        manager_signs=True,
        evidence=(Evidence.COMPLIED,),
    ),
    Ground.LAPSED: GroundWords("The duty ended by itself after 56 days", "s189B(4)", ("56_days",), by_notice=False),
    Ground.REFUSED_SUITABLE: GroundWords(
        "They refused a suitable offer likely to last at least 6 months",
        "s189B(7)(c)",
        ("refused_final",),
        evidence=(Evidence.WARNED_OF_REFUSAL,),
    ),
    Ground.REFUSED_FINAL: GroundWords(
        "They refused a final accommodation offer",
        "s193A(2)",
        ("refused_final",),
        manager_signs=True,
        evidence=(Evidence.TOLD_OF_FINAL_OFFER, Evidence.WARNED_OF_REFUSAL, Evidence.NOT_BOUND),
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from a home we provided",
        "s189B(7)(d)",
        ("intentional_provided",),
        evidence=(Evidence.MAY_BE_INTENTIONAL,),
    ),
    Ground.NOT_ELIGIBLE: GroundWords(
        "They are no longer eligible", "s189B(7)(e)", ("no_longer_eligible",), evidence=(Evidence.FOUND_NOT_ELIGIBLE,)
    ),
    Ground.WITHDREW: GroundWords("They withdrew", "s189B(7)(f)", ("withdrew_deceased", "contact_lost")),
    Ground.NON_COOPERATION: GroundWords(
        "They deliberately and unreasonably refused to cooperate, after a warning",
        "s193B, s193C(2)",
        ("notice_noncoop",),
        manager_signs=True,
        evidence=(Evidence.WARNED_TO_COOPERATE, Evidence.AUTHORISED),
    ),
    Ground.REFERRED: GroundWords(
        "Another council accepted a local connection referral", "s199A(5)", ("local_connection_accepted",)
    ),
}

MAIN_GROUNDS: dict[Ground, GroundWords] = {
    Ground.REFUSED_TEMPORARY: GroundWords(
        "They refused suitable temporary accommodation after we told them what that means",
        "s193(5)",
        ("refused_ta",),
        manager_signs=True,
        evidence=(Evidence.TOLD_OF_TEMPORARY, Evidence.WARNED_OF_REFUSAL),
    ),
    Ground.NOT_ELIGIBLE: GroundWords(
        "They are no longer eligible",
        "s193(6)(a)",
        ("not_eligible",),
        manager_signs=True,
        evidence=(Evidence.FOUND_NOT_ELIGIBLE,),
    ),
    Ground.INTENTIONAL_FROM_PROVIDED: GroundWords(
        "They became homeless intentionally from the accommodation we provided",
        "s193(6)(b)",
        ("intentional_ta",),
        manager_signs=True,
        evidence=(Evidence.MAY_BE_INTENTIONAL,),
    ),
    Ground.ACCEPTED_PART_6: GroundWords(
        "They accepted a home of the council or a housing association (Part 6)",
        "s193(6)(c)",
        ("part6_accepted",),
        manager_signs=True,
    ),
    Ground.LEFT_HOME: GroundWords(
        "They chose to stop living in the accommodation as their only or main home",
        "s193(6)(d)",
        ("ceased_occupy",),
        manager_signs=True,
    ),
    Ground.REFUSED_PART_6: GroundWords(
        "They refused a final offer of a home of the council or a housing association (Part 6)",
        "s193(7)",
        ("part6_refused",),
        manager_signs=True,
        evidence=(Evidence.TOLD_OF_PART_6, Evidence.WARNED_OF_REFUSAL, Evidence.NOT_BOUND),
    ),
    Ground.ACCEPTED_PRIVATE: GroundWords(
        "They accepted a private rented sector offer",
        "s193(7AA)",
        ("prso_accepted",),
        manager_signs=True,
        evidence=(Evidence.PRIVATE_OFFER_ACCEPTED,),
    ),
    Ground.REFUSED_PRIVATE: GroundWords(
        "They refused a private rented sector offer",
        "s193(7AA)",
        ("prso_refused",),
        manager_signs=True,
        evidence=(Evidence.PRIVATE_OFFER_REFUSED, Evidence.WARNED_OF_REFUSAL, Evidence.NOT_BOUND),
    ),
}

GROUNDS: dict[DutyKind, dict[Ground, GroundWords]] = {
    DutyKind.PREVENTION: PREVENTION_GROUNDS,
    DutyKind.RELIEF: RELIEF_GROUNDS,
    DutyKind.MAIN: MAIN_GROUNDS,
}
