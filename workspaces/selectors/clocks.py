"""The two clocks that a team watches every day: duties near day 56, and families in bed and breakfast."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core import dates
from core.access.actor import Actor, Can
from core.ui.addresses import record_url
from core.ui.components import Cell, Column, Table, Tag, Tile
from households.models import Duty, Household
from households.rules.case import MemberRole
from households.rules.duty import DUTY_DAYS, WARNING_DAYS, DutyKind
from households.rules.placement import AMBER_DAY, LAST_LAWFUL_DAY, RED_DAY, bnb_day, last_lawful_day
from workspaces.rules.queue import Whose

MOST = 10
FIRST_WARNING, LAST_WARNING, _ = WARNING_DAYS
CHILDREN = (MemberRole.CHILD, MemberRole.EXPECTED_BABY)


@dataclass(frozen=True)
class Family:
    """A household in bed and breakfast: its day there, and whether the limit of six weeks protects it."""

    household: Household
    day: int
    last_day: date
    protected: bool


def page(actor: Actor, whose: Whose, on: date) -> dict[str, Any]:
    """The clocks of the households that this officer may know of; nothing for those who see no households.

    A manager leads few households and answers for all: theirs are the whole team's, whatever list they read.
    """
    if not actor.can(Can.SEE_HOUSEHOLDS):
        return {}
    watched = Whose.TEAM if actor.can(Can.SIGN_AS_MANAGER) else whose
    duties, families = near_the_end(actor, watched, on), in_bnb(actor, watched, on)
    return {
        "clocks_of": "the whole team’s households" if watched is Whose.TEAM else "your households",
        "clock_tiles": _tiles(duties, families, on),
        "duties": _duty_table(duties[:MOST], actor, on),
        "duties_more": max(0, len(duties) - MOST),
        "families": _family_table(families[:MOST], actor),
        "families_more": max(0, len(families) - MOST),
    }


def near_the_end(actor: Actor, whose: Whose, on: date) -> list[Duty]:
    """Open prevention and relief duties at day 35 or later, the furthest on first."""
    rows = (
        Duty.objects.visible_to(actor)
        .open()
        .filter(
            kind__in=(DutyKind.PREVENTION, DutyKind.RELIEF), satisfied_on__lte=on - timedelta(days=FIRST_WARNING - 1)
        )
    )
    if whose is Whose.MINE:
        rows = rows.filter(household__lead_officer_id=actor.user_id)
    return list(rows.select_related("household__lead_officer").order_by("satisfied_on", "id"))


def in_bnb(actor: Actor, whose: Whose, on: date) -> list[Family]:
    """Households in bed and breakfast on the day, those whom the limit protects and longest there first."""
    there = Household.objects.filter(placements__ended_on=None, placements__self_contained=False)
    rows = Household.objects.visible_to(actor).filter(pk__in=there.order_by().values("pk"))
    if whose is Whose.MINE:
        rows = rows.filter(lead_officer_id=actor.user_id)
    found = []
    for household in rows.select_related("lead_officer").prefetch_related("placements", "members"):
        stays = [placement.stay() for placement in household.placements.all()]
        if day := bnb_day(stays, on):
            protected = any(member.role in CHILDREN for member in household.members.all())
            found.append(Family(household, day, last_lawful_day(stays, on) or on, protected))
    return sorted(found, key=lambda family: (not family.protected, -family.day, family.household.pk))


def _tiles(duties: list[Duty], families: list[Family], on: date) -> list[Tile]:
    past = sum(duty.day(on) >= DUTY_DAYS for duty in duties)
    last_week = sum(LAST_WARNING <= duty.day(on) < DUTY_DAYS for duty in duties)
    protected = [family for family in families if family.protected]
    return [
        Tile(past, f"at day {DUTY_DAYS} or past it", "#duties", urgent=past > 0),
        Tile(last_week, f"at day {LAST_WARNING} to {DUTY_DAYS - 1}", "#duties"),
        Tile(len(duties) - past - last_week, f"at day {FIRST_WARNING} to {LAST_WARNING - 1}", "#duties"),
        Tile(
            len(protected),
            "families in bed and breakfast",
            "#families",
            urgent=any(family.day >= RED_DAY for family in protected),
        ),
    ]


def duty_tag(duty: Duty, on: date) -> Tag:
    """The day of a duty: amber from day 49, red from day 56."""
    day = duty.day(on)
    colour = "red" if day >= DUTY_DAYS else "yellow" if day >= LAST_WARNING else "blue"
    return Tag(f"Day {day} of {DUTY_DAYS}" if day <= DUTY_DAYS else f"Day {day}", colour)


def bnb_tag(family: Family) -> Tag:
    """The day in bed and breakfast: amber from day 21 and red from 35 for families, plain for others."""
    if not family.protected:
        return Tag(f"Day {family.day}", "grey")
    colour = "red" if family.day >= RED_DAY else "yellow" if family.day >= AMBER_DAY else "blue"
    return Tag(f"Day {family.day} of {LAST_LAWFUL_DAY}", colour)


def _household(household: Household, actor: Actor) -> Cell:
    return Cell(household.reference, url=record_url(household.subject, actor), note=household.name)


def _lead(household: Household) -> Cell:
    return Cell(household.lead_officer.name if household.lead_officer else "Nobody yet")


def _duty_table(duties: list[Duty], actor: Actor, on: date) -> Table:
    return Table(
        caption=f"Duties from day {FIRST_WARNING}",
        columns=[Column("Household"), Column("Duty"), Column("Day"), Column("Day 56"), Column("Lead officer")],
        rows=[
            [
                _household(duty.household, actor),
                Cell(duty.get_kind_display()),
                Cell(duty_tag(duty, on)),
                Cell(dates.short(duty.last_day) if duty.last_day else ""),
                _lead(duty.household),
            ]
            for duty in duties
        ],
        empty=f"No duty has come to day {FIRST_WARNING}.",
    )


def _family_table(families: list[Family], actor: Actor) -> Table:
    return Table(
        caption="In bed and breakfast",
        columns=[Column("Household"), Column("Day"), Column("Six weeks end"), Column("Lead officer")],
        rows=[
            [
                _household(family.household, actor),
                Cell(bnb_tag(family)),
                Cell(dates.short(family.last_day) if family.protected else "No children: no limit in law"),
                _lead(family.household),
            ]
            for family in families
        ],
        empty="Nobody is in bed and breakfast.",
    )
