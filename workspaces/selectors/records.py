from datetime import date
from typing import Any

from core.access.actor import Actor
from landlords import selectors as landlords
from landlords.models import Landlord


def landlord(row: Landlord, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one landlord: who they are, what to do now, their homes, and what has happened."""
    return landlords.record(row, actor, on)
