from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from core.access.actor import Actor, Can
from core.audit.selectors import history
from core.notifications.selectors import messages_about
from core.states import Machine
from core.ui.addresses import page_url, record_url
from core.ui.components import Cell, Column, Table, Tag
from core.ui.telephone import in_words
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.application import APPLICATION
from deposits.rules.guarantee import GUARANTEE
from landlords import selectors as landlords
from landlords.models import Landlord
from lettings.models import Nomination
from lettings.rules.nomination import NOMINATION
from properties.models import Home, HomeNotice, Let
from properties.models.let import LIVE
from properties.rules.home import HOME
from properties.rules.let import LET
from properties.selectors import notices


def landlord(row: Landlord, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one landlord: who they are, what to do now, their homes, and what has happened."""
    return {
        **landlords.record(row, actor, on),
        "dial": row.telephone,
        "telephone": in_words(row.telephone),
        "homes": _homes(row, actor),
        "notices": notices.table(HomeNotice.objects.visible_to(actor).filter(landlord=row), actor),
        "forward": _forward(row, actor),
        "guarantees": _guarantees(row, actor),
        "take_url": page_url("tenancies_office_take", row.KIND, row.reference) if actor.can(Can.WORK_REPORTS) else "",
        **said_and_done(row.subject, actor),
    }


def said_and_done(subject: tuple[str, str], actor: Actor) -> dict[str, Any]:
    """The last two sections of a record's page, for `workspaces/_said_and_done.html`."""
    return {"happenings": history(actor, subject), "messages_sent": messages_about(actor, subject)}


def _state(machine: Machine, value: str) -> Cell:
    state = machine.state(value)
    return Cell(Tag(state.label, state.colour))


def _homes(row: Landlord, actor: Actor) -> Table:
    lets = Prefetch("lets", Let.objects.filter(state__in=LIVE), to_attr="live_lets")
    homes: Iterable[Any] = Home.objects.visible_to(actor).filter(landlord=row).prefetch_related(lets)
    return Table(
        caption="Homes",
        columns=[Column("Reference"), Column("Address"), Column("State"), Column("To rent")],
        rows=[
            [
                Cell(home.reference, url=record_url(home.subject, actor)),
                Cell(home.known_as, note=home.postcode),
                _state(HOME, home.state),
                _state(LET, home.live_lets[0].state) if home.live_lets else Cell("No"),
            ]
            for home in homes
        ],
        empty="This landlord has not added a home yet.",
    )


def _forward(row: Landlord, actor: Actor) -> Table:
    """The households put forward for the landlord's homes now, of those that the actor may know of."""
    live: QuerySet[Nomination] = Nomination.objects.visible_to(actor).live().filter(let__home__landlord=row)
    return Table(
        caption="Put forward now",
        columns=[Column("Reference"), Column("Household"), Column("Home"), Column("State")],
        rows=[
            [
                Cell(each.reference, url=record_url(each.subject, actor)),
                Cell(each.household.name, url=record_url(each.household.subject, actor)),
                Cell(each.let.home.known_as),
                _state(NOMINATION, each.state),
            ]
            for each in live.select_related("household", "let__home")
        ],
        empty="Nobody is put forward for a home of theirs.",
    )


def _guarantees(row: Landlord, actor: Actor) -> Table:
    """The guarantees in force or over, and the applications that have not led to one."""
    promised = Guarantee.objects.visible_to(actor).filter(application__home__landlord=row)
    asked = SchemeApplication.objects.visible_to(actor).filter(home__landlord=row, guarantee=None)
    lines = [
        [
            Cell(each.reference, url=record_url(each.subject, actor)),
            Cell(home.known_as),
            Cell(str(each.amount)),
            _state(machine, each.state),
        ]
        for machine, each, home in (
            *((GUARANTEE, each, each.application.home) for each in promised.select_related("application__home")),
            *((APPLICATION, each, each.home) for each in asked.select_related("home")),
        )
    ]
    return Table(
        caption="Guarantees and applications",
        columns=[Column("Reference"), Column("Home"), Column("Up to", numeric=True), Column("State")],
        rows=lines,
        empty="This landlord has not applied for a guarantee.",
    )
