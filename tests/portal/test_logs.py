"""One line a request, and nothing personal in any line."""

import json
import logging

import pytest
from django.test import Client
from django.utils import timezone

from core.jobs import services as jobs
from portal import logs
from portal.views import health

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """The lines written during the test, read back from their JSON."""
    written = []

    class Keep(logging.Handler):
        def emit(self, record):
            written.append(json.loads(self.format(record)))

    handler = Keep()
    handler.setFormatter(logs.JsonLines())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_a_request_is_one_line_with_its_id(client, lines):
    jobs.beat(worker_id="one", at=timezone.now())
    response = client.get("/health/?q=canary", headers={"X-Request-ID": "abcd-1234"})
    assert response.headers["X-Request-ID"] == "abcd-1234"
    (line,) = lines
    assert line | {"at": "", "ms": 0} == {
        "at": "",
        "level": "info",
        "log": "portal.logs",
        "event": "request",
        "method": "GET",
        "route": "health",
        "status": 200,
        "ms": 0,
        "actor_id": None,
        "request_id": "abcd-1234",
    }


@pytest.mark.parametrize("given", ["", "short", "a" * 65, "with space 1", "canary@example.com"])
def test_an_odd_request_id_is_replaced(client, given):
    response = client.get("/health/", headers={"X-Request-ID": given})
    assert len(response.headers["X-Request-ID"]) == 32


def test_a_failure_is_written_as_type_and_place(lines, monkeypatch):
    def broken(at):
        canary = "Ada Canary"
        raise ValueError(f"{canary} has no postcode")

    monkeypatch.setitem(health.PARTS, "database", broken)
    response = Client(raise_request_exception=False).get("/health/?q=canary-query")
    assert response.status_code == 500
    failure = next(line for line in lines if "error" in line)
    assert failure["error"] == "ValueError"
    assert failure["where"].startswith("tests/portal/test_logs.py:")
    assert failure["request_id"] == response.headers["X-Request-ID"]
    assert "canary" not in json.dumps(lines).lower()


def test_a_strange_host_is_not_repeated(lines):
    assert Client().get("/health/", headers={"host": "canary.example"}).status_code == 400
    assert [line["error"] for line in lines if "error" in line] == ["DisallowedHost"]
    assert "canary" not in json.dumps(lines)


def test_a_librarys_values_are_left_out(lines):
    logging.getLogger("allauth").error("Cannot send to %s", "canary@example.com")
    (line,) = lines
    assert line["event"] == "Cannot send to %s"


def test_our_own_facts_are_kept(lines):
    logging.getLogger("core.access").info("refused", extra={"route": "landlords_office_list", "actor_id": 4})
    (line,) = lines
    assert (line["event"], line["route"], line["actor_id"]) == ("refused", "landlords_office_list", 4)
