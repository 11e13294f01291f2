"""Logs as JSON lines that hold no personal data: ids, names of code, figures."""

import json
import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)

OURS = frozenset(app.partition(".")[0] for app in settings.OUR_APPS)
# Their lines hold ids and dotted names only, so they may be read with their values filled in.
HARMLESS = ("django_tasks", "django_tasks_db")
USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "taskName"}
REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class JsonLines(logging.Formatter):
    """One JSON object a line.

    A library's message is written without its values, which may be an address, a path or a name; an
    exception as its type and the place in our code, never its text or its locals. What our own code
    passes in `extra` is written as it is.
    """

    def format(self, record: logging.LogRecord) -> str:
        family = record.name.partition(".")[0]
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "log": record.name,
            "event": record.getMessage() if family in OURS or family in HARMLESS else without_values(record),
        }
        if request_id := getattr(getattr(record, "request", None), "request_id", ""):
            line["request_id"] = request_id
        if family in OURS:
            line |= {name: value for name, value in vars(record).items() if name not in USUAL}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = where(record.exc_info[2])
        return json.dumps(line, default=str)


def without_values(record: logging.LogRecord) -> str:
    """A library's message before its values are filled in; of a bare exception text, nothing."""
    return "" if record.exc_info and not record.args else str(record.msg)


def where(trace: TracebackType | None) -> str:
    """The deepest place of our own code in a traceback: `deposits/services/claims.py:41 in submit`.

    Without one, the deepest place of a library.
    """
    root = Path(settings.BASE_DIR)
    ours = theirs = ""
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        if path.is_relative_to(root) and ".venv" not in path.parts:
            ours = f"{path.relative_to(root)}:{frame.lineno} in {frame.name}"
        else:
            theirs = f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} in {frame.name}"
    return ours or theirs


class RequestLog:
    """Gives each request an id, answers with it, and writes one line when it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        given = request.headers.get("X-Request-ID", "")
        request.request_id = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        response = self.get_response(request)
        response["X-Request-ID"] = request.request_id
        actor = getattr(request, "actor", None)
        logger.info(
            "request",
            extra={
                "method": request.method,
                "route": request.resolver_match.view_name if request.resolver_match else "",
                "status": response.status_code,
                "ms": round((time.perf_counter() - start) * 1000, 1),
                "actor_id": actor.user_id if actor else None,
                "request_id": request.request_id,
            },
        )
        return response
