from datetime import datetime

import pytest
from django.test import Client

from core.access.actor import Kind
from core.accounts.models import User
from tests.journeys import caravan, urls
from tests.web.client import person, sign_in


@pytest.fixture
def small_site(settings, db: None) -> None:
    settings.ROOT_URLCONF = "tests.journeys.urls"
    urls.SENT.clear()
    caravan.SAVED.clear()


@pytest.fixture
def landlord(at: datetime) -> User:
    return person(Kind.LANDLORD, at)


@pytest.fixture
def browser(client: Client, landlord: User) -> Client:
    return sign_in(client, landlord)
