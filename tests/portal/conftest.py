from collections.abc import Iterator

import pytest
from django.db import transaction

from tests import council


@pytest.fixture(scope="module")
def told_council(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), council.copied():
        yield


@pytest.fixture
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
