"""The people who try every door, each signed in with all that they need."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.accounts.rules.roles import ROLES
from tests.web.client import officer, person, sign_in
from tests.web.scenes import Scenes

SIGNED_OUT = "signed_out"
OUTSIDE: dict[str, Kind] = {
    "landlord": Kind.LANDLORD,
    "other_landlord": Kind.LANDLORD,
    "resident": Kind.RESIDENT,
    "other_resident": Kind.RESIDENT,
    "partner": Kind.PARTNER,
}
OFFICERS: tuple[str, ...] = tuple(ROLES)
PERSONAS: tuple[str, ...] = (SIGNED_OUT, *OUTSIDE, *OFFICERS)


class Cast(Scenes):
    """Everyone, and in each scene what was made for them.

    The owner in their world is the persona "landlord". `acting` is the persona whose turn it is.
    """

    def __init__(self, at: datetime) -> None:
        self.acting = SIGNED_OUT
        self._handler = Client().handler
        self._users = {name: invite(name, at) for name in PERSONAS if name != SIGNED_OUT}
        self._cookies = {name: session(user) for name, user in self._users.items()}
        super().__init__(at, self.actor("landlord"))

    def user(self, name: str) -> User:
        return self._users[name]

    def actor(self, name: str) -> Actor:
        return actor_of(self._users[name])

    def client(self, name: str, **options: Any) -> Client:
        """A fresh browser in which this person is signed in. All browsers share one server."""
        browser = Client(**options)
        if not options:
            browser.handler = self._handler
        if name != SIGNED_OUT:
            browser.cookies = SimpleCookie({key: morsel.value for key, morsel in self._cookies[name].items()})
        return browser

    @contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """One person's turn, undone after it."""
        self.acting = name
        with undone():
            yield
        self.acting = SIGNED_OUT


def invite(name: str, at: datetime) -> User:
    if name in OUTSIDE:
        return person(OUTSIDE[name], at, email=f"{name}@example.com", name=f"Matrix {name}")
    return officer(name, at)


def session(user: User) -> SimpleCookie:
    """In use since a moment ago, so that no turn has to note that it began."""
    browser = sign_in(Client(), user)
    browser.get(reverse("front_door"))
    return browser.cookies


@contextmanager
def undone() -> Iterator[None]:
    """A savepoint that is always rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
