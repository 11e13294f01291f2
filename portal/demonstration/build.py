"""Building the council: every story on one stage, in one transaction."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from core import dates
from core.accounts.models import DemonstrationPersona
from core.rulebook import memory
from core.rulebook.selectors import rates
from portal.demonstration import personas, progress, settling
from portal.demonstration.calendar import Calendar, demonstration_day
from portal.demonstration.council import Council
from portal.demonstration.crowd import stories as crowd
from portal.demonstration.progress import Say, hush
from portal.demonstration.stage import Stage
from portal.demonstration.stories import (
    check_ins,
    concerns,
    endings,
    enquiries,
    homes,
    households,
    joining,
    landlords,
    lettings,
    pages,
    refusals,
    releases,
    reserve,
    scenario_1,
    scenario_2,
    scenario_3,
    scenario_4,
    scenario_5,
    scenario_6,
    scenario_7,
    scenario_8,
    scenario_9,
    staff,
    told,
)

TOLD = (
    landlords,
    enquiries,
    homes,
    households,
    lettings,
    refusals,
    releases,
    reserve,
    check_ins,
    joining,
    concerns,
    endings,
    told,
    pages,
    scenario_1,
    scenario_2,
    scenario_3,
    scenario_4,
    scenario_5,
    scenario_6,
    scenario_7,
    scenario_8,
    scenario_9,
)


def is_built() -> bool:
    return DemonstrationPersona.objects.exists()


def calendar_at(at: datetime) -> Calendar:
    """The calendar of a council that is built now."""
    day = demonstration_day(dates.today(at), rates.last_day_covered())
    evening = datetime(day.year, day.month, day.day, 20, tzinfo=dates.LONDON)
    return Calendar(day, min(at.astimezone(dates.LONDON), evening))


@contextmanager
def little_collecting() -> Iterator[None]:
    """Within, Python looks for rubbish seldom: many small rows come and go, and few of them in circles."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@little_collecting()
@transaction.atomic
def build(*, at: datetime, crowded: bool = True, say: Say = hush) -> Council:
    """Play the whole story up to the demonstration day, and put its people on the sign-in page.

    Without the crowd only the written stories are played. `say` is told a line for each month that has passed.
    """
    calendar = calendar_at(at)
    with memory.kept(), settling.meanwhile() as queue:
        stage = Stage(calendar.begins, calendar.until, lambda at, cast: queue.settle(at, letters=cast))
        council = Council(calendar, stage)
        play(council, crowded=crowded, say=say)
    personas.register(council)
    return council


def play(council: Council, *, crowded: bool, say: Say) -> None:
    stage = council.stage
    staff.officers(council)
    daily = (staff.mornings(council), staff.afternoons(council), staff.shared_out(council))
    for story in (*daily, progress.months(council, say)):
        stage.add(story)
    for module in TOLD:
        for story in module.stories(council):
            stage.add(story)
    for story in crowd.stories(council) if crowded else ():
        stage.add(story, cast=False)
    stage.play()
