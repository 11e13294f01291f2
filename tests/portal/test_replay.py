"""What is put back for a test stands as if its services had been called."""

import pytest
from django.db import connection, transaction

from core.audit.models import Event
from core.deadlines.models import Deadline
from core.documents.models import Document
from core.documents.services import storing
from core.notifications.models import OutboxMessage
from tenancies.models import Tenancy
from tests import replay
from tests.web.client import officer
from tests.world import World

pytestmark = pytest.mark.django_db


def in_all(at, *calls: str) -> dict[str, list]:
    """What stands after these calls, undone again at once."""
    replay.begin()
    with transaction.atomic():
        world = World(at)
        rows = [getattr(world, call)() for call in calls]
        found = {
            "returned": [(type(row), row.pk, row.reference, row.version) for row in rows],
            "world": {name: value for name, value in vars(world).items() if name != "at"},
            "events": list(
                Event.objects.order_by("pk").values_list("action", "subject_reference", "actor_name", "digest")
            ),
            "deadlines": list(
                Deadline.objects.order_by("pk").values_list("kind", "subject_reference", "due_on", "done_at")
            ),
            "messages": list(OutboxMessage.objects.order_by("pk").values_list("template", "to_address", "body")),
            "documents": [storing.fetch(each.key).read() for each in Document.objects.exclude(key="").order_by("pk")],
            "next": getattr(world, calls[-1])().reference,
        }
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("calls", [("tenancy",), ("household", "let"), ("home", "tenancy")])
def test_it_stands_as_if_it_had_been_made(at, monkeypatch, calls):
    monkeypatch.setattr(replay, "_times", replay.Counter())
    monkeypatch.setattr(replay, "_kept", {})
    made, kept = in_all(at, *calls), in_all(at, *calls)
    assert len(replay._kept) == len(calls) + 1
    put_back = in_all(at, *calls)
    keys_begin_again = connection.vendor == "sqlite"
    for name in ("deadlines", "documents", *(("returned", "world", "next") if keys_begin_again else ())):
        assert made[name] == kept[name] == put_back[name], name
    assert [event[:3] for event in made["events"]] == [event[:3] for event in put_back["events"]]
    assert kept["events"] == put_back["events"]
    assert kept["messages"] == put_back["messages"]


def put_back(monkeypatch) -> list:
    seen = []
    whole = replay._put_back
    monkeypatch.setattr(replay, "_put_back", lambda kept, world: seen.append(kept) or whole(kept, world))
    return seen


def test_a_file_that_another_test_removed_is_put_back_too(at):
    for _ in range(3):
        replay.begin()
        with transaction.atomic():
            World(at).home()
            for document in Document.objects.exclude(key=""):
                assert storing.fetch(document.key).read()
                storing.remove(document.key)
            transaction.set_rollback(True)


@pytest.mark.parametrize("before", ["wrote", "setting", "nothing"])
def test_a_test_that_did_anything_before_makes_all_anew(at, settings, monkeypatch, before):
    seen = put_back(monkeypatch)
    for _ in range(3):
        replay.begin()
        with transaction.atomic():
            world = World(at)
            if before == "wrote":
                officer("triage", at)
            if before == "setting":
                settings.COUNCIL_NAME = "Another council"
            world.tenancy()
            transaction.set_rollback(True)
    assert bool(seen) is (before == "nothing")


def test_a_row_made_after_one_that_was_put_back_has_a_key_of_its_own(at):
    for _ in range(3):
        replay.begin()
        with transaction.atomic():
            world = World(at)
            first, second = world.tenancy(), world.tenancy()
            assert first.pk != second.pk
            assert Tenancy.objects.count() == 2
            transaction.set_rollback(True)
