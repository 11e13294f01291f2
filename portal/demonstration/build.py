"""Building the council: every story on one stage, in one transaction."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.accounts.models import DemonstrationPersona
from core.rulebook.selectors import rates
from portal.demonstration import personas, settling
from portal.demonstration.calendar import Calendar, demonstration_day
from portal.demonstration.council import Council
from portal.demonstration.crowd import homes as crowd_homes
from portal.demonstration.crowd import households as crowd_households
from portal.demonstration.crowd import landlords as crowd_landlords
from portal.demonstration.crowd.lives import Crowd
from portal.demonstration.stage import Stage
from portal.demonstration.stories import (
    homes,
    households,
    landlords,
    lettings,
    refusals,
    scenario_1,
    scenario_2,
    scenario_4,
    scenario_7,
    scenario_9,
    staff,
)

TOLD = (landlords, homes, households, lettings, refusals, scenario_1, scenario_2, scenario_4, scenario_7, scenario_9)


def is_built() -> bool:
    return DemonstrationPersona.objects.exists()


def calendar_at(at: datetime) -> Calendar:
    """The calendar of a council that is built now."""
    day = demonstration_day(dates.today(at), rates.last_day_covered())
    evening = datetime(day.year, day.month, day.day, 20, tzinfo=dates.LONDON)
    return Calendar(day, min(at.astimezone(dates.LONDON), evening))


@transaction.atomic
def build(*, at: datetime, crowded: bool = True) -> Council:
    """Play the whole story up to the demonstration day, and put its people on the sign-in page."""
    calendar = calendar_at(at)
    with settling.meanwhile() as queue:
        stage = Stage(calendar.begins, calendar.until, lambda at, cast: queue.settle(at, letters=cast))
        council = Council(calendar, stage)
        play(council, crowded=crowded)
    personas.register(council)
    return council


def play(council: Council, *, crowded: bool) -> None:
    stage = council.stage
    staff.officers(council)
    stage.add(staff.mornings(council))
    stage.add(staff.afternoons(council))
    for module in TOLD:
        for story in module.stories(council):
            stage.add(story)
    if crowded:
        crowd = Crowd()
        many = (
            *crowd_landlords.stories(council),
            *crowd_homes.stories(council, crowd),
            *crowd_households.stories(council, crowd),
        )
        for story in many:
            stage.add(story, cast=False)
    stage.play()
