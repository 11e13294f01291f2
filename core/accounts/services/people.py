"""Accounts of the people who sign in."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from core.access.actor import Actor, Kind
from core.accounts.models import User
from core.audit import services as audit
from core.errors import DomainError
from core.references import services as references


def open_account(
    *, kind: Kind, email: str, name: str, actor: Actor, at: datetime, telephone: str = "", proved: bool = False
) -> User:
    """Open an account for one person, who then signs in with a code sent to the e-mail address.

    `proved` says that the address is known to be theirs: they opened a link that was sent to it.
    Raises DomainError(field="email") when the address already has an account.
    """
    email = email.strip().lower()
    with transaction.atomic():
        if User.objects.filter(email=email).exists():
            raise DomainError("Someone already signs in with this email address.", field="email", code="account_exists")
        user = User(kind=kind.value, email=email, name=name.strip(), telephone=telephone, created_at=at)
        user.set_unusable_password()
        user.reference = references.take(User.PREFIX, at=at)
        user.save(force_insert=True)
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=proved)
        audit.record(actor=actor, action="user.open", subject=user.subject, at=at, after={"kind": kind.value})
    return user
