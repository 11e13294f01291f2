from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Which door a person comes in by."""

    NOBODY = "nobody"
    LANDLORD = "landlord"
    RESIDENT = "resident"
    PARTNER = "partner"
    OFFICER = "officer"
    SYSTEM = "system"


class Can(StrEnum):
    """What an officer may do. Roles are sets of these; a policy asks for one by name."""

    SEE_OFFICE = "see_office"
    GIVE_OUT_WORK = "give_out_work"
    SEE_LANDLORDS = "see_landlords"
    CHECK_LANDLORDS = "check_landlords"
    SEE_FIT_AND_PROPER = "see_fit_and_proper"
    SUSPEND_LANDLORDS = "suspend_landlords"
    SEE_HOMES = "see_homes"
    VERIFY_CERTIFICATES = "verify_certificates"
    CHECK_PROPERTIES = "check_properties"
    PUBLISH_LETS = "publish_lets"
    SEE_GUARANTEES = "see_guarantees"
    RECOMMEND_GUARANTEES = "recommend_guarantees"
    APPROVE_GUARANTEES = "approve_guarantees"
    SEE_HOUSEHOLDS = "see_households"
    WORK_HOUSEHOLDS = "work_households"
    SEE_RESTRICTED = "see_restricted"
    SIGN_LETTERS = "sign_letters"
    SIGN_AS_MANAGER = "sign_as_manager"
    MATCH = "match"
    MAKE_OFFERS = "make_offers"
    START_TENANCIES = "start_tenancies"
    WORK_REPORTS = "work_reports"
    SEE_RULEBOOK = "see_rulebook"
    SEE_OUTBOX = "see_outbox"
    SEE_AUDIT = "see_audit"
    MANAGE_STAFF = "manage_staff"
    EDIT_PAGES = "edit_pages"


@dataclass(frozen=True)
class Actor:
    """Who is acting, built once a request. Scheduled work has a named system actor.

    `user_id` is None for nobody and for the system. `on_behalf_of` names the landlord for whom an
    agent acts. `approval_limit` is in pence and belongs to the person, not to the role.
    """

    kind: Kind
    name: str
    user_id: int | None = None
    capabilities: frozenset[Can] = field(default_factory=frozenset)
    on_behalf_of: str = ""
    approval_limit: int = 0
    seniority: int = 0

    def can(self, capability: Can) -> bool:
        return self.kind is Kind.SYSTEM or capability in self.capabilities

    @property
    def is_officer(self) -> bool:
        return self.kind is Kind.OFFICER


NOBODY = Actor(kind=Kind.NOBODY, name="nobody")


def system(name: str) -> Actor:
    """The actor of scheduled work, by the name of the task."""
    return Actor(kind=Kind.SYSTEM, name=name)
