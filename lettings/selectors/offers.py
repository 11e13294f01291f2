"""What the pages about an offer show."""

from datetime import date
from typing import Any

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.rulebook.rules.rent import Frequency, uc_month
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from households.models import Household
from lettings.models import Offer
from lettings.rules.offer import BASIS_LABELS, OFFER, Basis
from lettings.rules.suitability import ANSWER_LABELS, Answer
from lettings.selectors import affordability, meaning, nominations, packs, releases

ANSWER_COLOURS = {
    Answer.PASS: "green",
    Answer.FAIL: "red",
    Answer.NOT_CHECKED: "yellow",
    Answer.NOT_APPLICABLE: "grey",
}
OPEN = ("drafted", "suitability_signed")


def offer_actions(row: Offer, actor: Actor) -> list[Action]:
    if not actor.can(Can.MAKE_OFFERS):
        return []
    found: list[Action] = []
    if row.state == "suitability_signed":
        found.append(Action("Make the offer", nominations.url("make_offer", row.reference)))
    if row.state == "made":
        found.append(Action("Record their answer", nominations.url("offer_answer", row.reference)))
    if OFFER.can(row.state, "withdraw"):
        found.append(Action("Withdraw the offer", nominations.url("withdraw_offer", row.reference), style="warning"))
    return found


def pack_table(rows: list[packs.PackRow]) -> Table:
    """The 13 rows with their answers and evidence."""
    return Table(
        caption="Suitability checks (article 3)",
        caption_hidden=True,
        columns=[Column("Row"), Column("Check"), Column("Answer"), Column("Evidence")],
        rows=[
            [
                Cell(row.letter),
                Cell(row.label),
                Cell(Tag(ANSWER_LABELS[Answer(row.answer)], ANSWER_COLOURS[Answer(row.answer)])),
                Cell(row.evidence, note=f"To {dates.short(row.expires_on)}" if row.expires_on else ""),
            ]
            for row in rows
        ],
    )


def offer(row: Offer, actor: Actor, on: date) -> dict[str, Any]:
    """An officer's page about one offer: the checks, whether they bind and why, and what stands against it."""
    rows = packs.rows(row, on)
    return {
        "offer": row,
        "strip": strip_for(row, OFFER, f"Offer to {row.nomination.household.name}", actor, on),
        "actions": offer_actions(row, actor),
        "facts": [
            Row("Home", [*row.nomination.let.home.address.splitlines(), row.nomination.let.home.postcode]),
            Row("Kind of offer", BASIS_LABELS[Basis(row.basis)]),
            Row("Rent", f"{uc_month(row.rent, Frequency(row.rent_frequency)).short} a month"),
            Row("To be taken up on", row.move_on),
            Row("Location", row.location_reasons),
        ],
        "binding": packs.binding(row),
        "rows": rows,
        "table": pack_table(rows),
        "obstacles": obstacles(row, on) if row.state in OPEN else [],
        "meaning": meaning.meaning(row.nomination.household, Basis(row.basis)),
        **rent(row),
    }


def before_drafting(household: Household, actor: Actor, on: date) -> dict[str, Any]:
    """What an officer weighs before choosing the kind of offer: the present home, and what a refusal would mean."""
    return {"meanings": meaning.meanings(household), **releases.bound(household, actor, on)}


def obstacles(row: Offer, on: date) -> list[str]:
    """Everything that stands against the letter: the home itself, and a rent that nobody found affordable."""
    found = packs.obstacles(row, on, row.override_because)
    against = affordability.against(row.nomination.household, row.nomination.let)
    return found if not against or row.affordability.get("override_because") else [*found, against]


def rent(row: Offer) -> dict[str, Any]:
    """Whether they can afford the rent: what went into the offer, else how the newest check stands."""
    nomination, frozen = row.nomination, row.affordability
    check = affordability.newest(nomination.household, nomination.let)
    return {
        "rent_words": frozen.get("words") or (check.worked["words"] if check else []),
        "rent_sums": affordability.sums(frozen or (check.worked if check else {})),
        "rent_because": frozen.get("override_because") or frozen.get("reasons") or (check.reasons if check else ""),
        "rent_link": affordability.link(
            nomination.let.reference, nomination.household.reference, nomination.household.name
        )
        if row.state in OPEN
        else None,
    }


def offer_for_resident(row: Offer, actor: Actor, on: date) -> dict[str, Any]:
    """An offer as the household sees it."""
    return {
        "offer": row,
        "strip": strip_for(row, OFFER, f"A home in {row.nomination.let.home.area_label}", actor, on),
        "may_answer": row.state == "made",
    }
