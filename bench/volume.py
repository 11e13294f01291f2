"""Many rows at once: copies of one that the services made, each with a name and reference of its own."""

import copy
from collections.abc import Callable
from typing import Any

from core.access.actor import Kind
from core.accounts.models import User
from core.references.models import Record
from landlords.models import Landlord
from tests.world import World


def copies(row: Record, start: int, stop: int, **differs: Callable[[int], Any]) -> None:
    """Rows number `start` to `stop`, like this one but for their reference and what `differs` gives."""
    rows = []
    for n in range(start, stop):
        other = copy.copy(row)
        other.pk, other.reference = None, f"{row.PREFIX}-2025-{n:05d}"
        other._state = copy.copy(row._state)
        for name, value in differs.items():
            setattr(other, name, value(n))
        rows.append(other)
    type(row)._base_manager.bulk_create(rows, batch_size=500)


class Council:
    """A council that grows: each `grow` fills it up to so many rows of every kind."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.landlord = world.landlord()
        self.size = 1

    def grow(self, size: int) -> None:
        person = User.objects.get(pk=self.landlord.user_id)
        assert person.kind == Kind.LANDLORD
        copies(person, self.size, size, email=lambda n: f"landlord-{n}@example.com", name=lambda n: f"Landlord {n}")
        users = dict(User.objects.filter(reference__contains="-2025-").values_list("reference", "pk"))
        copies(
            self.landlord,
            self.size,
            size,
            user_id=lambda n: users[f"{person.PREFIX}-2025-{n:05d}"],
            name=lambda n: f"Landlord {n}",
            email=lambda n: f"landlord-{n}@example.com",
        )
        self.size = size
        assert Landlord.objects.count() == size
