"""Accounts of the people who sign in."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from core.access.actor import NOBODY, Actor, Kind
from core.accounts.models import User
from core.audit import services as audit
from core.audit.services import retention
from core.errors import DomainError
from core.notifications.services import outbox
from core.references import services as references


def open_account(
    *, kind: Kind, email: str, name: str, actor: Actor, at: datetime, telephone: str = "", proved: bool = False
) -> User:
    """Open an account for one person, who then signs in with a code sent to the e-mail address.

    The caller has asked its own policy, and tells the person with `messages.account_opened`.
    `proved` says that the address is known to be theirs: they opened a link that was sent to it.
    Raises DomainError(field="email") when the address already has an account.
    """
    with transaction.atomic():
        user = _create(kind=kind, email=email, name=name, telephone=telephone, actor=actor, at=at)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=proved)
    return user


def register_landlord(*, email: str, name: str, at: datetime) -> User:
    """Open the account of a landlord who registers on the public page. The sign-up page adds the address.

    Raises DomainError(field="email") when the address already has an account.
    """
    with transaction.atomic():
        return _create(kind=Kind.LANDLORD, email=email, name=name, telephone="", actor=NOBODY, at=at)


def forget_never_proved(*, before: datetime) -> int:
    """Remove the accounts that were begun before a moment and whose address nobody ever proved."""
    with transaction.atomic():
        begun = _never_proved().filter(created_at__lt=before)
        return begun.delete()[1].get(User._meta.label, 0)


def forget(*, user_id: int, reason: str, actor: Actor, at: datetime) -> bool:
    """Delete the account of somebody of whom we keep nothing else, in the caller's transaction. False if we do."""
    user = User.objects.get(pk=user_id)
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        return False
    outbox.forget(about=user.subject, at=at)
    retention.remove_values(subject=user.subject, before=at, reason=reason, actor=actor, at=at)
    audit.record(actor=actor, action="user.forget", subject=user.subject, at=at, reason=reason)
    return True


def is_taken(email: str) -> bool:
    """Whether someone signs in with this address. An account that was begun and never proved takes no address."""
    return User.objects.filter(email=email).exclude(pk__in=_never_proved()).exists()


def _create(*, kind: Kind, email: str, name: str, telephone: str, actor: Actor, at: datetime) -> User:
    email = email.strip().lower()
    if is_taken(email):
        raise DomainError("Someone already signs in with this email address.", field="email", code="account_exists")
    _never_proved().filter(email=email).delete()
    user = User(kind=kind.value, email=email, name=name.strip(), telephone=telephone, created_at=at)
    user.set_unusable_password()
    user.reference = references.take(User.PREFIX, at=at)
    user.save(force_insert=True)
    audit.record(actor=actor, action="user.open", subject=user.subject, at=at, after={"kind": kind.value})
    return user


def _never_proved() -> QuerySet[User]:
    """The accounts of landlords who registered and never typed the code that was sent to their address."""
    proved = EmailAddress.objects.filter(verified=True)
    return User.objects.filter(kind=Kind.LANDLORD, last_login=None).exclude(pk__in=proved.values("user_id"))
