from collections.abc import Mapping
from datetime import date
from typing import Any

from core import dates
from core.access.actor import Actor
from core.deadlines import selectors as deadlines
from core.deadlines.models import Deadline
from core.references.models import Record
from core.ui.addresses import record_url
from core.ui.components import Tag, Task
from households.models import Household
from households.rules.case import CASE
from households.rules.duty import DutyKind
from households.selectors import plans
from lettings.models import Nomination, Offer, Viewing
from lettings.rules.nomination import NominationState
from lettings.rules.offer import OfferState
from lettings.rules.viewing import ViewingState
from tenancies.models import Tenancy
from tenancies.selectors.lists import plain_tag
from workspaces.selectors.landlord_promises import day_tag

PLACE = ("nomination__let__home",)

OWED = {
    DutyKind.PREVENTION: "We have a legal duty to help you keep your home or find another.",
    DutyKind.RELIEF: "We have a legal duty to help you find a home.",
    DutyKind.MAIN: "We have a legal duty to make sure that you have somewhere to live.",
}


def page(actor: Actor, on: date) -> dict[str, Any]:
    """What a resident's own page shows."""
    shown = plans.mine(actor, on)
    household = shown["household"]
    if household is None:
        return shown
    return shown | {
        "next": CASE.state(household.state).next_step,
        "duty": duty_words(household),
        "needed": [*offers(actor, on), *asked(actor, on), *viewings(actor, on)],
        "tenancies": [tenancy(row, actor) for row in Tenancy.objects.visible_to(actor).live().select_related(*PLACE)],
    }


def offers(actor: Actor, on: date) -> list[Task]:
    """The offers that wait for their yes or no."""
    rows = list(Offer.objects.visible_to(actor).filter(state=OfferState.MADE).select_related("nomination__let__home"))
    due = deadlines.next_for_each({Offer.KIND: [row.reference for row in rows]})
    return [
        waiting(f"Our offer of a home in {row.nomination.let.home.area_label}", row, due, actor, on) for row in rows
    ]


def asked(actor: Actor, on: date) -> list[Task]:
    """The homes that we asked them about and have no answer for."""
    rows = list(
        Nomination.objects.visible_to(actor).filter(state=NominationState.RESIDENT_ASKED).select_related("let__home")
    )
    due = deadlines.next_for_each({Nomination.KIND: [row.reference for row in rows]})
    return [waiting(f"A home in {row.let.home.area_label}", row, due, actor, on) for row in rows]


def waiting(title: str, row: Record, due: Mapping[str, Deadline], actor: Actor, on: date) -> Task:
    by = due[row.reference].due_on if row.reference in due else None
    hint = f"Tell us yes or no by {dates.in_words(by)}" if by else "Tell us yes or no"
    return Task(title, day_tag(by, on), record_url(row.subject, actor), hint)


def viewings(actor: Actor, on: date) -> list[Task]:
    """The homes that they are to see, today or later."""
    found = []
    rows = Viewing.objects.filter(nomination__in=Nomination.objects.visible_to(actor), state=ViewingState.SCHEDULED)
    for row in rows.select_related("nomination__let__home"):
        when = dates.london(row.starts_at)
        if when.date() >= on:
            title = f"See the home in {row.nomination.let.home.area_label}"
            hint = f"{dates.in_words(when.date())}, {dates.clock(when)}. {row.where_to_meet}"
            found.append(
                Task(title, Tag(dates.relative(when.date(), on)), record_url(row.nomination.subject, actor), hint)
            )
    return found


def tenancy(row: Tenancy, actor: Actor) -> Task:
    shown = plain_tag(row)
    return Task(
        row.known_as, shown, record_url(row.subject, actor), "Your rent, check-ins and what to do if it goes wrong"
    )


def duty_words(household: Household) -> str:
    duty = household.duties.open().order_by("satisfied_on").last()
    if duty is None:
        return ""
    return (
        f"{OWED[DutyKind(duty.kind)]} It began on {dates.in_words(duty.satisfied_on)}. It never ends without a letter."
    )
