"""A journey of someone who is not signed in: one browser's session names the draft, and nothing else leads to it.

No address holds its reference, no list shows it, and it is removed when they finish, leave, or stay away.
"""

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase

from core.access.actor import NOBODY
from core.errors import NotFound
from core.journeys.models import Draft
from core.journeys.selectors import NOBODYS_KEPT
from core.journeys.services import drafts

PREFIX = "journey:"


def begin(session: SessionBase, *, kind: str, at: datetime) -> Draft:
    """An empty draft that only this session leads to. The one that it led to before is removed."""
    forget(session, kind=kind, at=at)
    draft = drafts.open(kind=kind, actor=NOBODY, at=at)
    session[PREFIX + kind] = draft.reference
    return draft


def current(session: SessionBase, *, kind: str, at: datetime) -> Draft | None:
    """The draft of this session; None when it has none, or was left alone for too long."""
    reference = session.get(PREFIX + kind)
    if reference is None:
        return None
    kept = Draft.objects.filter(owner=None, kind=kind, updated_at__gt=at - NOBODYS_KEPT)
    return kept.filter(reference=reference).first()


def forget(session: SessionBase, *, kind: str, at: datetime) -> None:
    """Remove the draft, if any is left, and the session's memory of it."""
    reference = session.pop(PREFIX + kind, None)
    if reference is None:
        return
    try:
        drafts.remove(ref=reference, actor=NOBODY, at=at, reason="left")
    except NotFound:
        return
