from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client

from tests.web.client import sign_in
from tests.world import World


@pytest.fixture(autouse=True)
def _clock(at: datetime) -> Iterator[None]:
    with time_machine.travel(at, tick=False):
        yield


@pytest.fixture
def world(at: datetime, db: None) -> World:
    return World(at)


@pytest.fixture
def browser(client: Client, world: World) -> Client:
    """The landlord's own."""
    return sign_in(client, world.landlord().user)
