from core.access.actor import Actor, Kind
from tenancies.models import AgreedAction, ProblemReport
from tenancies.rules.report import Owner


def seen_by(row: ProblemReport, actor: Actor) -> list[AgreedAction]:
    """The actions that exist for this person: all for officers, a tenant's own, and for each side the shared ones.

    What was shared is hidden again while anything keeps the sides apart, also when it became known later.
    """
    live = [action for action in row.actions.all() if action.dropped_at is None]
    if actor.is_officer or actor.kind is Kind.SYSTEM:
        return live
    own = Owner.TENANT if actor.kind is Kind.RESIDENT else None
    apart = any(action.shared_at for action in live) and bool(row.barriers_today)
    return [action for action in live if (action.shared_at and not apart) or action.owner == own]
