"""The people who try every door, each signed in with all that they need."""

from collections.abc import Callable
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any, TypeVar

from django.test import Client

from core.access.actor import Kind
from core.accounts.models import User
from core.accounts.rules.roles import ROLES
from tests.web.client import officer, person, sign_in

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
    """Everyone, and what was made for them. `at` is the moment at which things are made."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self._handler = Client().handler
        self._users: dict[str, User] = {}
        self._cookies: dict[str, SimpleCookie] = {}
        self._made: dict[Callable[[Cast], Any], Any] = {}
        for name in PERSONAS:
            if name != SIGNED_OUT:
                self._users[name] = self._invite(name)
                self._cookies[name] = sign_in(Client(), self._users[name]).cookies

    def user(self, name: str) -> User:
        return self._users[name]

    def client(self, name: str, **options: Any) -> Client:
        """A fresh browser in which this person is signed in. All browsers share one server."""
        browser = Client(**options)
        if not options:
            browser.handler = self._handler
        if name != SIGNED_OUT:
            browser.cookies = SimpleCookie({key: morsel.value for key, morsel in self._cookies[name].items()})
        return browser

    def once(self, maker: Callable[["Cast"], Made]) -> Made:
        """What the maker made for this cast, made when first asked for."""
        if maker not in self._made:
            self._made[maker] = maker(self)
        return self._made[maker]

    def _invite(self, name: str) -> User:
        if name in OUTSIDE:
            return person(OUTSIDE[name], self.at, email=f"{name}@example.com", name=f"Matrix {name}")
        return officer(name, self.at)
