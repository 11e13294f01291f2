"""An officer's page about one household: the case, the homes for it, and what was said and done."""

from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from core.access.actor import Actor, Can
from core.audit.selectors import history
from core.notifications.models import OutboxMessage
from core.notifications.selectors import messages_about
from core.ui.addresses import record_url
from core.ui.components import Action, Cell, Column, Table, Tag
from households.models import Household
from households.rules.letter import SPECS
from households.selectors import facts, letters, plans, record, told, words
from households.selectors.needs import Needs, needs
from households.selectors.urls import url
from lettings.models import Nomination, Offer
from lettings.rules.match import Fit
from lettings.rules.nomination import NOMINATION
from lettings.rules.offer import OFFER
from lettings.selectors import releases, shortlist
from tenancies.selectors import notice_checker, report_lists

FITS = {Fit.FITS: Tag("Fits", "green"), Fit.NEAR_MISS: Tag("Near miss", "yellow")}
MOST_HOMES = 10
OFFICE_TITLES = {"applicant": "They do", "council": "We do", "partner": "Others do"}


def address(name: str, *arguments: str) -> str:
    """The address of a page, or nothing when the site has none."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def page(household: Household, actor: Actor, on: date) -> dict[str, Any]:
    """All that the page shows."""
    needed = needs(household, on)
    plan = plans.current(household)
    works = actor.can(Can.WORK_HOUSEHOLDS)
    return {
        "household": household,
        "strip": record.strip(household, on),
        "warnings": record.warnings(household, on),
        "actions": record.actions(household, actor),
        "told": told.panel(household, actor),
        "works": works,
        "clocks": record.clocks(household, actor, on),
        "people": facts.people_table(household, actor, on),
        "answers": facts.answers(needed),
        "allowance_missing": needed.allowance_missing,
        "needs": facts.needs_rows(household, needed),
        "findings": facts.finding_rows(household, actor),
        "notices": facts.notice_rows(household, actor, on),
        "notices_read": notice_checker.of_household(household, on),
        "kept_away": facts.exclusion_rows(household, actor),
        "stays": facts.stay_table(household, actor, on),
        "contact": record.contact_rows(household, dict(words.loss_reasons(on)), actor),
        "plan": plan,
        "sides": plans.sides(plan, on, OFFICE_TITLES) if plan else [],
        "letters": letters.table(household, actor, on),
        "letter_kinds": letter_links(household, actor),
        "put_forward": put_forward(household, actor),
        "messages_sent": sent(household, plan, actor),
        "happenings": history(actor, household.subject),
        **report_lists.concerns(household, actor),
        **homes(household, needed, actor, on),
        **releases.bound(household, actor, on),
    }


def sent(household: Household, plan: Any, actor: Actor) -> list[OutboxMessage]:
    """What was sent about the case, its plan and its letters, newest first."""
    about = [household, *([plan] if plan else []), *household.letters.all()]
    return messages_about(actor, *(row.subject for row in about))


def letter_links(household: Household, actor: Actor) -> list[Action]:
    if not actor.can(Can.SIGN_LETTERS):
        return []
    return [Action(spec.label, url("prepare_letter", household.reference, kind.value)) for kind, spec in SPECS.items()]


def homes(household: Household, needed: Needs, actor: Actor, on: date) -> dict[str, Any]:
    """The homes to rent that fit, or would with one change, best first."""
    found = shortlist.for_household(household, needed, actor, on, most=MOST_HOMES)
    table = Table(
        caption="Homes that fit or nearly fit",
        caption_hidden=True,
        columns=[
            Column("Home"),
            Column("Bedrooms", numeric=True),
            Column("Rent", numeric=True),
            Column("Fit"),
            Column("Rent check"),
            Column("Put forward", hidden=True),
        ],
        rows=[home_row(let, outcome, household, actor) for let, outcome in found.entries],
        empty="No home to rent fits today, not even with one change. New homes are looked at as they come in.",
    )
    return {"homes": table, "homes_out": found.excluded, "homes_more": max(0, found.near - MOST_HOMES)}


def home_row(let: Any, outcome: Any, household: Household, actor: Actor) -> list[Cell]:
    forward, check = (
        address(name, let.reference, household.reference) if actor.can(Can.MATCH) else ""
        for name in ("lettings_office_put_forward", "lettings_office_affordability")
    )
    return [
        Cell(let.reference, url=record_url(let.subject, actor), note=let.home.area_label),
        Cell(str(let.home.bedrooms)),
        Cell(f"{let.monthly_rent.short} a month"),
        Cell(FITS[outcome.fit], note=outcome.change),
        Cell("Check the rent" if check else "", url=check),
        Cell("Put forward" if forward else "", url=forward),
    ]


def put_forward(household: Household, actor: Actor) -> Table:
    """Where they were put forward, and the offers."""
    rows = Nomination.objects.visible_to(actor).filter(household=household).select_related("let__home")
    nominations = list(rows)
    offers = {
        offer.nomination_id: offer
        for offer in Offer.objects.filter(nomination__in=[row.pk for row in nominations]).order_by("created_at")
    }
    return Table(
        caption="Homes they were put forward for",
        caption_hidden=True,
        columns=[Column("Reference"), Column("Home"), Column("State"), Column("Offer")],
        rows=[
            [
                Cell(row.reference, url=record_url(row.subject, actor)),
                Cell(row.let.reference, note=row.let.home.area_label),
                Cell(state_tag(NOMINATION, row.state)),
                offer_cell(offers.get(row.pk), actor),
            ]
            for row in nominations
        ],
        empty="They have not been put forward for a home yet.",
    )


def state_tag(machine: Any, value: str) -> Tag:
    state = machine.state(value)
    return Tag(state.label, state.colour)


def offer_cell(offer: Offer | None, actor: Actor) -> Cell:
    if offer is None:
        return Cell("")
    return Cell(state_tag(OFFER, offer.state), url=record_url(offer.subject, actor), note=offer.reference)
