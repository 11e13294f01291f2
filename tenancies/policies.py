from core.access.actor import Actor, Can
from core.access.policy import Verdict, allow_if


def may_start(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.START_TENANCIES), "Your role does not hand over keys.")
