from households.models.contact import RestrictedAccess, SafeContact
from households.models.decision import Decision, NoticeServed
from households.models.duty import Duty
from households.models.earlier_offer import EarlierOffer
from households.models.exclusion import Exclusion
from households.models.household import Household
from households.models.letter import StatutoryLetter
from households.models.member import Member
from households.models.placement import Placement
from households.models.plan import Plan, PlanStep
from households.models.signature import SignatureRequest
from households.models.told import Told

__all__ = [
    "Decision",
    "Duty",
    "EarlierOffer",
    "Exclusion",
    "Household",
    "Member",
    "NoticeServed",
    "Placement",
    "Plan",
    "PlanStep",
    "RestrictedAccess",
    "SafeContact",
    "SignatureRequest",
    "StatutoryLetter",
    "Told",
]
