from core.access.actor import Actor, Can
from core.access.policy import Verdict, allow_if
from households.models import SignatureRequest
from households.rules.signature import senior_enough


def may_work(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.WORK_HOUSEHOLDS), "Your role does not work on households’ cases.")


def may_decide(actor: Actor) -> Verdict:
    """Findings and duties are decided by an officer who may sign letters."""
    return allow_if(actor.can(Can.SIGN_LETTERS), "Your role does not make decisions on homelessness.")


def may_countersign(actor: Actor, *, signed_by_id: int | None) -> Verdict:
    """A manager signs as well, and is never the one who signed first."""
    if not actor.can(Can.SIGN_AS_MANAGER):
        return Verdict(False, "A manager has to sign this as well.")
    return allow_if(actor.user_id != signed_by_id, "Someone other than the officer who signed first must countersign.")


def may_sign(actor: Actor, request: SignatureRequest) -> Verdict:
    """A manager answers a request for a signature: never the one who asked, never someone junior to them."""
    if not actor.can(Can.SIGN_AS_MANAGER):
        return Verdict(False, "A manager has to sign this.")
    if actor.user_id == request.asked_by_id:
        return Verdict(False, "Someone other than the officer who asked must sign this.")
    return allow_if(
        senior_enough(actor.seniority, request.asked_seniority),
        "Someone at least as senior as the officer who asked must sign this.",
    )


def may_restrict(actor: Actor) -> Verdict:
    return allow_if(
        actor.can(Can.WORK_HOUSEHOLDS) or actor.can(Can.SEE_RESTRICTED), "Your role does not restrict records."
    )
