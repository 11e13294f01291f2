from datetime import datetime

from django.db import connection
from django.utils.timezone import localtime

NEXT = """
    INSERT INTO references_counter (prefix, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (prefix, year) DO UPDATE SET last = references_counter.last + 1
    RETURNING last
"""
"""One statement where the mapper would send five: nearly every service takes a reference."""


def take(prefix: str, *, at: datetime) -> str:
    """The next reference of a prefix: `CL-2026-0417`.

    Must run inside the caller's transaction, as late as possible: the counter row stays locked
    until the transaction ends, so numbers have no gaps except for transactions that fail.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a reference is taken inside a transaction")
    year = localtime(at).year
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [prefix, year])
        (number,) = cursor.fetchone()
    return f"{prefix}-{year}-{number:04d}"
