from django.db import connection

from core.references.models import Record


def seen(row: Record) -> int:
    """The version of a row as it stands now: what the person who acts has on screen."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT version FROM {row._meta.db_table} WHERE id = %s", [row.pk])  # noqa: S608  names of our own models
        (version,) = cursor.fetchone()
    return version
