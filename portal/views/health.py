"""Is the service well? For load balancers and for the person on call."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.audit.selectors import state as audit
from core.jobs import selectors as jobs

Part = Callable[[datetime], str]


def database(at: datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def migrations(at: datetime) -> str:
    missing = newest_migrations() - MigrationRecorder(connection).applied_migrations().keys()
    return f"{len(missing)} apps have migrations to run" if missing else ""


@cache
def newest_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of each app, as this process's code has them."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def worker(at: datetime) -> str:
    return "" if jobs.worker_alive(at) else "no worker is running"


def queue(at: datetime) -> str:
    minutes = jobs.queue(at).oldest_wait // timedelta(minutes=1)
    return f"a task has waited for {minutes} minutes" if minutes >= 15 else ""


def seals(at: datetime) -> str:
    minutes = audit.oldest_unsealed(at) // timedelta(minutes=1)
    return audit.end_fault() or (f"an event has waited {minutes} minutes for its seal" if minutes >= 10 else "")


PARTS: dict[str, Part] = {
    "database": database,
    "migrations": migrations,
    "worker": worker,
    "queue": queue,
    "seals": seals,
}


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 when every part is well, else 503, with what is wrong with each."""
    at = timezone.now()
    parts = {name: _ask(part, at) for name, part in PARTS.items()}
    well = not any(parts.values())
    body = {"well": well, "parts": {name: fault or "well" for name, fault in parts.items()}}
    return JsonResponse(body, status=200 if well else 503)


def _ask(part: Part, at: datetime) -> str:
    try:
        return part(at)
    except DatabaseError:
        return "the database does not answer"
