"""The roles of council officers, as an officer would read them, and what each may do."""

from dataclasses import dataclass

from core.access.actor import Can


@dataclass(frozen=True)
class Role:
    """`seniority` orders roles for reviews and authorisations: a reviewer must stand higher."""

    label: str
    description: str
    capabilities: frozenset[Can]
    seniority: int = 1


OFFICE = frozenset({Can.SEE_OFFICE, Can.SEE_RULEBOOK})
SEES_HOMES = OFFICE | {Can.SEE_LANDLORDS, Can.SEE_HOMES, Can.SEE_GUARANTEES}
SEES_CASES = SEES_HOMES | {Can.SEE_HOUSEHOLDS}

ROLES: dict[str, Role] = {
    "triage": Role(
        "Triage officer",
        "Answers the front door: takes referrals and requests for help and opens cases.",
        SEES_CASES | {Can.WORK_HOUSEHOLDS, Can.WORK_REPORTS},
    ),
    "housing": Role(
        "Housing officer",
        "Assesses households, opens and ends duties, writes plans, puts households forward for homes.",
        SEES_CASES
        | {
            Can.WORK_HOUSEHOLDS,
            Can.SIGN_LETTERS,
            Can.MATCH,
            Can.MAKE_OFFERS,
            Can.START_TENANCIES,
            Can.WORK_REPORTS,
        },
    ),
    "landlord_liaison": Role(
        "Landlord liaison officer",
        "Registers landlords, checks certificates, publishes homes to let and recommends guarantees.",
        SEES_CASES
        | {
            Can.CHECK_LANDLORDS,
            Can.SEE_FIT_AND_PROPER,
            Can.VERIFY_CERTIFICATES,
            Can.CHECK_PROPERTIES,
            Can.PUBLISH_LETS,
            Can.RECOMMEND_GUARANTEES,
            Can.MATCH,
            Can.START_TENANCIES,
            Can.WORK_REPORTS,
        },
    ),
    "inspector": Role(
        "Inspector",
        "Visits homes and records property checks.",
        SEES_HOMES | {Can.CHECK_PROPERTIES, Can.VERIFY_CERTIFICATES},
    ),
    "finance": Role(
        "Finance officer",
        "Approves guarantees within a limit and releases payments.",
        SEES_HOMES | {Can.APPROVE_GUARANTEES},
    ),
    "manager": Role(
        "Team manager",
        "Signs what an officer may not sign alone, gives out work, sees restricted cases, suspends landlords.",
        SEES_CASES
        | {
            Can.GIVE_OUT_WORK,
            Can.CHECK_LANDLORDS,
            Can.SEE_FIT_AND_PROPER,
            Can.SUSPEND_LANDLORDS,
            Can.VERIFY_CERTIFICATES,
            Can.CHECK_PROPERTIES,
            Can.PUBLISH_LETS,
            Can.APPROVE_GUARANTEES,
            Can.WORK_HOUSEHOLDS,
            Can.SEE_RESTRICTED,
            Can.SIGN_LETTERS,
            Can.SIGN_AS_MANAGER,
            Can.MATCH,
            Can.MAKE_OFFERS,
            Can.START_TENANCIES,
            Can.WORK_REPORTS,
            Can.SEE_OUTBOX,
            Can.SEE_AUDIT,
        },
        seniority=3,
    ),
    "auditor": Role(
        "Auditor",
        "Reads everything that is not restricted, changes nothing.",
        SEES_CASES | {Can.SEE_AUDIT, Can.SEE_OUTBOX},
    ),
    "content_editor": Role(
        "Content editor",
        "Writes and publishes the public pages.",
        OFFICE | {Can.EDIT_PAGES},
    ),
    "administrator": Role(
        "Administrator",
        "Invites staff and gives them roles. Sees no casework.",
        OFFICE | {Can.MANAGE_STAFF, Can.SEE_OUTBOX, Can.SEE_AUDIT},
        seniority=2,
    ),
}


def capabilities_of(roles: list[str]) -> frozenset[Can]:
    """Everything that the named roles together may do. Unknown names give nothing."""
    return frozenset().union(*(ROLES[role].capabilities for role in roles if role in ROLES))


def seniority_of(roles: list[str]) -> int:
    return max((ROLES[role].seniority for role in roles if role in ROLES), default=0)


def title_of(roles: list[str], capability: Can) -> str:
    """The role in which someone does a thing: the most senior of theirs that may, or "" when none may."""
    able = [ROLES[role] for role in roles if role in ROLES and capability in ROLES[role].capabilities]
    return max(able, key=lambda role: role.seniority).label if able else ""
