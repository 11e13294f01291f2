"""Scenes of one cast. What one began with stays for the next that begins so, and is not made again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self, TypeVar

from django.db import connection, transaction

from core.access.actor import Actor
from tests.world import World

Made = TypeVar("Made")
Maker = Callable[[Any], Any]


@dataclass(frozen=True)
class Kept:
    """All that stood when a maker was done: in the database behind a savepoint, and beside it."""

    maker: Maker | None
    savepoint: str
    made: dict[Maker, Any]
    world: dict[str, Any]


class Scenes:
    """`world` makes things at the moment `at`, for its `owner`, and `once` what a scene needs.

    A scene begins with nothing made. As long as it has asked the database nothing, what it asks of `once`
    may stand there already, because an earlier scene began with the same: then it goes on from there.
    """

    def __init__(self, at: datetime, owner: Actor) -> None:
        self.at, self._owner = at, owner
        self._begin()
        self._kept: list[Kept] = []
        self._keep(None)

    def once(self, maker: Callable[[Self], Made]) -> Made:
        """What the maker made for this scene, made when first asked for."""
        if maker not in self._made:
            first = self._untouched and vars(self.world) == self._empty_world
            if not (first and self._take_up(maker)):
                self._made[maker] = maker(self)
                if first and not self._untouched:
                    self._keep(maker)
        return self._made[maker]

    @contextmanager
    def scene(self) -> Iterator[None]:
        """What is made and done inside is undone, but for what the next scene may begin with."""
        try:
            with connection.execute_wrapper(self._before_asking):
                yield
        finally:
            self._go_back_to(len(self._kept) - 1)
            self._begin()

    def _begin(self) -> None:
        self._untouched = True
        self._made: dict[Maker, Any] = {}
        self.world = World(self.at)
        self.world.owner = self._owner
        self._empty_world = dict(vars(self.world))

    def _before_asking(self, execute: Callable[..., Any], *question: Any) -> Any:
        if self._untouched:
            self._go_back_to(0)
        return execute(*question)

    def _keep(self, maker: Maker | None) -> None:
        made, world = deepcopy((self._made, vars(self.world)))
        self._kept.append(Kept(maker, transaction.savepoint(), made, world))

    def _take_up(self, maker: Maker) -> bool:
        for number, kept in enumerate(self._kept):
            if kept.maker is maker:
                self._go_back_to(number)
                made, world = deepcopy((kept.made, kept.world))
                self._made |= made
                vars(self.world).update(world)
                return True
        return False

    def _go_back_to(self, number: int) -> None:
        self._untouched = False
        transaction.set_rollback(False)
        transaction.savepoint_rollback(self._kept[number].savepoint)
        del self._kept[number + 1 :]
