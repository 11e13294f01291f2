"""The list of households as an officer reads it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from core import dates
from core.access.actor import Actor
from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline
from core.ui.addresses import record_url
from core.ui.components import Cell, Column, Table, Tag
from households.models import Duty, Household
from households.rules.case import CASE, HouseholdFilters, MemberRole
from households.rules.placement import AMBER_DAY, LAST_LAWFUL_DAY, RED_DAY, bnb_day
from households.selectors import clock


def listed(actor: Actor, filters: HouseholdFilters) -> "QuerySet[Household]":
    """The households that the actor may know of, those whose clock ends first on top."""
    mine = Duty.objects.open().filter(household=OuterRef("pk"))
    rows = (
        Household.objects.visible_to(actor)
        .select_related("lead_officer")
        .prefetch_related("members", "placements", Prefetch("duties", Duty.objects.open(), to_attr="open_duties"))
        .alias(clock_ends=Subquery(mine.order_by("last_day").values("last_day")[:1]))
        .order_by(F("clock_ends").asc(nulls_last=True), "-approach_on", "-id")
    )
    rows = rows.filter(state=filters.state) if filters.state in CASE.states else rows.live()
    if filters.duty == "none":
        rows = rows.filter(~Exists(mine))
    elif filters.duty:
        rows = rows.filter(Exists(mine.filter(kind=filters.duty)))
    if filters.mine:
        rows = rows.filter(lead_officer_id=actor.user_id)
    return rows.filter(matching(text)) if (text := filters.text.strip()) else rows


def matching(text: str) -> Q:
    """Name, reference, postcode or telephone."""
    digits = text.replace(" ", "").lstrip("0")
    found = Q(name__icontains=text) | Q(reference__iexact=text) | Q(present_postcode__iexact=text)
    return found | Q(telephone__contains=digits) if digits.isdigit() else found


def table(households: Iterable[Household], actor: Actor, on: date) -> Table:
    households = list(households)
    waiting = first_deadlines(households)
    return Table(
        caption="Households",
        caption_hidden=True,
        columns=[
            Column("Reference"),
            Column("Name"),
            Column("People", numeric=True),
            Column("Duty"),
            Column("Lead officer"),
            Column("Bed and breakfast"),
            Column("Next"),
        ],
        rows=[
            [
                Cell(household.reference, url=record_url(household.subject, actor)),
                name_cell(household),
                Cell(str(people(household))),
                duty_cell(household, on),
                Cell(household.lead_officer.name if household.lead_officer else "Nobody yet"),
                bnb_cell(household, on),
                next_cell(waiting.get(household.reference), on),
            ]
            for household in households
        ],
        empty="No household matches. Take a filter away, or search for another name.",
    )


def people(household: Household) -> int:
    return sum(m.role != MemberRole.EXPECTED_BABY and not m.stays_part_time for m in household.members.all())


def name_cell(household: Household) -> Cell:
    state = CASE.state(household.state).label
    return Cell(household.name, note=f"{state}. Restricted" if household.restricted else state)


def duty_cell(household: Household, on: date) -> Cell:
    duties = sorted(household.open_duties, key=lambda duty: duty.satisfied_on)
    if not duties:
        return Cell("None yet")
    return Cell(clock.tag(duties[-1], on), note=clock.in_words(duties[-1], on))


def bnb_tag(day: int, family: bool) -> Tag:
    """The day in bed and breakfast. Amber from 21 and red from 35 for those whom six weeks protect."""
    if not family:
        return Tag(f"Day {day}", "grey")
    colour = "red" if day >= RED_DAY else "yellow" if day >= AMBER_DAY else "blue"
    return Tag(f"Day {day} of {LAST_LAWFUL_DAY}", colour)


def is_family(household: Household) -> bool:
    return any(m.role in (MemberRole.CHILD, MemberRole.EXPECTED_BABY) for m in household.members.all())


def bnb_cell(household: Household, on: date) -> Cell:
    day = bnb_day([stay.stay() for stay in household.placements.all()], on)
    return Cell(bnb_tag(day, is_family(household))) if day else Cell("")


def first_deadlines(households: list[Household]) -> dict[str, Deadline]:
    """What comes first for each household, of its own and of its open duties, in one query."""
    owners = {duty.reference: household.reference for household in households for duty in household.open_duties}
    own = [household.reference for household in households]
    found: dict[str, Deadline] = {}
    for reference, deadline in deadlines.next_for_each({"duty": list(owners), "household": own}).items():
        owner = owners.get(reference, reference)
        if owner not in found or deadline.due_on < found[owner].due_on:
            found[owner] = deadline
    return found


def next_cell(deadline: Deadline | None, on: date) -> Cell:
    if deadline is None:
        return Cell("")
    when = f"{dates.relative(deadline.due_on, on)}, {dates.short(deadline.due_on)}"
    return Cell(f"{deadline.what[:1].upper()}{deadline.what[1:]}", note=when)
