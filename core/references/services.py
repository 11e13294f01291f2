from datetime import datetime

from django.db import connection
from django.db.models import F
from django.utils.timezone import localtime

from core.references.models import Counter


def take(prefix: str, *, at: datetime) -> str:
    """The next reference of a prefix: `CL-2026-0417`.

    Must run inside the caller's transaction, as late as possible: the counter row stays locked
    until the transaction ends, so numbers have no gaps except for transactions that fail.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a reference is taken inside a transaction")
    year = localtime(at).year
    Counter.objects.get_or_create(prefix=prefix, year=year)
    Counter.objects.filter(prefix=prefix, year=year).update(last=F("last") + 1)
    number = Counter.objects.values_list("last", flat=True).get(prefix=prefix, year=year)
    return f"{prefix}-{year}-{number:04d}"
