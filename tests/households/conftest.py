import pytest
from django.test import Client

from tests.web.client import officer, sign_in


@pytest.fixture
def housing(client: Client, at) -> Client:
    """A housing officer's browser."""
    return sign_in(client, officer("housing", at))
