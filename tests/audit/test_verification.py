from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from core.audit.models import Event, EventValues, Seal
from core.audit.rules import chain
from core.audit.selectors import verification
from core.audit.services import retention, sealing
from tests.audit.conftest import CLOCK, HOME, OLA

pytestmark = pytest.mark.django_db


@pytest.fixture
def events(record: Callable[..., Event]) -> list[Event]:
    """Five sealed events and one that is not."""
    events = [record(actor=OLA, after={"rent": 90000 + number}, note=f"Note {number}") for number in range(5)]
    sealing.seal()
    return [*events, record()]


def codes(head: Path) -> list[str]:
    return [finding.code for finding in verification.verify(key=settings.SEAL_KEY, head_file=head).findings]


def test_a_whole_trail_has_no_findings(events: list[Event], head: Path) -> None:
    report = verification.verify(key=settings.SEAL_KEY, head_file=head)
    assert (report.events, report.sealed, report.unsealed, report.removed, report.findings) == (6, 5, 1, 0, [])


CHANGES = {
    "at": datetime(2026, 11, 21, 12, 0, 0, 1, tzinfo=UTC),
    "actor_kind": "system",
    "actor_id": 99,
    "actor_name": "Somebody else",
    "on_behalf_of": "Another landlord",
    "action": "home.reject",
    "summary": "Rejected",
    "subject_kind": "let",
    "subject_reference": "HM-2026-0002",
    "from_state": "draft",
    "to_state": "accepted",
    "reason": "mistake",
    "fields": ["other"],
    "values_digest": "0" * 64,
    "digest": "0" * 64,
}


def test_every_column_of_an_event_is_tried() -> None:
    assert set(CHANGES) == {field.attname for field in Event._meta.concrete_fields} - {"id"}


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("which", [2, 5], ids=["sealed", "not sealed"])
@pytest.mark.parametrize("column", CHANGES)
def test_a_changed_event_is_found(column: str, which: int, events: list[Event], head: Path) -> None:
    Event.objects.filter(pk=events[which].pk).update(**{column: CHANGES[column]})
    assert "changed_event" in codes(head)


@pytest.mark.usefixtures("unguarded")
def test_an_event_changed_with_its_digest_is_found(events: list[Event], head: Path) -> None:
    event = events[2]
    event.actor_name = "Somebody else"
    event.digest = chain.event_digest(event.columns())
    event.save()
    assert codes(head) == ["changed_event"]


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("which", [2, 5], ids=["sealed", "not sealed"])
@pytest.mark.parametrize(
    "change", [{"before": {"rent": 1}}, {"after": {"rent": 1}}, {"note": "Never"}, {"salt": "0" * 32}]
)
def test_changed_values_are_found(change: dict, which: int, events: list[Event], head: Path) -> None:
    EventValues.objects.filter(event=events[which]).update(**change)
    assert codes(head) == ["changed_values"]


@pytest.mark.usefixtures("unguarded")
def test_a_missing_event_is_found(events: list[Event], head: Path) -> None:
    EventValues.objects.filter(event=events[2]).delete()
    assert codes(head) == ["missing_values"]
    Event.objects.filter(pk=events[2].pk).delete()
    assert codes(head) == ["missing_event"]


@pytest.mark.usefixtures("unguarded")
def test_a_missing_seal_is_found(events: list[Event], head: Path) -> None:
    Seal.objects.filter(position__in=[2, 3]).delete()
    report = verification.verify(key=settings.SEAL_KEY, head_file=head)
    assert [finding.words for finding in report.findings] == ["Seals 2 to 3 are missing."]
    assert report.unsealed == 3


@pytest.mark.usefixtures("unguarded")
def test_a_seal_removed_with_its_event_and_the_rest_moved_up_is_found(events: list[Event], head: Path) -> None:
    Seal.objects.filter(position=2).delete()
    EventValues.objects.filter(event=events[1]).delete()
    Event.objects.filter(pk=events[1].pk).delete()
    for position in (3, 4, 5):
        Seal.objects.filter(position=position).update(position=position - 1)
    assert codes(head) == ["broken_seal", "broken_seal", "broken_seal", "truncated"]


@pytest.mark.usefixtures("unguarded")
def test_reordered_events_are_found(events: list[Event], head: Path) -> None:
    second, third = Seal.objects.get(position=2), Seal.objects.get(position=3)
    Seal.objects.filter(position=2).update(event_id=-1)
    Seal.objects.filter(position=3).update(event_id=second.event_id, digest=second.digest)
    Seal.objects.filter(position=2).update(event_id=third.event_id, digest=third.digest)
    assert codes(head) == ["broken_seal", "broken_seal"]


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("change", [{"mac": "0" * 64}, {"mac": "é" * 64}, {"digest": "0" * 64}])
def test_a_changed_seal_is_found(change: dict, events: list[Event], head: Path) -> None:
    Seal.objects.filter(position=3).update(**change)
    assert "broken_seal" in codes(head)


@pytest.mark.usefixtures("unguarded")
def test_a_chain_made_again_without_the_key_is_found(events: list[Event], head: Path) -> None:
    mac = chain.START
    for seal in Seal.objects.order_by("position"):
        mac = chain.seal_of("a guess", previous=mac, position=seal.position, event_id=seal.event_id, digest=seal.digest)
        Seal.objects.filter(pk=seal.pk).update(mac=mac)
    assert codes(head) == [*["broken_seal"] * 5, "rewritten"]


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("left", [0, 3])
def test_a_tail_cut_off_is_found(left: int, events: list[Event], head: Path) -> None:
    gone = [event.pk for event in events[left:]]
    Seal.objects.filter(position__gt=left).delete()
    EventValues.objects.filter(event_id__in=gone).delete()
    Event.objects.filter(pk__in=gone).delete()
    assert codes(head) == ["truncated"]


def test_a_lost_or_spoilt_head_is_found(events: list[Event], head: Path) -> None:
    head.write_text("nonsense")
    assert codes(head) == ["unreadable_head"]
    head.unlink()
    assert codes(head) == ["no_head"]


def test_values_removed_under_retention_leave_the_chain_valid(
    events: list[Event], record: Callable[..., Event], at: datetime, head: Path
) -> None:
    other = record(subject=("home", "HM-2026-0002"), note="Another record")
    later = at + timedelta(days=400)
    removed = retention.remove_values(
        subject=HOME, before=at + timedelta(days=1), reason="six_years", actor=CLOCK, at=later
    )
    assert removed == 6
    sealing.seal()
    report = verification.verify(key=settings.SEAL_KEY, head_file=head)
    assert (report.findings, report.removed, report.sealed) == ([], 6, 8)
    values = EventValues.objects.get(event=events[0])
    assert (values.before, values.after, values.note, values.salt, values.removed_at) == ({}, {}, "", "", later)
    assert EventValues.objects.get(event=other).note == "Another record"
    again = retention.remove_values(subject=HOME, before=at, reason="six_years", actor=CLOCK, at=later)
    assert again == 0


def test_values_emptied_behind_retentions_back_are_found(events: list[Event], at: datetime, head: Path) -> None:
    EventValues.objects.filter(event=events[1]).update(before={}, after={}, note="", salt="", removed_at=at)
    assert codes(head) == ["removed_values"]


def test_the_command_says_the_trail_is_whole(events: list[Event]) -> None:
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert "6 events, 5 sealed, 1 not sealed yet" in out.getvalue()
    assert "The audit trail is whole." in out.getvalue()


@pytest.mark.usefixtures("unguarded")
def test_the_command_ends_with_1_and_each_finding(events: list[Event], head: Path) -> None:
    Event.objects.filter(pk=events[1].pk).update(actor_name="Somebody else")
    EventValues.objects.filter(event=events[3]).update(note="Never")
    out = StringIO()
    with pytest.raises(CommandError) as stopped:
        call_command("verify_audit", stdout=out)
    assert stopped.value.returncode == 1
    assert f"changed_event: Event {events[1].pk} was changed after it was written." in out.getvalue()
    assert f"changed_values: The values of event {events[3].pk} were changed." in out.getvalue()
