from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection, transaction

from core.access.actor import Actor, Can, Kind, system
from core.audit import services as audit
from core.audit.models import Event

HOME = ("home", "HM-2026-0001")
SAM = Actor(Kind.LANDLORD, "Sam Price", user_id=7)
OLA = Actor(Kind.OFFICER, "Ola Kent", user_id=8, capabilities=frozenset({Can.SEE_OFFICE}))
ADA = Actor(Kind.OFFICER, "Ada Bright", user_id=9, capabilities=frozenset({Can.SEE_OFFICE, Can.SEE_AUDIT}))
CLOCK = system("clock")


@pytest.fixture(autouse=True)
def head(tmp_path: Path, settings) -> Path:
    """Each test's chain has a head of its own."""
    settings.AUDIT_HEAD = tmp_path / "audit-head.json"
    return settings.AUDIT_HEAD


@pytest.fixture
def record(at: datetime) -> Callable[..., Event]:
    def record(**changes: object) -> Event:
        given = {"actor": SAM, "action": "home.submit", "subject": HOME, "at": at, **changes}
        with transaction.atomic():
            return audit.record(**given)

    return record


@pytest.fixture
def unguarded() -> None:
    """The triggers are gone until the test's transaction is rolled back: an intruder with the keys."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in ("audit_event", "audit_eventvalues", "audit_seal"):
            for event in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER {table}_no_{event}" + (f" ON {table}" if postgres else ""))
