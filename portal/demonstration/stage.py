"""Many stories played as one: each says when it goes on, and the earliest goes first."""

import heapq
from collections.abc import Callable, Generator
from datetime import datetime
from itertools import count
from typing import Any

Story = Generator[datetime, Any, Any]
"""A story yields the moment at which it wants to go on."""


class Stage:
    """Plays stories in the order of their moments, up to `until`.

    `afterwards` follows what a story does between two moments; it is told whether the story is one of
    the cast's or of the crowd's. A moment before the present is taken for
    the present. A moment after `until` but on its day is taken for `until`; what lies beyond does not happen.
    """

    def __init__(self, begins: datetime, until: datetime, afterwards: Callable[[datetime, bool], None]) -> None:
        self.at = begins
        self.until = until
        self.afterwards = afterwards
        self._numbers = count()
        self._waiting: list[tuple[datetime, int, bool, Story]] = []

    def add(self, story: Story, *, cast: bool = True) -> None:
        self._wait(self.at, story, cast)

    def play(self) -> None:
        while self._waiting:
            self.at, _, cast, story = heapq.heappop(self._waiting)
            moment = next(story, None)
            self.afterwards(self.at, cast)
            if moment is not None and moment.date() <= self.until.date():
                self._wait(min(max(moment, self.at), self.until), story, cast)

    def _wait(self, moment: datetime, story: Story, cast: bool) -> None:
        heapq.heappush(self._waiting, (moment, next(self._numbers), cast, story))
