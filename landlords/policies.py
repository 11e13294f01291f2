from core.access.actor import Actor, Can, Kind
from core.access.policy import ALLOWED, Verdict, allow_if, refused
from landlords.models import Landlord
from landlords.rules.landlord import LandlordState


def may_register(actor: Actor) -> Verdict:
    return allow_if(actor.kind in (Kind.LANDLORD, Kind.SYSTEM), "Only a landlord or agent can register.")


def may_answer(actor: Actor, landlord: Landlord) -> Verdict:
    """The landlord answers what an officer asked."""
    return allow_if(actor.kind is Kind.LANDLORD and landlord.user_id == actor.user_id, "This is not your registration.")


def may_ask_to_meet(actor: Actor, landlord: Landlord) -> Verdict:
    """Any landlord may, suspended or not."""
    return allow_if(actor.kind is Kind.LANDLORD and landlord.user_id == actor.user_id, "This is not your registration.")


def may_check(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.CHECK_LANDLORDS), "Your role does not check landlords.")


def may_activate(actor: Actor, landlord: Landlord, *, adverse: bool) -> Verdict:
    """Any adverse answer needs two officers: one recommends, another activates."""
    if not actor.can(Can.CHECK_LANDLORDS):
        return refused("Your role does not check landlords.")
    if not adverse:
        return ALLOWED
    if not actor.can(Can.SEE_FIT_AND_PROPER):
        return refused("The fit and proper answers need an officer who may read them.")
    if landlord.recommended_by_id is None:
        return refused("One of the fit and proper answers is yes. Another officer must recommend activation first.")
    return allow_if(
        landlord.recommended_by_id != actor.user_id,
        "You recommended this landlord, so another officer must activate.",
    )


def may_suspend(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.SUSPEND_LANDLORDS), "Only a manager can suspend a landlord.")


def may_offer_homes(landlord: Landlord) -> Verdict:
    """A landlord may add homes while being checked; a suspended or closed one may not."""
    return allow_if(
        landlord.state in (LandlordState.REGISTERING, LandlordState.AWAITING_CHECKS, LandlordState.ACTIVE),
        "You cannot add homes while your registration is suspended or closed. Ring us to talk about it.",
    )


def may_start_lets(landlord: Landlord) -> Verdict:
    return allow_if(
        landlord.state == LandlordState.ACTIVE, "The landlord is not active, so no new let or guarantee can start."
    )
