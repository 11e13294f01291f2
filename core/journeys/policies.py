from core.access.actor import Actor, Kind
from core.access.policy import Verdict, allow_if
from core.journeys.models import Draft


def may_answer(actor: Actor, draft: Draft) -> Verdict:
    """The person who began it, and nobody else. One without an owner is guarded by the session that names it."""
    return allow_if(draft.owner_id in (None, actor.user_id), "These answers belong to someone else.")


def may_remove(actor: Actor, draft: Draft) -> Verdict:
    return allow_if(
        actor.kind is Kind.SYSTEM or draft.owner_id in (None, actor.user_id), "These answers belong to someone else."
    )
