"""The rulebook kept in memory while a whole story is told, in which it does not change."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

R = TypeVar("R")
_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def kept() -> Iterator[None]:
    """Within, everything that is `remembered` is read once."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def remembered(read: Callable[..., R]) -> Callable[..., R]:
    """Read once for its positional arguments where the rulebook is kept, and each time elsewhere."""

    @wraps(read)
    def reading(*arguments: Hashable) -> R:
        found = _kept.get()
        if found is None:
            return read(*arguments)
        key = (read, arguments)
        if key not in found:
            found[key] = read(*arguments)
        return found[key]

    return reading
