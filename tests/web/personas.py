"""The people who try every door, each signed in with all that they need."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any, TypeVar

from django.db import transaction
from django.test import Client
from django.urls import reverse

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.accounts.rules.roles import ROLES
from tests.web.client import officer, person, sign_in
from tests.world import World

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

Made = TypeVar("Made")


class Cast:
    """Everyone, and in each scene what was made for them.

    `world` makes things at the moment `at`; its owner is the persona "landlord". `acting` is the
    persona whose turn it is.
    """

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.acting = SIGNED_OUT
        self._handler = Client().handler
        self._users = {name: self._invite(name) for name in PERSONAS if name != SIGNED_OUT}
        self._cookies = {name: self._session(user) for name, user in self._users.items()}
        self._begin()

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

    def once(self, maker: Callable[["Cast"], Made]) -> Made:
        """What the maker made for this scene, made when first asked for."""
        if maker not in self._made:
            self._made[maker] = maker(self)
        return self._made[maker]

    @contextmanager
    def scene(self) -> Iterator[None]:
        """What is made and done inside is undone."""
        with undone():
            yield
        self._begin()

    @contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """One person's turn, undone after it."""
        self.acting = name
        with undone():
            yield
        self.acting = SIGNED_OUT

    def _begin(self) -> None:
        self._made: dict[Callable[[Cast], Any], Any] = {}
        self.world = World(self.at)
        self.world.owner = self.actor("landlord")

    def _session(self, user: User) -> SimpleCookie:
        """In use since a moment ago, so that no turn has to note that it began."""
        browser = sign_in(Client(), user)
        browser.get(reverse("front_door"))
        return browser.cookies

    def _invite(self, name: str) -> User:
        if name in OUTSIDE:
            return person(OUTSIDE[name], self.at, email=f"{name}@example.com", name=f"Matrix {name}")
        return officer(name, self.at)


@contextmanager
def undone() -> Iterator[None]:
    """A savepoint that is always rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
