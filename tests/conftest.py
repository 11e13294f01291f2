import gc
import os
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import override_settings
from hypothesis import HealthCheck, settings

from tests import database, replay

settings.register_profile("quick", max_examples=50, deadline=None, print_blob=True)
settings.register_profile(
    "thorough", max_examples=2000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Races cannot be shown on SQLite, where one writer holds the whole file."""
    if not django_settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        for item in items:
            if item.get_closest_marker("postgres"):
                item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: make test-postgres"))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: Python need not look through it for rubbish thousands of times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), database.copied(), replay.watched():
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploads and PDFs of a test run go to a folder of their own."""
    folder = tmp_path_factory.mktemp("files")
    own = {
        name: storage | {"OPTIONS": {**storage["OPTIONS"], "location": str(folder / name)}}
        for name, storage in django_settings.STORAGES.items()
        if name in ("private", "public")
    }
    with override_settings(STORAGES=django_settings.STORAGES | own):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    replay.begin()
    yield
    cache.clear()


AT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def _on_the_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pages and tasks read the clock: it stands at the moment at which tests happen, and ticks."""
    if request.node.get_closest_marker("real_clock"):
        yield
        return
    with time_machine.travel(AT, tick=True):
        yield


@pytest.fixture
def at() -> datetime:
    """The moment at which tests happen: a Saturday, at noon in London."""
    return AT


@pytest.fixture
def today(at: datetime) -> date:
    return at.date()
