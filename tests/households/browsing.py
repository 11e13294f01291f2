"""An officer's browser at work on a household."""

import re
from datetime import date
from typing import Any

from django.test import Client

from households.models import Household
from tests.web.client import send


def day(name: str, on: date) -> dict[str, str]:
    """The three boxes of a date."""
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def fresh(row: Household) -> Household:
    return Household.objects.get(pk=row.pk)


def act(client: Client, row: Household, action: str, **data: Any) -> Any:
    """Send one of the forms about the household, as if opened just now."""
    return send(client, f"/office/households/{row.reference}/{action}/", {"seen": fresh(row).version, **data})


def page(client: Client, row: Household) -> str:
    """The household's page, white space folded."""
    response = client.get(f"/office/households/{row.reference}/")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())
