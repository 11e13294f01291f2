"""Which roles an officer holds."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from core.access.actor import Actor, Can, Kind
from core.accounts import policies
from core.accounts.models import RoleGrant, User
from core.accounts.rules.roles import ROLES, capabilities_of
from core.audit import services as audit
from core.errors import DomainError
from core.money import Money

EDITORS = "Editors"


def change(
    *, ref: str, seen: int | None, held: Sequence[str], approval_limit: Money, actor: Actor, at: datetime
) -> User:
    """Let an officer hold exactly these roles, with this limit on what they may approve.

    Their sessions end, so that what they may do is never older than the decision.
    Raises DomainError for unknown roles or for someone who is not an officer.
    """
    with transaction.atomic():
        user = User.objects.lock(ref, seen=seen)
        policies.may_change(actor, user).require()
        if user.kind != Kind.OFFICER:
            raise DomainError("Only council staff hold roles.", code="not_staff")
        if unknown := set(held) - ROLES.keys():
            raise DomainError(
                f"There is no role called {', '.join(sorted(unknown))}.", field="roles", code="unknown_role"
            )
        before = {"roles": held_by(user), "approval_limit": user.approval_limit_pence}
        hold(user, held, granted_by_id=actor.user_id, at=at)
        user.write(approval_limit_pence=approval_limit.pence, sessions_from=user.sessions_from + 1)
        after = {"roles": sorted(held), "approval_limit": approval_limit.pence}
        audit.record(actor=actor, action="user.change_roles", subject=user.subject, at=at, before=before, after=after)
    return user


def held_by(user: User) -> list[str]:
    """The names of the roles that an officer holds."""
    return sorted(user.role_grants.values_list("role", flat=True))


def hold(user: User, held: Sequence[str], *, granted_by_id: int | None, at: datetime) -> None:
    """Write the grants, inside the caller's transaction, and keep the page editor's group in step."""
    user.role_grants.exclude(role__in=held).delete()
    kept = set(held_by(user))
    RoleGrant.objects.bulk_create(
        RoleGrant(user=user, role=role, granted_at=at, granted_by_id=granted_by_id) for role in sorted(set(held) - kept)
    )
    editors = Group.objects.get(name=EDITORS)
    if Can.EDIT_PAGES in capabilities_of(list(held)):
        user.groups.add(editors)
    else:
        user.groups.remove(editors)
