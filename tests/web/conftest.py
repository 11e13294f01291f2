from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction

from tests.web.personas import Cast

AT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(scope="module")
def _everyone(django_db_setup: None, django_db_blocker) -> Iterator[Cast]:
    """One cast for every test here: each test undoes what it did, the last undoes the cast."""
    with django_db_blocker.unblock(), time_machine.travel(AT, tick=True), transaction.atomic():
        yield Cast(AT)
        transaction.set_rollback(True)


@pytest.fixture
def cast(_everyone: Cast, django_db_blocker) -> Iterator[Cast]:
    with django_db_blocker.unblock(), _everyone.scene():
        yield _everyone
