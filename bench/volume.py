"""Many rows at once: copies of those that the services made, each with a name and reference of its own."""

import copy
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from core.access.actor import Kind
from core.accounts.models import User
from core.deadlines.models import Deadline
from core.references.models import Record
from households.models import Duty, Household, Member
from landlords.models import Landlord
from lettings.models import Nomination
from properties.models import Certificate, Home, Let
from properties.rules.let import LetState
from tenancies.models import ProblemReport, Tenancy
from tests.world import World
from tests.world_reports import Reports


def copies(row: models.Model, start: int, stop: int, **differs: Callable[[int], Any]) -> None:
    """Rows number `start` to `stop`, like this one but for what `differs` gives and, of a record, the reference."""
    rows = []
    for n in range(start, stop):
        other = copy.copy(row)
        other.pk = None
        other._state = copy.copy(row._state)
        if isinstance(other, Record):
            other.reference = f"{other.PREFIX}-2025-{n:05d}"
        for name, value in differs.items():
            setattr(other, name, value(n))
        rows.append(other)
    type(row)._base_manager.bulk_create(rows, batch_size=500)


def number(kind: type[Record]) -> Callable[[int], int]:
    """The primary key of copy number n of a kind of record."""
    keys = dict(kind._base_manager.filter(reference__contains="-2025-").values_list("reference", "pk"))
    return lambda n: keys[f"{kind.PREFIX}-2025-{n:05d}"]


OPEN_WORK, TO_LET = 500, 250


class Council:
    """A council that grows: each `grow` fills it up to so many rows of every kind.

    As in a real one, most of it is past: at most so many rows wait for an officer, and so many homes are to let.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.landlord = world.landlord()
        self.home = world.home(world.owner)
        self.let = world.let(self.home)
        self.application = world.application(self.home)
        self.household = world.household()
        self.nomination = world.nomination(self.let, self.household)
        self.tenancy = world.tenancy()
        self.report = Reports(world).by_landlord(self.tenancy)
        self.size = 1

    def records(self) -> dict[str, Record]:
        return {
            "landlord": self.landlord,
            "home": self.home,
            "home to rent": self.let,
            "household": self.household,
            "put forward": self.nomination,
            "guarantee application": self.application,
            "tenancy": self.tenancy,
            "tenancy concern": self.report,
        }

    def grow(self, size: int) -> None:
        span = (self.size, size)
        self._landlords(*span)
        self._homes(*span)
        self._households(*span)
        copies(self.nomination, *span, let_id=number(Let), household_id=number(Household))
        copies(self.tenancy, *span, nomination_id=number(Nomination))
        copies(self.report, *span, tenancy_id=number(Tenancy))
        self.size = size
        for kind in (Landlord, Home, Household, Tenancy, ProblemReport):
            assert kind.objects.count() >= size

    def _landlords(self, start: int, stop: int) -> None:
        person = User.objects.get(pk=self.landlord.user_id)
        assert person.kind == Kind.LANDLORD
        name = "Landlord {}".format
        copies(person, start, stop, email="landlord-{}@example.com".format, name=name)
        copies(self.landlord, start, stop, user_id=number(User), name=name, email="landlord-{}@example.com".format)

    def _homes(self, start: int, stop: int) -> None:
        copies(self.home, start, stop, landlord_id=number(Landlord), address="{} Long Lane".format)
        home = number(Home)
        self._children(Certificate.objects.filter(home=self.home), start, stop, home_id=home)
        copies(
            self.let,
            start,
            stop,
            home_id=home,
            state=lambda n: LetState.AVAILABLE if n < TO_LET else LetState.WITHDRAWN,
        )
        copies(self.application, start, stop, home_id=home, landlord_id=number(Landlord))
        self._deadlines(self.home, start, stop)
        self._deadlines(self.application, start, stop)

    def _households(self, start: int, stop: int) -> None:
        person = User.objects.get(pk=self.household.resident_id)
        copies(person, start, stop, email="resident-{}@example.com".format, reference="RS-2025-{:05d}".format)
        residents = dict(User.objects.filter(reference__startswith="RS-").values_list("reference", "pk"))
        copies(
            self.household,
            start,
            stop,
            name="Household {}".format,
            resident_id=lambda n: residents[f"RS-2025-{n:05d}"],
        )
        household = number(Household)
        self._children(Member.objects.filter(household=self.household), start, stop, household_id=household)
        self._children(Duty.objects.filter(household=self.household), start, stop, household_id=household)
        self._deadlines(self.household, start, stop)

    def _children(self, rows: Iterable[models.Model], start: int, stop: int, **parent: Callable[[int], Any]) -> None:
        for row in rows:
            copies(row, start, stop, **parent)

    def _deadlines(self, record: Record, start: int, stop: int) -> None:
        for row in Deadline.objects.about(record.subject).open():
            copies(
                row,
                start,
                stop,
                subject_reference=f"{record.PREFIX}-2025-{{:05d}}".format,
                done_at=lambda n: None if n < OPEN_WORK else self.world.at,
            )
