"""The one patch of our own code: rows read without a lock and written without a guard.

A race test proves something only if it fails here. `unlocked(meet)` lets every thread read before any
writes: each waits at the barrier after it has read a row of the named kind.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Thread
from typing import Any
from unittest.mock import patch

from django.db import connection, connections

from core.references.models import Record, RecordQuerySet

PATIENCE = 10


@contextmanager
def unlocked(kind: str, meet: Barrier, *constraints: tuple[str, str]) -> Iterator[None]:
    """Neutralise the row lock, the guarded write and the named (table, constraint) pairs."""

    def lock(self: RecordQuerySet, reference: str, *, seen: int | None = None) -> Any:
        row = self.get(reference=reference)
        if kind == row.KIND:
            meet.wait(PATIENCE)
        return row

    def write(self: Record, **changes: Any) -> Record:
        type(self)._base_manager.filter(pk=self.pk).update(**changes)
        for name, value in changes.items():
            setattr(self, name, value)
        return self

    with connection.cursor() as cursor:
        for _table, constraint in constraints:
            cursor.execute(f'DROP INDEX "{constraint}"')
    with patch.object(RecordQuerySet, "lock", lock), patch.object(Record, "write", write):
        yield


def together(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls at once, each on a connection of its own; what each returned or raised."""
    start = Barrier(len(calls))
    outcomes: list[Any] = [None] * len(calls)

    def run(position: int, call: Callable[[], Any]) -> None:
        try:
            start.wait(PATIENCE)
            outcomes[position] = call()
        except Exception as error:
            outcomes[position] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(position, call)) for position, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE * 3)
    return outcomes
