"""A form that was sent after its session had ended waits, unsent, until the same person is back."""

from django.http import HttpRequest

from core.access.once import IGNORED

MARK = "interrupted"
MOST_CHARACTERS = 100_000


def keep(request: HttpRequest, *, user_id: int) -> bool:
    """Keep what was typed in the fresh session. False when it cannot be kept whole: files, or too long."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in IGNORED]
    if request.FILES or sum(len(name) + len(value) for name, value in fields) > MOST_CHARACTERS:
        return False
    request.session[MARK] = {"user_id": user_id, "path": request.get_full_path(), "fields": fields}
    return True


def take(request: HttpRequest, *, user_id: int | None) -> list[tuple[str, str]] | None:
    """What this person typed on this page before they were signed out, once. Another's is thrown away."""
    kept = request.session.get(MARK)
    if kept is None:
        return None
    if kept["user_id"] != user_id:
        del request.session[MARK]
        return None
    if kept["path"] != request.get_full_path():
        return None
    del request.session[MARK]
    return [(name, value) for name, value in kept["fields"]]


def waiting_at(request: HttpRequest, *, user_id: int | None) -> str:
    """The page on which something that this person typed is waiting, or nothing."""
    kept = request.session.get(MARK)
    return kept["path"] if kept and kept["user_id"] == user_id else ""
