import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.audit import heads, tasks
from core.audit.models import Event, Seal
from core.audit.rules import chain
from core.audit.services import sealing
from tests.jobs import drain

pytestmark = pytest.mark.django_db


def test_seals_stand_in_a_row_and_each_holds_the_one_before(record: Callable[..., Event], settings) -> None:
    events = [record() for _ in range(3)]
    assert sealing.seal() == 3
    assert sealing.seal() == 0
    events += [record(), record()]
    assert sealing.seal() == 2

    previous = chain.START
    for place, (seal, event) in enumerate(zip(Seal.objects.order_by("position"), events, strict=True), start=1):
        assert (seal.position, seal.event_id, seal.digest) == (place, event.pk, event.digest)
        assert seal.mac == chain.seal_of(
            settings.SEAL_KEY, previous=previous, position=place, event_id=event.pk, digest=event.digest
        )
        previous = seal.mac


def test_more_than_one_batch(record: Callable[..., Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 2)
    for _ in range(5):
        record()
    assert sealing.seal() == 5
    assert list(Seal.objects.order_by("position").values_list("position", flat=True)) == [1, 2, 3, 4, 5]


def test_the_head_is_written_outside_the_database(record: Callable[..., Event], head: Path) -> None:
    record()
    assert not head.exists()
    sealing.seal()
    last = Seal.objects.get()
    assert json.loads(head.read_text()) == {"position": 1, "event_id": last.event_id, "mac": last.mac}
    assert [path.name for path in head.parent.iterdir()] == [head.name]


def test_an_event_that_committed_late_is_sealed_late(record: Callable[..., Event]) -> None:
    late, early = record(), record()
    Seal.objects.create(position=1, event_id=early.pk, digest=early.digest, mac="m" * 64)
    assert sealing.seal() == 1
    assert Seal.objects.get(position=2).event_id == late.pk


def test_only_the_straggler_run_looks_far_behind(record: Callable[..., Event], monkeypatch: pytest.MonkeyPatch) -> None:
    late, early = record(), record()
    Seal.objects.create(position=1, event_id=early.pk, digest=early.digest, mac="m" * 64)
    assert sealing.seal(look_back=early.pk - late.pk) == 0
    tasks.seal_stragglers.enqueue()
    drain()
    assert Seal.objects.get(position=2).event_id == late.pk


def test_the_task_seals(record: Callable[..., Event]) -> None:
    record()
    tasks.seal.enqueue()
    drain()
    assert Seal.objects.count() == 1


@pytest.mark.usefixtures("unguarded")
def test_the_sealer_stops_when_the_tail_was_cut_off(record: Callable[..., Event], head: Path) -> None:
    for _ in range(3):
        record()
    sealing.seal()
    Seal.objects.filter(position=3).delete()
    remembered = head.read_text()
    record()
    with pytest.raises(sealing.ChainBroken, match="ends at 2"):
        sealing.seal()
    assert head.read_text() == remembered
    assert Seal.objects.count() == 2


def test_the_sealer_stops_when_the_head_is_garbage(record: Callable[..., Event], head: Path) -> None:
    record()
    head.write_text('{"position": "one"}')
    with pytest.raises(heads.UnreadableHead, match="cannot be read"):
        sealing.seal()
    assert not Seal.objects.exists()
