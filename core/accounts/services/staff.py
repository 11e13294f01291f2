"""Invitations to join the council's staff, and closing an officer's account."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from core.access.actor import Actor, Kind
from core.accounts import messages, policies
from core.accounts.models import Invitation, User
from core.accounts.rules import invitation as rules
from core.accounts.rules.roles import ROLES
from core.accounts.services import people, roles
from core.audit import services as audit
from core.errors import DomainError, NotFound
from core.notifications.rules.message import Recipient
from core.notifications.services import outbox
from core.references import services as references


def invite(*, email: str, name: str, held: Sequence[str], actor: Actor, at: datetime) -> Invitation:
    """Invite someone to join the staff with the roles `held`. An earlier open invitation is replaced.

    Raises DomainError for an address that already signs in, or for no or unknown roles.
    """
    email = email.strip().lower()
    with transaction.atomic():
        policies.may_manage_staff(actor).require()
        _check(email, held)
        for earlier in Invitation.objects.select_for_update().filter(email=email, state=rules.MACHINE.start):
            _close(earlier, "revoke", actor=actor, at=at)
        token = secrets.token_urlsafe(32)
        invitation = Invitation.objects.create(
            reference=references.take(Invitation.PREFIX, at=at),
            created_at=at,
            email=email,
            name=name.strip(),
            roles=sorted(held),
            state=rules.MACHINE.start,
            token_digest=rules.digest(token),
            invited_by_id=actor.user_id,
            expires_at=rules.expires_at(at),
        )
        audit.record(
            actor=actor,
            action="invitation.send",
            subject=invitation.subject,
            at=at,
            to_state=invitation.state,
            after={"email": email, "name": invitation.name, "roles": invitation.roles},
        )
        message = messages.invitation(
            council=settings.COUNCIL_NAME,
            invited_by=actor.name,
            roles=[ROLES[role].label for role in invitation.roles],
            link=settings.SITE_URL + reverse("accounts_public_invitation", args=[token]),
            expires_at=invitation.expires_at,
        )
        outbox.send(message, to=Recipient(name=invitation.name, email=email), about=invitation.subject, at=at)
    return invitation


def revoke(*, ref: str, seen: int | None, actor: Actor, at: datetime) -> Invitation:
    """Take an open invitation back, so that its link stops working."""
    with transaction.atomic():
        invitation = Invitation.objects.lock(ref, seen=seen)
        policies.may_manage_staff(actor).require()
        return _close(invitation, "revoke", actor=actor, at=at)


def accept(*, token: str, at: datetime) -> User:
    """Open the account of the person who holds the token, with the roles they were invited to.

    Raises NotFound for a token that is unknown, used, taken back or older than 7 days.
    """
    with transaction.atomic():
        invitation = Invitation.objects.open(at).select_for_update().filter(token_digest=rules.digest(token)).first()
        if invitation is None:
            raise NotFound("This invitation does not work any more.", code="no_invitation")
        inviter = Actor(kind=Kind.OFFICER, name=f"invitation {invitation.reference}", user_id=invitation.invited_by_id)
        user = people.open_account(
            kind=Kind.OFFICER, email=invitation.email, name=invitation.name, actor=inviter, at=at
        )
        roles.hold(user, invitation.roles, granted_by_id=invitation.invited_by_id, at=at)
        invitation.write(state=rules.MACHINE.apply(invitation.state, "accept"), user=user)
        audit.record(
            actor=Actor(kind=Kind.OFFICER, name=user.name, user_id=user.pk),
            action="invitation.accept",
            subject=invitation.subject,
            at=at,
            from_state=rules.MACHINE.start,
            to_state=invitation.state,
            after={"user": user.reference, "roles": invitation.roles},
        )
    return user


def close_account(*, ref: str, seen: int | None, actor: Actor, at: datetime) -> User:
    """Stop an officer signing in, and end every session they have."""
    return _set_active(ref, seen, active=False, action="user.close", actor=actor, at=at)


def reopen_account(*, ref: str, seen: int | None, actor: Actor, at: datetime) -> User:
    """Let an officer whose account was closed sign in again."""
    return _set_active(ref, seen, active=True, action="user.reopen", actor=actor, at=at)


def reset_second_step(*, ref: str, seen: int | None, actor: Actor, at: datetime) -> User:
    """Forget an officer's passkeys and apps, after they lost them: they set up a new one when they sign in."""
    with transaction.atomic():
        user = User.objects.lock(ref, seen=seen)
        policies.may_change(actor, user).require()
        Authenticator.objects.filter(user=user).delete()
        user.write(sessions_from=user.sessions_from + 1)
        audit.record(actor=actor, action="user.reset_second_step", subject=user.subject, at=at)
    return user


def _check(email: str, held: Sequence[str]) -> None:
    if not held:
        raise DomainError("Choose at least one role.", field="roles", code="no_roles")
    if unknown := set(held) - ROLES.keys():
        raise DomainError(f"There is no role called {', '.join(sorted(unknown))}.", field="roles", code="unknown_role")
    if people.is_taken(email):
        raise DomainError("Someone already signs in with this email address.", field="email", code="account_exists")


def _close(invitation: Invitation, event: str, *, actor: Actor, at: datetime) -> Invitation:
    before = invitation.state
    invitation.write(state=rules.MACHINE.apply(before, event))
    audit.record(
        actor=actor,
        action=f"invitation.{event}",
        subject=invitation.subject,
        at=at,
        from_state=before,
        to_state=invitation.state,
    )
    return invitation


def _set_active(ref: str, seen: int | None, *, active: bool, action: str, actor: Actor, at: datetime) -> User:
    with transaction.atomic():
        user = User.objects.lock(ref, seen=seen)
        policies.may_change(actor, user).require()
        before = user.is_active
        user.write(is_active=active, sessions_from=user.sessions_from + 1)
        audit.record(
            actor=actor,
            action=action,
            subject=user.subject,
            at=at,
            before={"is_active": before},
            after={"is_active": active},
        )
    return user
