from core.access.actor import Actor, Can
from core.access.policy import Verdict, allow_if, refused
from core.deadlines.models import Deadline
from core.states import Holder


def may_give(actor: Actor, deadline: Deadline) -> Verdict:
    """Who may do a piece of the council's work may take it or give it to a colleague; a manager gives out all of it."""
    if deadline.holder != Holder.COUNCIL or deadline.done_at is not None:
        return refused("This does not wait for an officer any more.")
    theirs = deadline.person_id is not None and deadline.person_id == actor.user_id
    able = bool(deadline.capability) and deadline.capability in actor.capabilities
    return allow_if(
        actor.is_officer and (theirs or able or actor.can(Can.GIVE_OUT_WORK)),
        "Your role does not do this work, so you cannot give it out.",
    )
