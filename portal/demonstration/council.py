"""The council at one moment of its story: who works there, and the acts that stories are made of."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from django.core.files.uploadedfile import SimpleUploadedFile

from core.access.actor import Actor, Kind, system
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.accounts.services import people, roles
from core.documents.models import Document
from core.documents.rules.kinds import FileKind
from core.documents.services import uploads
from core.money import Money
from core.rulebook.rules.rates import RateBook
from core.rulebook.selectors import rates
from portal.demonstration.calendar import Calendar
from portal.demonstration.directory import LANDLINES, MOBILES, Directory
from portal.demonstration.figures import BRMA, Figures
from portal.demonstration.stage import Stage

if TYPE_CHECKING:
    from portal.demonstration.acts.case import Case

OURSELVES = system("demonstration")
T = TypeVar("T")


class Council:
    """What every story is given: the calendar, the stage, the officers by their short names.

    `cases` is what each household told its officer, by the key of its record.
    """

    def __init__(self, calendar: Calendar, stage: Stage) -> None:
        self.calendar = calendar
        self.stage = stage
        self.figures = Figures()
        self.directory = Directory()
        self.cases: dict[int, Case] = {}
        self._turns: dict[str, int] = {}
        self.users: dict[str, User] = {}
        self._slugs: dict[int | None, str] = {}
        self._actors: dict[str, Actor] = {}

    @cached_property
    def rates(self) -> RateBook:
        """The rates of the area, read once."""
        return rates.rate_book(BRMA)

    @property
    def at(self) -> datetime:
        return self.stage.at

    @property
    def today(self) -> date:
        return self.at.date()

    def ago(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        return self.calendar.ago(days, hour, minute)

    def ahead(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        return self.calendar.ahead(days, hour, minute)

    def on(self, scenario: date, hour: int = 10, minute: int = 0) -> datetime:
        return self.calendar.on(scenario, hour, minute)

    def person(self, slug: str, name: str, kind: Kind) -> User:
        """Open the account of somebody of the cast. Their address is made of their slug."""
        user = people.open_account(
            kind=kind,
            email=f"{slug}@{kind}.example.com",
            name=name,
            telephone=self.directory.telephone(slug, MOBILES if kind is Kind.RESIDENT else LANDLINES),
            actor=OURSELVES,
            at=self.at,
            proved=True,
        )
        self.users[slug] = user
        self._slugs[user.pk] = slug
        return user

    def officer(self, slug: str, name: str, role: str, limit: int = 0) -> User:
        """Open an officer's account, with the role that the administrator gives. `limit` is in pounds."""
        user = self.person(slug, name, Kind.OFFICER)
        if role == "administrator":
            roles.hold(user, [role], granted_by_id=None, at=self.at)
            return user
        self.users[slug] = roles.change(
            ref=user.reference,
            seen=user.version,
            held=[role],
            approval_limit=Money(limit * 100),
            actor=self.actor("paul"),
            at=self.at,
        )
        return self.users[slug]

    def actor(self, slug: str) -> Actor:
        """Somebody of the council, acting. Their roles never change in the story."""
        if slug not in self._actors:
            self._actors[slug] = actor_of(self.users[slug])
        return self._actors[slug]

    def turn(self, name: str, among: Sequence[T]) -> T:
        """The next of them, and after the last the first again."""
        number = self._turns.get(name, 0)
        self._turns[name] = number + 1
        return among[number % len(among)]

    def slug_of(self, user_id: int | None) -> str:
        """The short name of somebody of the council by their account."""
        return self._slugs[user_id]

    def file(self, name: str, content: bytes, kind: FileKind, actor: Actor) -> Document:
        return uploads.receive(SimpleUploadedFile(name, content), kind=kind, actor=actor, at=self.at)
