from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from core import dates
from core.access.actor import Actor
from core.audit.selectors import history
from core.deadlines import selectors as deadlines
from core.deadlines import strips
from core.errors import DomainError
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from properties import policies
from properties.models import Home, HomeNotice
from properties.models.home_notice import HomeNoticeQuerySet
from properties.rules import home_notice as rules
from properties.rules.home_notice import HOME_NOTICE, LIVE, place_key
from properties.rules.inputs import GroundOneNotice


def at_place(landlord_id: int, place: Any) -> HomeNoticeQuerySet:
    """The live notices of a landlord's home, or of an address that they have not sent us a home for."""
    here = Q(landlord_id=landlord_id, place=place_key(place.address, place.postcode))
    if isinstance(place, Home):
        here |= Q(home=place)
    return HomeNotice.objects.filter(here).live()


def restricting(notices: Iterable[HomeNotice], on: date) -> HomeNotice | None:
    """The live notice whose restricted period covers the day and ends last."""
    covering = [row for row in notices if row.state in LIVE and rules.covers(row.terms, on)]
    return max(covering, key=lambda row: rules.last_day(row.terms) or on, default=None)


def restricted_until(home: Home, on: date) -> date | None:
    """The last day of the restricted period that covers the day. Reads `home.notices`: prefetch them for a list."""
    row = restricting(home.notices.all(), on)
    return rules.last_day(row.terms) if row else None


def refusal(landlord_id: int, place: Any, on: date) -> DomainError | None:
    """Why the home of an address may not be let or advertised on the day after a notice; None when it may."""
    row = restricting(at_place(landlord_id, place), on)
    until = rules.last_day(row.terms) if row else None
    return rules.restricted(until, answered_by=answered_by(row)) if row and until else None


def answered_by(row: HomeNotice) -> date | None:
    """The day by which an officer answers a landlord who says that a notice is not so."""
    if not row.said_now:
        return None
    return next((each.due_on for each in deadlines.open_for(row.subject)), None)


def known_to(user_id: int | None, place: Any) -> HomeNotice | None:
    """A live notice that a landlord told us of for an address of theirs, the newest."""
    return (
        HomeNotice.objects.filter(landlord__user_id=user_id, place=place_key(place.address, place.postcode))
        .live()
        .first()
        if user_id
        else None
    )


def in_words(notice: GroundOneNotice) -> str:
    if not notice.given or notice.served_on is None or notice.specified_on is None:
        return "None given"
    words = f"Given on {dates.short(notice.served_on)} for {dates.short(notice.specified_on)}"
    if notice.other_order_on is not None:
        words += f"; a court made an order on another ground on {dates.short(notice.other_order_on)}"
    return words


def newest(home: Home) -> GroundOneNotice:
    """What is known of a notice for the home: the newest live one."""
    row = next((row for row in home.notices.all() if row.state in LIVE), None)
    return row.terms if row else GroundOneNotice(given=False)


def tag(row: HomeNotice) -> Tag:
    state = HOME_NOTICE.state(row.state)
    return Tag(state.label, state.colour)


def table(rows: Iterable[HomeNotice], actor: Actor) -> Table:
    """Notices of a home or of a landlord, as an officer reads them."""
    return Table(
        caption="Notices to sell or move in",
        columns=[Column("Reference"), Column("Home"), Column("Notice"), Column("Not to be let until after")],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor)),
                Cell(row.known_as, note=row.postcode),
                Cell(tag(row), note=in_words(row.terms)),
                Cell(rules.last_day(row.terms) if row.state in LIVE else ""),
            ]
            for row in rows
        ],
    )


def page(row: HomeNotice, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one notice: what is known, what the landlord says, what to do, what has happened."""
    title = f"Notice to sell or move in: {row.known_as}"
    return {
        "notice": row,
        "strip": strips.strip_for(row, HOME_NOTICE, title, actor, on),
        "actions": list(actions(row, actor)),
        "rows": list(facts(row)),
        "happenings": history(actor, row.subject),
    }


def actions(row: HomeNotice, actor: Actor) -> Iterator[Action]:
    if row.state in LIVE and policies.may_settle_notice(actor):
        yield Action("Settle it", reverse("properties_office_notice_settle", args=[row.reference]))


def facts(row: HomeNotice) -> Iterator[Row]:
    yield Row("Home", [*row.address.splitlines(), row.town, row.postcode])
    yield Row("The tenant got it on", row.served_on)
    yield Row("The date in it", row.specified_on)
    if row.other_order_on:
        yield Row("A court’s order on another ground", row.other_order_on)
    if row.state in LIVE:
        yield Row("Not to be let or advertised until after", rules.last_day(row.terms), note="Housing Act 1988 s16M")
    if row.said_now:
        yield Row("The landlord says now", row.said_now)
