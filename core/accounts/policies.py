from core.access.actor import Actor, Can
from core.access.policy import Verdict, allow_if, refused
from core.accounts.models import User

YOURSELF = "You cannot change your own roles or your own account. Ask another administrator."


def may_manage_staff(actor: Actor) -> Verdict:
    return allow_if(actor.can(Can.MANAGE_STAFF), "Only an administrator invites and changes staff.")


def may_change(actor: Actor, user: User) -> Verdict:
    """May this actor give or take roles, close the account or reset its second step?"""
    if actor.user_id == user.pk:
        return refused(YOURSELF)
    return may_manage_staff(actor)
