"""Whether a household is bound to its present home, and what its landlord was asked and said."""

from datetime import date
from typing import Any

from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from households.models import Household
from households.rules.case import MemberRole
from lettings.models import EarlyRelease
from lettings.rules.release import RELEASE, ReleaseState

TENANTS = (MemberRole.APPLICANT, MemberRole.PARTNER)


def bound_words(household: Household, on: date) -> str:
    """What their present home means for an offer, or "" when they owe nothing there."""
    ends, released = household.existing_liability_ends_on, household.landlord_release_on
    if ends is None or ends <= on:
        return ""
    until = f"They are bound to their present home until {dates.in_words(ends)}."
    if released is not None:
        return f"{until} Their landlord has released them in writing from {dates.in_words(released)}."
    return f"{until} An offer that they must take up before then can be ordinary, never final."


def bound(household: Household, actor: Actor, on: date) -> dict[str, Any]:
    """For the pages where it matters: the words, the way to ask their landlord, and what was asked."""
    words = bound_words(household, on)
    rows = list(EarlyRelease.objects.visible_to(actor).filter(household=household))
    may_ask = bool(words) and actor.can(Can.MAKE_OFFERS) and not any(row.state == ReleaseState.ASKED for row in rows)
    url = reverse("lettings_office_ask_release", args=[household.reference])
    return {
        "bound_words": words,
        "ask_release": Action("Ask their landlord to let them go early", url, style="secondary") if may_ask else None,
        "releases": table(rows, actor) if rows else None,
    }


def tag(row: EarlyRelease) -> Tag:
    state = RELEASE.state(row.state)
    return Tag(state.label, state.colour)


def table(rows: list[EarlyRelease], actor: Actor) -> Table:
    return Table(
        caption="Early release from their present home",
        columns=[Column("Reference"), Column("Landlord asked"), Column("To leave on"), Column("Reply")],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor)),
                Cell(row.landlord_name),
                Cell(dates.short(row.asked_for)),
                Cell(tag(row), note=f"From {dates.short(row.released_on)}" if row.released_on else ""),
            ]
            for row in rows
        ],
    )


def tenants_of(household: Household) -> str:
    """Who most likely holds the tenancy, a name a line: the officer puts it right."""
    return "\n".join(member.name for member in household.members.all() if member.role in TENANTS and member.name)


def release(row: EarlyRelease, actor: Actor, on: date) -> dict[str, Any]:
    """The page of one request."""
    ref, waiting = row.reference, row.state == ReleaseState.ASKED and actor.can(Can.MAKE_OFFERS)
    actions = [
        Action("Record that they agreed in writing", reverse("lettings_office_release_agreed", args=[ref])),
        Action("They did not agree", reverse("lettings_office_release_declined", args=[ref]), style="secondary"),
    ]
    return {
        "release": row,
        "strip": strip_for(row, RELEASE, f"Early release for {row.household.name}", actor, on),
        "actions": actions if waiting else [],
        "rows": [
            Row("Landlord of their present home", [row.landlord_name, *row.landlord_address.splitlines()]),
            Row("Who holds the tenancy", row.tenants),
            Row("Asked to leave on", row.asked_for),
            Row("Bound without a release until", row.household.existing_liability_ends_on),
            *([Row("Released from", row.released_on)] if row.released_on else []),
            *([Row("What they said", row.said.splitlines())] if row.said else []),
            Row("Officer", row.officer.name if row.officer else ""),
        ],
    }
