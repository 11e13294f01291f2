"""Signing in and sending forms as a browser would."""

import time
from datetime import datetime
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from django.test import Client

from core.access import once
from core.access.actor import NOBODY, Kind
from core.accounts.models import User
from core.accounts.services import people, roles


def sign_in(client: Client, user: User) -> Client:
    """Sign in with everything that this person needs: a code, and for staff a second factor."""
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "code", "at": time.time()},
        {"method": "mfa", "type": "totp", "at": time.time(), "reauthenticated": True},
    ]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def send(client: Client, url: str, data: dict[str, Any] | None = None, **headers: Any) -> Any:
    """POST a form that was rendered just now, with a one-use key of its own."""
    return client.post(url, {once.FIELD: once.new_key(), **(data or {})}, **headers)


def person(kind: Kind, at: datetime, email: str = "", name: str = "") -> User:
    """Someone with an account. The e-mail address defaults to their kind's."""
    return people.open_account(
        kind=kind,
        email=email or f"{kind}@example.com",
        name=name or f"A {kind}",
        actor=NOBODY,
        at=at,
        proved=True,
    )


def officer(role: str, at: datetime, email: str = "") -> User:
    """An officer who holds one role."""
    user = person(Kind.OFFICER, at, email=email or f"{role}@example.com", name=f"Officer {role}")
    roles.hold(user, [role], granted_by_id=None, at=at)
    return user
