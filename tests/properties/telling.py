"""A landlord who gave a ground 1A notice on 5 May 2026 for 5 September."""

from datetime import date, datetime
from typing import Any

from core.money import Money
from properties.rules.inputs import GroundOneNotice
from properties.services import notices
from properties.services.lets import Advertisement
from tests.world import World

TO_SELL = GroundOneNotice(True, date(2026, 5, 5), date(2026, 9, 5))
ENDS = "until after Saturday 4 September 2027"


def tell(world: World, place: Any, notice: GroundOneNotice, at: datetime | None = None) -> None:
    ref = world.landlord().reference
    notices.tell(landlord_ref=ref, place=place, notice=notice, actor=world.owner, at=at or world.at)


def advertised(on: date) -> Advertisement:
    return Advertisement(Money(99_500), "monthly", on, "Near the park.")
