"""Only PostgreSQL has two writers at once, so only there can two sealers meet."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from core.audit.models import Event, Seal
from core.audit.services import sealing

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
]


def elsewhere(work: Callable[[], object]) -> list[object]:
    """What `work` gives on a connection of its own."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(work())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=30)
    return found


def test_a_second_sealer_leaves_at_once(record: Callable[..., Event]) -> None:
    record()
    with transaction.atomic():
        assert sealing._only_sealer()
        assert elsewhere(sealing.seal) == [0]
    assert elsewhere(sealing.seal) == [1]
    assert Seal.objects.count() == 1


def test_what_commits_late_is_sealed_after_what_came_later(record: Callable[..., Event]) -> None:
    with transaction.atomic():
        late = record()
        early = elsewhere(record)[0]
        assert late.pk < early.pk
        assert elsewhere(sealing.seal) == [1]
    assert sealing.seal() == 1
    assert list(Seal.objects.order_by("position").values_list("event_id", flat=True)) == [early.pk, late.pk]
