"""Working out whether a household can afford a rent, and the officer's answer. The only writers of the check."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.audit.moves import move
from core.errors import DomainError
from core.references import services as references
from core.rulebook.selectors import rates
from households.models import Household
from lettings import policies
from lettings.models import AffordabilityCheck, Offer
from lettings.rules import affordability as rules
from lettings.rules.affordability import AFFORDABILITY, Given, Worked
from lettings.selectors import affordability as facts
from properties.models import Let


@transaction.atomic
def work_out(
    *, household_ref: str, let_ref: str, seen: int, given: Given, actor: Actor, at: datetime
) -> AffordabilityCheck:
    """Work out the rent of a home against a household's money today, and keep the sums.

    `seen` is the version of the household that the officer had on screen. Raises DomainError when the
    household's people or rental market area are not recorded, because then there is no allowance.
    """
    policies.may_match(actor).require()
    if not Household.objects.visible_to(actor).filter(reference=household_ref).exists():
        raise DomainError("We cannot find that household.", code="not_found")
    household = Household.objects.prefetch_related("members").lock(household_ref, seen=seen)
    let, on = Let.objects.select_related("home").get(reference=let_ref), dates.today(at)
    circumstances = facts.circumstances(household, let, given, on)
    inputs = in_pence(asdict(circumstances) | asdict(given))
    check_not_worked_out(household, let, inputs, on)
    worked = rules.work_out(circumstances, given, rates.benefit_amounts(on))
    check = AffordabilityCheck.objects.create(
        reference=references.take(AffordabilityCheck.PREFIX, at=at),
        created_at=at,
        household=household,
        let=let,
        state=AFFORDABILITY.start,
        on=on,
        inputs=inputs,
        worked=stored(worked),
        officer_id=actor.user_id,
    )
    audit.record(
        actor=actor,
        action="affordability_check.work_out",
        subject=check.subject,
        at=at,
        after={"household": household.reference, "let": let.reference, "words": worked.words},
        to_state=check.state,
    )
    return check


def check_not_worked_out(household: Household, let: Let, inputs: dict[str, Any], on: date) -> None:
    """Raises DomainError when the same sum waits for an officer's answer already."""
    last = facts.newest(household, let)
    if last is not None and last.state == AFFORDABILITY.start and (last.on, last.inputs) == (on, inputs):
        raise DomainError(
            f"This is worked out already, as {last.reference}. Open it and say what you think.", code="worked_out"
        )


def in_pence(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps it: money in whole pence."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return value["pence"]
        return list(value) if isinstance(value, tuple) else value

    return {name: plain(value) for name, value in values.items()}


def stored(worked: Worked) -> dict[str, Any]:
    """The answer as JSON keeps it: money in whole pence, a line as text, amount and source."""
    return {
        "sums": [
            {
                "title": each.title,
                "lines": [[line.text, line.amount.pence, line.source] for line in each.lines],
                "income": each.income.pence,
                "after_rent": each.after_rent.pence,
                "left": each.left.pence,
            }
            for each in worked.sums
        ],
        "words": list(worked.words),
        "exits": list(worked.exits),
    }


@transaction.atomic
def judge(*, ref: str, seen: int, affordable: bool, reasons: str, actor: Actor, at: datetime) -> AffordabilityCheck:
    """The officer says whether they can afford the rent, with reasons that the record keeps."""
    check = AffordabilityCheck.objects.lock(ref, seen=seen)
    policies.may_match(actor).require()
    if not reasons.strip():
        raise DomainError("Say why.", field="reasons", code="no_reasons")
    event = "find_affordable" if affordable else "find_not_affordable"
    return move(
        check,
        AFFORDABILITY,
        event,
        actor=actor,
        at=at,
        note=reasons,
        reasons=reasons,
        officer_id=actor.user_id,
        judged_at=at,
    )


def for_offer(offer: Offer, override_because: str, on: date) -> dict[str, Any]:
    """What goes into the offer: the newest check of this household and home, or the reason for going on without.

    Raises DomainError when no check says that the rent is affordable and there is no reason.
    """
    nomination = offer.nomination
    check = facts.newest(nomination.household, nomination.let)
    against = rules.obstacle(check.state if check else "")
    if against and not override_because.strip():
        raise DomainError(against, field="affordability_because", code="not_affordable")
    found: dict[str, Any] = {"frozen_on": on.isoformat()}
    if against:
        found |= {"against": against, "override_because": override_because}
    if check is not None:
        found |= {"check": check.reference, "state": check.state, "on": check.on.isoformat()}
        found |= {"reasons": check.reasons, "inputs": check.inputs, **check.worked}
    return found
