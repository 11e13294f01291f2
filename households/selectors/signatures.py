"""A request for a manager’s signature as its page shows it, and as the household’s page speaks of it."""

from datetime import date
from typing import Any

from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.deadlines.strips import strip_for
from core.ui.addresses import record_url
from core.ui.components import Action, Row, Tag
from households import policies
from households.models import Duty, SignatureRequest
from households.rules import duty as rules
from households.rules.duty import DutyKind, Obstacle
from households.rules.signature import SIGNATURE, Act, SignatureState
from households.selectors import clock, endings, words
from households.services import duties

MAIN_STARTS = "The main duty starts (s193(1))"


def address(row: SignatureRequest, action: str) -> str:
    return reverse(f"households_office_signature_{action}", args=[row.reference])


def actions(row: SignatureRequest, actor: Actor) -> list[Action]:
    if row.state != SignatureState.ASKED:
        return []
    found = []
    if policies.may_sign(actor, row):
        found += [Action("Sign", address(row, "sign")), Action("Send back", address(row, "return"), style="secondary")]
    if actor.user_id == row.asked_by_id:
        found.append(Action("Take it back", address(row, "withdraw"), style="secondary"))
    return found


def act_rows(row: SignatureRequest, on: date) -> list[Row]:
    """What is to be done, in the words of its act."""
    return {Act.END_DUTY: end_rows}[Act(row.act)](row, on)


def end_rows(row: SignatureRequest, on: date) -> list[Row]:
    duty = Duty.objects.select_related("household").get(reference=row.subject_reference)
    end = duties.end_from(row.given, on)
    ground = rules.GROUNDS[DutyKind(duty.kind)][end.ground]
    reasons = dict(words.end_reasons(duty.kind, on))
    follows = row.state == SignatureState.ASKED and duties.main_follows(duty, end.ground)
    return [
        Row("Duty", [clock.tag(duty, on), clock.in_words(duty, on)]),
        Row("Ground", ground.label, note=ground.source),
        Row("Reason for the statistics", reasons.get(end.hclic_reason, end.hclic_reason)),
        *(
            [Row("What follows", "The main duty starts (s193(1))", note=endings.why_main_follows(duty))]
            if follows
            else []
        ),
    ]


def in_the_way(row: SignatureRequest, on: date) -> list[Obstacle]:
    """What would refuse the signature today."""
    if row.state != SignatureState.ASKED:
        return []
    duty = Duty.objects.select_related("household").get(reference=row.subject_reference)
    end = duties.end_from(row.given, on)
    return rules.obstacles(end.ground, duties.end_facts(duty, end, on, authorised=True), on)


def rows(row: SignatureRequest, on: date) -> list[Row]:
    found = [
        Row("Household", f"{row.household.name}, {row.household.reference}"),
        *act_rows(row, on),
        Row("The officer’s reasons", row.reasons),
        Row(
            "Asked by", row.asked_by.name if row.asked_by else "", note=dates.short(dates.london(row.created_at).date())
        ),
    ]
    if row.answered_by and row.answered_at:
        said = SIGNATURE.state(row.state).label
        found.append(Row(f"{said} by", row.answered_by.name, note=dates.short(dates.today(row.answered_at))))
    if row.because:
        found.append(Row("Why it was sent back", row.because))
    return found


def page(row: SignatureRequest, actor: Actor, on: date) -> dict[str, Any]:
    return {
        "strip": strip_for(row, SIGNATURE, row.what, actor, on),
        "rows": rows(row, on),
        "actions": actions(row, actor),
        "in_the_way": in_the_way(row, on),
        "back_url": record_url(row.household.subject, actor),
    }


def for_duty(duty: Duty, requests: list[SignatureRequest], actor: Actor) -> list[Row]:
    """What was asked for about a duty and waits, or came back last."""
    about = [row for row in requests if row.about == duty.subject]
    if not about or about[0].state in (SignatureState.SIGNED, SignatureState.WITHDRAWN):
        return []
    last = about[0]
    read = Action("Read the request", record_url(last.subject, actor)) if actor.can(Can.SEE_HOUSEHOLDS) else None
    if last.state == SignatureState.ASKED:
        by = f"Asked for {dates.short(dates.today(last.created_at))}, to be signed by {dates.short(last.sign_by)}"
        return [Row("A manager has been asked to sign", [Tag("Waiting", "yellow"), last.what], read, note=by)]
    return [Row("A manager sent it back", last.because, read, note=last.what)]
