from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from core.access.actor import Actor
from core.deadlines.strips import strip_for
from core.ui.addresses import page_url, record_url
from core.ui.components import Action, Row, Tag, Task
from core.ui.telephone import in_words
from deposits.models import Guarantee
from deposits.rules.guarantee import GuaranteeState
from landlords import policies
from landlords.models import Landlord
from landlords.rules.landlord import LANDLORD
from properties.models import Home, Let
from properties.models.let import LIVE
from properties.rules.home import HOME, HomeState
from properties.rules.let import LET
from workspaces.selectors import landlord_promises as promises

MOST_HOMES = 10


def page(row: Landlord, actor: Actor, on: date) -> dict[str, Any]:
    """A landlord's own page: what needs them, what we do for them and by when, their homes, what is covered."""
    homes = list(_homes(actor)[: MOST_HOMES + 1])
    work = promises.open_work(actor)
    return {
        "landlord": row,
        "strip": strip_for(row, LANDLORD, row.name, actor, on),
        "needed": promises.needed(work, actor, on),
        "doing": promises.doing(work, actor, on),
        "homes": [_home(home, actor) for home in homes[:MOST_HOMES]],
        "all_homes_url": page_url("properties_landlord_list") if len(homes) > MOST_HOMES else "",
        "add_url": page_url("properties_landlord_add") if policies.may_offer_homes(row) else "",
        "guarantees": [_guarantee(guarantee, actor, on) for guarantee in _guarantees(actor)],
        "guarantees_url": page_url("deposits_landlord_list"),
        "officer_telephone": in_words(row.officer.telephone) if row.officer and row.officer.telephone else "",
    }


def _homes(actor: Actor) -> "QuerySet[Home]":
    lets = Prefetch("lets", Let.objects.filter(state__in=LIVE), to_attr="live_lets")
    return Home.objects.visible_to(actor).exclude(state=HomeState.ARCHIVED).prefetch_related(lets)


def _home(home: Home, actor: Actor) -> Task:
    """A home, with how its letting stands, or else how the home itself does."""
    let = home.live_lets[0] if home.live_lets else None
    state = LET.state(let.state) if let else HOME.state(home.state)
    return Task(
        home.known_as,
        Tag(state.label, state.colour),
        record_url(home.subject, actor),
        f"{home.reference}. {'To rent' if let else 'Not offered to rent'}",
    )


def _guarantees(actor: Actor) -> "QuerySet[Guarantee]":
    rows = Guarantee.objects.visible_to(actor).filter(state=GuaranteeState.ACTIVE)
    return rows.select_related("application__home").prefetch_related("inventories")


def _guarantee(row: Guarantee, actor: Actor, on: date) -> Row:
    """What is covered today, each kind of cover in a line."""
    cover = [f"{each.label}: {each.words[:1].lower()}{each.words[1:]}" for each in row.cover_on(on)]
    place = row.application.home.known_as
    url = record_url(row.subject, actor)
    return Row(place, [f"Up to {row.amount.short}", *cover], Action("See", url, hidden=f"the guarantee for {place}"))
