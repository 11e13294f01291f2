from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from core import dates
from core.access.actor import Actor
from core.deadlines import selectors as deadlines
from core.deadlines import strips
from core.deadlines.models import Deadline
from core.errors import DomainError
from core.places import selectors as places
from core.states import Holder, State
from core.ui.addresses import record_url
from core.ui.components import Cell, Column, Row, Strip, Table, Tag
from properties.models import Home, Let, PropertyCheck
from properties.models.let import LIVE
from properties.rules.check import PROPERTY_CHECK, CheckState
from properties.rules.home import (
    BILL_LABELS,
    FURNISHED_LABELS,
    HEATING_LABELS,
    HOME,
    PROPERTY_TYPE_LABELS,
    Bill,
    Furnished,
    Heating,
    HomeFilters,
    HomeState,
    PropertyType,
)
from properties.rules.let import LET
from properties.selectors import notices

SHOWN = (
    *("reference", "state", "address", "town", "postcode", "property_type", "room_in_shared_house", "bedrooms"),
    *("rent", "rent_frequency", "landlord__reference", "landlord__name"),
)
OPEN_CHECKS = (CheckState.REQUESTED, CheckState.BOOKED, CheckState.NO_ACCESS)


def listed(actor: Actor, filters: HomeFilters) -> "QuerySet[Home]":
    """The homes that the actor may see, newest first."""
    rows = Home.objects.visible_to(actor).select_related("landlord")
    if filters.state in HOME.states:
        rows = rows.filter(state=filters.state)
    if text := filters.text.strip():
        rows = rows.filter(
            Q(reference__iexact=text)
            | Q(address__icontains=text)
            | Q(town__iexact=text)
            | Q(postcode__istartswith=text)
            | Q(landlord__name__icontains=text)
        )
    return rows


def office_list(actor: Actor, filters: HomeFilters) -> "QuerySet[Home]":
    """The same with what officers' list shows of each."""
    return listed(actor, filters).only(*SHOWN)


def whole(actor: Actor) -> "QuerySet[Home]":
    """The homes that the actor may see, each with all that its page shows."""
    return (
        Home.objects.visible_to(actor)
        .select_related("landlord")
        .prefetch_related("certificates", "checks__officer", "photos", "lets", "notices")
    )


def tag(home: Home) -> Tag:
    state = HOME.state(home.state)
    return Tag(state.label, state.colour)


def size(home: Home) -> str:
    """ "Flat, 2 bedrooms", "Room in a shared house"."""
    if home.room_in_shared_house:
        return "Room in a shared house"
    kind = PROPERTY_TYPE_LABELS[PropertyType(home.property_type)] if home.property_type != "other" else "Home"
    return f"{kind}, {home.bedrooms} bedroom{'' if home.bedrooms == 1 else 's'}"


def office_table(homes: list[Home], actor: Actor) -> Table:
    """The list as an officer reads it."""
    due = deadlines.next_for_each({Home.KIND: [home.reference for home in homes]})
    return Table(
        caption="Homes",
        caption_hidden=True,
        columns=[Column("Reference"), Column("Home"), Column("Landlord"), Column("State"), Column("Next")],
        rows=[
            [
                Cell(home.reference, url=record_url(home.subject, actor)),
                Cell(f"{home.known_as}, {home.postcode}", note=f"{size(home)}, {home.rent_in_words}"),
                Cell(home.landlord.name, url=record_url(home.landlord.subject, actor)),
                Cell(tag(home)),
                next_cell(due.get(home.reference)),
            ]
            for home in homes
        ],
        empty="No home matches. Take a filter away, or search for another address.",
    )


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def next_cell(deadline: Deadline | None) -> Cell:
    if deadline is None:
        return Cell("")
    return Cell(sentence(deadline.what), note=f"by {dates.short(deadline.due_on)}")


@dataclass(frozen=True)
class Line:
    """One home in its landlord's list."""

    home: Home
    url: str
    address: str
    tag: Tag
    next: str


def landlord_lines(homes: list[Home], actor: Actor, on: date) -> list[Line]:
    """The homes as their landlord reads them, on a telephone."""
    due: dict[str, list[Deadline]] = {}
    rows = Deadline.objects.about_any(Home.KIND, [home.reference for home in homes]).open().soonest_first()
    for deadline in rows:
        due.setdefault(deadline.subject_reference, []).append(deadline)
    return [
        Line(
            home=home,
            url=record_url(home.subject, actor),
            address=home.known_as,
            tag=tag(home),
            next=strip_of(home, due.get(home.reference, []), actor, on).next,
        )
        for home in homes
    ]


def strip(home: Home, actor: Actor, on: date) -> Strip:
    """What it is, who holds it, what happens next and by when."""
    waiting = deadlines.open_for(home.subject)
    found = strip_of(home, waiting, actor, on)
    first = first_of(waiting, HOME.state(home.state))
    return replace(found, **strips.given_to(first, actor))


def strip_of(home: Home, waiting: list[Deadline], actor: Actor, on: date) -> Strip:
    """The same from deadlines that were read before, without whose it is by name."""
    state = HOME.state(home.state).to(strips.HOLDER_OF.get(actor.kind))
    deadline = first_of(waiting, state)
    holder = holder_of(home, state, deadline)
    return Strip(
        title=home.known_as,
        state=state,
        next_step=next_step(home, state, deadline, actor),
        by=deadline.due_on if deadline else None,
        otherwise=deadline.otherwise if deadline else "",
        reference=home.reference,
        on=on,
        yours=holder is Holder.LANDLORD and not actor.is_officer,
        held_by=holder,
    )


def first_of(waiting: list[Deadline], state: State) -> Deadline | None:
    """A deadline of whoever holds the home goes before others."""
    own = (each for each in waiting if each.holder == state.holder)
    return next(own, next(iter(waiting), None))


def holder_of(home: Home, state: State, deadline: Deadline | None) -> Holder:
    """Who has the home now: while it is let through us, whoever has that in hand."""
    if deadline is not None:
        return Holder(deadline.holder)
    let = live_let(home) if home.state == HomeState.ACCEPTED else None
    return LET.state(let.state).holder if let else state.holder


def next_step(home: Home, state: State, deadline: Deadline | None, actor: Actor) -> str:
    """What is to be done by the deadline where the state does not say it; else the state's own words."""
    if deadline is not None:
        same = deadline.holder == state.holder and home.state != HomeState.ACCEPTED
        return "" if same else strips.in_words(deadline, actor)
    let = live_let(home) if home.state == HomeState.ACCEPTED else None
    return "It is offered to rent: see below how that stands." if let else ""


def live_let(home: Home) -> Let | None:
    return next((let for let in home.lets.all() if let.state in LIVE), None)


def open_check(home: Home) -> PropertyCheck | None:
    return next((check for check in home.checks.all() if check.state in OPEN_CHECKS), None)


def last_check(home: Home) -> PropertyCheck | None:
    """The newest visit, whatever came of it."""
    return next(iter(home.checks.all()), None)


def rows(home: Home) -> dict[str, list[Row]]:
    """What the landlord told us, in three parts."""
    features = {
        "No steps": home.step_free,
        "Wide enough for a wheelchair": home.wheelchair_accessible,
        "Lift": home.has_lift,
        "Parking space": home.parking,
    }
    return {
        "where": [
            Row("Address", [*home.address.splitlines(), home.town, home.postcode]),
            Row("Shown to the public as", home.area_label),
            Row("Rental market area", area_name(home), note=home.brma_source),
        ],
        "what": [
            Row("Kind", size(home)),
            Row("Most people", home.max_occupants),
            Row("Floor", "Ground floor" if home.floor == 0 else f"Floor {home.floor}"),
            Row("It has", [name for name, there in features.items() if there] or "None of: lift, no steps, parking"),
            Row("Furnished", FURNISHED_LABELS[Furnished(home.furnished)]),
            Row("Pets considered", home.pets_considered),
            Row("Smoking inside", home.smoking_allowed),
            Row("Gas", home.has_gas),
            Row("Heating", HEATING_LABELS[Heating(home.heating)] if home.heating in list(Heating) else home.heating),
            Row("Something that burns fuel", home.has_fuel_burning_appliance),
            Row("Electrical equipment supplied", home.supplies_electrical_equipment),
        ],
        "letting": [
            Row("Rent", home.rent_in_words),
            Row("Includes", [BILL_LABELS[Bill(bill)] for bill in home.bills_included] or "No bills"),
            Row("Notice under ground 1 or 1A", notices.in_words(notices.newest(home))),
            *licence_rows(home),
        ],
    }


def area_name(home: Home) -> str:
    """The rental market area by its name; its key where we do not know the name."""
    try:
        return places.brma_name(home.brma_key)
    except DomainError:
        return home.brma_key


def licence_rows(home: Home) -> Iterable[Row]:
    if home.in_selective_licensing_area:
        yield Row("Selective licence", home.selective_licence_number, note=until(home.selective_licence_expires_on))
    if home.hmo_mandatory or home.hmo_additional:
        kind = "mandatory" if home.hmo_mandatory else "additional"
        yield Row(f"HMO licence ({kind})", home.hmo_licence_number, note=until(home.hmo_licence_expires_on))


def until(day: date | None) -> str:
    return f"to {dates.short(day)}" if day else ""


def check_rows(check: PropertyCheck | None) -> list[Row]:
    """What the last visit is or was."""
    if check is None:
        return []
    state = PROPERTY_CHECK.state(check.state)
    found = [Row("Visit", Tag(state.label, state.colour), note=check.reference)]
    if check.visit_at:
        found.append(Row("When", check.visit_at))
    if check.officer:
        found.append(Row("Who", check.officer.name))
    if check.notes:
        found.append(Row("What we found", check.notes))
    if check.actions:
        found.append(Row("Work to do", check.actions, note=until(check.actions_due_on)))
    if check.suspected_category_1:
        found.append(Row("Possible serious hazard", "Passed to Environmental Health, who must look into it"))
    return found
