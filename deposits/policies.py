from core.access.actor import Actor, Can, Kind
from core.access.policy import Verdict, allow_if, refused
from deposits.models import SchemeApplication
from landlords import policies as landlords
from properties.models import Home


def may_apply(actor: Actor, home: Home) -> Verdict:
    """The landlord applies for their own home, while active."""
    if actor.kind is not Kind.LANDLORD or home.landlord.user_id != actor.user_id:
        return refused("Only the landlord can apply for this home.")
    return landlords.may_start_lets(home.landlord)


def may_recommend(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.RECOMMEND_GUARANTEES), "Your role does not recommend guarantees.")


def may_approve(actor: Actor, application: SchemeApplication) -> Verdict:
    """Another officer than the one who recommended, within their own limit."""
    if not actor.can(Can.APPROVE_GUARANTEES):
        return refused("Your role does not approve guarantees.")
    if actor.user_id == application.recommended_by_id:
        return refused("You recommended this, so another officer must approve it.")
    return allow_if(
        application.amount.pence <= actor.approval_limit,
        f"{application.amount} is above your approval limit. Ask a manager.",
    )


def may_sign(actor: Actor, application: SchemeApplication) -> Verdict:
    own = actor.kind is Kind.LANDLORD and application.home.landlord.user_id == actor.user_id
    return allow_if(own, "Only the landlord can sign this.")


def may_void(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.SIGN_AS_MANAGER), "Only a manager can make a guarantee void.")


def may_record_inventory(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.START_TENANCIES), "Your role does not record inventories.")
