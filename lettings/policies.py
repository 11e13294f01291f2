from core.access.actor import Actor, Can, Kind
from core.access.policy import Verdict, allow_if
from lettings.models import Nomination


def may_match(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.MATCH), "Your role does not put households forward.")


def may_offer(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.MAKE_OFFERS), "Your role does not make offers.")


def may_answer_as_resident(actor: Actor, nomination: Nomination) -> Verdict:
    """The applicant answers, or an officer who has spoken to them writes it down."""
    own = actor.kind is Kind.RESIDENT and nomination.household.resident_id == actor.user_id
    return allow_if(own or actor.can(Can.MATCH), "Only the applicant or their officer can answer this.")


def may_answer_as_landlord(actor: Actor, nomination: Nomination) -> Verdict:
    """The landlord answers, or an officer who has spoken to them writes it down."""
    own = actor.kind is Kind.LANDLORD and nomination.let.home.landlord.user_id == actor.user_id
    return allow_if(own or actor.can(Can.MATCH), "Only the landlord or their officer can answer this.")
