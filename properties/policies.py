from core.access.actor import Actor, Can, Kind
from core.access.policy import ALLOWED, Verdict, allow_if, refused
from landlords import policies as landlords
from landlords.models import Landlord
from properties.models import Home


def may_add(actor: Actor, landlord: Landlord) -> Verdict:
    """The landlord adds homes, unless suspended or closed."""
    if actor.kind is not Kind.LANDLORD or landlord.user_id != actor.user_id:
        return refused("Only the landlord can add a home.")
    return landlords.may_offer_homes(landlord)


def may_change(actor: Actor, home: Home) -> Verdict:
    """The landlord changes their own home."""
    if actor.kind is not Kind.LANDLORD or home.landlord.user_id != actor.user_id:
        return refused("Only the landlord can change this home.")
    return landlords.may_offer_homes(home.landlord)


def may_tell_of_notice(actor: Actor, landlord: Landlord) -> Verdict:
    """The landlord says whether a ground 1 or 1A notice was given, whatever the state of their registration."""
    mine = actor.kind is Kind.LANDLORD and landlord.user_id == actor.user_id
    return allow_if(mine, "Only the landlord can answer this.")


def may_settle_notice(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.PUBLISH_LETS), "Your role does not settle notices.")


def may_verify(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.VERIFY_CERTIFICATES), "Your role does not check certificates.")


def may_visit(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.CHECK_PROPERTIES), "Your role does not record property checks.")


def may_ask_for_visit(actor: Actor, home: Home) -> Verdict:
    """The landlord asks for another visit once things are put right; an officer may as well."""
    return may_change(actor, home) if actor.kind is Kind.LANDLORD else may_visit(actor)


def may_accept(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.PUBLISH_LETS), "Your role does not accept homes.")


def may_offer_to_let(actor: Actor, home: Home) -> Verdict:
    """The landlord offers an accepted home to let."""
    return may_change(actor, home)


def may_publish(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.PUBLISH_LETS), "Your role does not publish homes to let.")


def may_allocate(actor: Actor) -> Verdict:
    """Putting a home under offer, releasing it, agreeing the let: the work of those who match and offer."""
    if actor.can(Can.MATCH) or actor.can(Can.MAKE_OFFERS) or actor.can(Can.START_TENANCIES):
        return ALLOWED
    return refused("Your role does not match households with homes.")
