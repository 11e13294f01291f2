from core.access.actor import Actor, Kind
from tenancies.models import AgreedAction, ProblemReport
from tenancies.rules.report import Owner


def seen_by(row: ProblemReport, actor: Actor) -> list[AgreedAction]:
    """The actions that exist for this person: all for officers, shared ones for a side, and a tenant's own."""
    live = [action for action in row.actions.all() if action.dropped_at is None]
    if actor.is_officer or actor.kind is Kind.SYSTEM:
        return live
    own = Owner.TENANT if actor.kind is Kind.RESIDENT else None
    return [action for action in live if action.shared_at or action.owner == own]
