from datetime import datetime

import pytest
from django.test import Client

from core.access.actor import Kind
from core.accounts.models import User
from tests.access import urls
from tests.web.client import person, sign_in


@pytest.fixture(autouse=True)
def _small_site(settings) -> None:
    settings.ROOT_URLCONF = "tests.access.urls"
    urls.SENT.clear()


@pytest.fixture
def landlord(db: None, at: datetime) -> User:
    return person(Kind.LANDLORD, at)


@pytest.fixture
def as_landlord(client: Client, landlord: User) -> Client:
    return sign_in(client, landlord)
