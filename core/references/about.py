"""Rows about records of many kinds, which name each by its kind and reference."""

from functools import reduce
from operator import or_

from django.db.models import Q

Subject = tuple[str, str]


def is_about(*subjects: Subject, prefix: str = "subject") -> Q:
    """About this record, or one of these. The columns are `<prefix>_kind` and `<prefix>_reference`."""
    each = (Q((f"{prefix}_kind", kind), (f"{prefix}_reference", reference)) for kind, reference in subjects)
    return reduce(or_, each)
