"""Records that some people must not even know of, for pages of apps that cannot tell which those are.

The root URLs hand such a page a function that can: it answers with the kind and the references of
everything that this actor must not see.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db.models import QuerySet

from core.access.actor import Actor

Hidden = Callable[[Actor], Iterable[tuple[str, Iterable[str]]]]
Q = TypeVar("Q", bound=QuerySet)


def nothing(_actor: Actor) -> Iterable[tuple[str, Iterable[str]]]:
    """Nothing is hidden from anybody."""
    return ()


def leave_out(rows: Q, hidden: Iterable[tuple[str, Iterable[str]]], *, kind: str, reference: str) -> Q:
    """The rows without those about a hidden record. References may be a subquery of one column."""
    for hidden_kind, references in hidden:
        rows = rows.exclude(**{kind: hidden_kind, f"{reference}__in": references})
    return rows
