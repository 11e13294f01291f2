"""How often a code can be asked for and guessed, over all processes together."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client

from core.access.actor import Kind
from portal.env import MODES, Mode
from tests.web.client import person

pytestmark = pytest.mark.django_db


def ask(email: str, address: str = "192.0.2.1") -> int:
    return Client(REMOTE_ADDR=address).post("/account/login/", {"login": email}).status_code


def test_four_codes_a_minute_for_one_person_are_too_many(at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    with time_machine.travel(at, tick=False) as clock:
        for number in range(3):
            ask(user.email, f"192.0.2.{number}")
        assert len(mail.outbox) == 3
        ask(user.email, "192.0.2.9")
        assert len(mail.outbox) == 3
        clock.shift(timedelta(seconds=61))
        ask(user.email, "192.0.2.9")
        assert len(mail.outbox) == 4


def test_one_address_cannot_ask_for_everybody(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        for number in range(25):
            ask(f"guess{number}@example.com")
    assert len(mail.outbox) == 20


def test_sixty_codes_a_day_are_the_most_for_one_person(at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    with time_machine.travel(at, tick=False) as clock:
        for number in range(70):
            ask(user.email, f"198.51.100.{number}")
            clock.shift(timedelta(minutes=2))
    assert len(mail.outbox) == 60


def test_only_tests_count_in_one_process_alone() -> None:
    assert [mode for mode in Mode if MODES[mode].cache_in_memory] == [Mode.TEST]


def test_two_processes_share_one_count(at: datetime, settings) -> None:
    """Each process has its own connection to the cache table, here a second alias of it."""
    table = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    settings.CACHES = {"default": table, "other": table}
    call_command("createcachetable", verbosity=0)
    user = person(Kind.RESIDENT, at)
    for number in range(4):
        ask(user.email, f"192.0.2.{number}")
    assert len(mail.outbox) == 3
    key = next(iter(_keys()))
    assert caches["other"].get(key) == caches["default"].get(key) is not None


def _keys() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        return [row[0].split(":", 2)[2] for row in cursor.fetchall() if "request_login_code" in row[0]]
