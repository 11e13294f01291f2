"""The shortlist as a page reads it: three groups, every point visible."""

from datetime import date
from typing import Any

from django.urls import reverse

from core.access.actor import Actor, Can
from core.access.request import Request
from core.ui.addresses import record_url
from core.ui.components import Action, Row, Tag
from core.ui.pages import paginate
from households.selectors.clock import left_in_words
from lettings.models import Nomination
from lettings.rules.match import Fit
from lettings.rules.order import LABELS, fit_words
from lettings.selectors import affordability
from lettings.selectors.shortlist import Entry, Shortlist

DUTY_WORDS = {0: "No duty yet", 1: "Prevention", 2: "Relief", 3: "Main duty"}


def most(part: str, shortlist: Shortlist) -> int:
    """The most points that a part can give under the policy."""
    weights = shortlist.weights
    return {
        "duty": weights.duty + weights.last_days,
        "temporary": weights.nightly_most,
        "need": weights.need + weights.adapted,
        "waiting": weights.waiting_most,
        "fit": weights.right_size + weights.within_rent + weights.right_area,
    }[part]


def part_rows(entry: Entry, shortlist: Shortlist) -> list[Row]:
    """Each part of the order with its points and the fact behind it."""
    facts, parts = entry.facts, entry.parts
    notes = {
        "duty": f"{DUTY_WORDS[facts.duty]}{clock(entry)}",
        "temporary": f"£{facts.nightly_cost / 100:.2f} a night" if facts.nightly_cost else "Not in it",
        "need": "Priority need" if facts.priority_need else "Priority need not found, or not decided yet",
        "waiting": f"{facts.waiting_days} days since they came to us",
        "fit": fit_words(shortlist.home, facts, entry.pair),
    }
    rows = [
        Row(LABELS[part], f"{getattr(parts, part)} of {most(part, shortlist)}", note=note)
        for part, note in notes.items()
    ]
    if parts.bnb:
        rows.insert(0, Row(LABELS["bnb"], f"Day {parts.bnb}", note="Heads the list: day 43 is unlawful"))
    return [*rows, Row("Points in all", str(parts.points))]


def clock(entry: Entry) -> str:
    facts = entry.facts
    if facts.duty not in (1, 2):
        return ""
    return f", {left_in_words(facts.days_left)}"


def tags(entry: Entry) -> list[Tag]:
    """What an officer must not miss about a household."""
    found = []
    if entry.facts.bnb_day and entry.facts.family:
        found.append(Tag(f"Day {entry.facts.bnb_day} in bed and breakfast", "red" if entry.parts.bnb else "yellow"))
    if entry.facts.duty in (1, 2) and entry.facts.days_left <= 7:
        found.append(Tag(f"{DUTY_WORDS[entry.facts.duty]}{clock(entry)}", "yellow"))
    return found


def card(
    entry: Entry, shortlist: Shortlist, actor: Actor, forward: set[int], rent_checks: dict[int, str]
) -> dict[str, Any]:
    household, let = entry.household, shortlist.let
    can = actor.can(Can.MATCH) and entry.outcome.fit is not Fit.EXCLUDED and household.pk not in forward
    return {
        "position": entry.position,
        "reference": household.reference,
        "name": household.name,
        "url": record_url(household.subject, actor),
        "people": entry.needs.people,
        "bedrooms": entry.needs.bedrooms,
        "ceiling": entry.needs.rent_ceiling.short if entry.needs.rent_ceiling is not None else "not known",
        "ceiling_because": entry.needs.rent_ceiling_because,
        "duty": f"{DUTY_WORDS[entry.facts.duty]}{clock(entry)}",
        "tags": tags(entry),
        "points": entry.parts.points,
        "parts": part_rows(entry, shortlist),
        "reasons": entry.outcome.reasons,
        "change": entry.outcome.change,
        "forward": household.pk in forward,
        "saves": f"£{entry.facts.nightly_cost * 7 / 100:,.0f} a week" if entry.facts.nightly_cost else "",
        "action": Action(
            "Put forward",
            reverse("lettings_office_put_forward", args=[let.reference, household.reference]),
            hidden=household.name,
        )
        if can
        else None,
        "rent_check": affordability.link(
            let.reference, household.reference, household.name, rent_checks.get(household.pk, "")
        )
        if actor.can(Can.MATCH) and entry.outcome.fit is not Fit.EXCLUDED
        else None,
    }


def page(shortlist: Shortlist, request: Request, chosen: str) -> dict[str, Any]:
    """The three groups with counts and the first of each; of the chosen group, one page of its own."""
    actor = request.actor
    chosen = chosen if chosen in set(Fit) else ""
    live = Nomination.objects.visible_to(actor).live().filter(let=shortlist.let)
    forward = set(live.values_list("household_id", flat=True))
    checks = affordability.states_for_let(shortlist.let, actor)
    found = []
    for fit in [Fit(chosen)] if chosen else Fit:
        group = shortlist.of(fit)
        rows, pagination = paginate(request, group, noun="households")
        found.append(
            {
                "fit": fit,
                "count": len(group),
                "cards": [card(entry, shortlist, actor, forward, checks) for entry in rows],
                "more": f"?group={fit}" if not chosen and len(group) > len(rows) else "",
                "pagination": pagination if chosen else None,
            }
        )
    return {"groups": found, "chosen": chosen, "on": shortlist.on}


def snapshot(entry: Entry, on: date) -> dict[str, Any]:
    """The place on the list and its parts as they stood, for the nomination's record."""
    parts = {name: int(getattr(entry.parts, name)) for name in ("bnb", "duty", "temporary", "need", "waiting", "fit")}
    return {"position": entry.position, "fit": entry.outcome.fit, "on": on.isoformat(), **parts}
