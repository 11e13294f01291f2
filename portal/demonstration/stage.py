"""Many stories played as one: each says when it goes on, and the earliest goes first."""

import heapq
from collections.abc import Callable, Generator
from datetime import datetime
from itertools import count
from typing import Any

from django.db import transaction

Story = Generator[datetime, Any, Any]
"""A story yields the moment at which it wants to go on."""


class Stage:
    """Plays stories in the order of their moments, up to `until`.

    What a story does between two moments is one savepoint. A moment before the present is taken for
    the present. A moment after `until` but on its day is taken for `until`; what lies beyond does not happen.
    """

    def __init__(self, begins: datetime, until: datetime, afterwards: Callable[[datetime], None]) -> None:
        self.at = begins
        self.until = until
        self.afterwards = afterwards
        self._numbers = count()
        self._waiting: list[tuple[datetime, int, Story]] = []

    def add(self, story: Story) -> None:
        heapq.heappush(self._waiting, (self.at, next(self._numbers), story))

    def play(self) -> None:
        while self._waiting:
            self.at, _, story = heapq.heappop(self._waiting)
            with transaction.atomic():
                moment = next(story, None)
            self.afterwards(self.at)
            if moment is not None and moment.date() <= self.until.date():
                moment = min(max(moment, self.at), self.until)
                heapq.heappush(self._waiting, (moment, next(self._numbers), story))
