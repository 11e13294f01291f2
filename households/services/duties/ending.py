"""Ending a duty by notice, on a ground in the Act."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.deadlines import services as deadlines
from core.errors import DomainError
from households import policies
from households.models import Duty, Household, SignatureRequest
from households.rules import duty as rules
from households.rules.duty import Decision, DutyKind, Ground
from households.rules.letter import LetterKind
from households.rules.signature import Act
from households.selectors import reapplication
from households.services import signatures
from households.services.duties import evidence
from households.services.duties.periods import End, begin, end_from, finish
from households.services.signatures import Asked


def end_facts(duty: Duty, end: End, today: date, *, authorised: bool = False) -> rules.EndFacts:
    """What the record says about this duty: its own decision letter, the assessment and plan of this application."""
    household = duty.household
    applied_on = reapplication.applied_on(household)
    assessed = household.letters.given().filter(kind=LetterKind.ASSESSMENT_AND_PLAN, notified_on__gte=applied_on)
    plan = household.plans.first()
    if plan is not None and dates.today(plan.created_at) < applied_on:
        plan = None
    sides = set(plan.steps.filter(dropped_on=None).values_list("side", flat=True)) if plan else set()
    return rules.EndFacts(
        kind=DutyKind(duty.kind),
        satisfied_on=duty.satisfied_on,
        decision_letter_sent=duty.letters.given().filter(kind=LetterKind.DUTY_DECISION).exists(),
        assessment_letter_sent=assessed.exists(),
        plan_has_both_sides={"council", "applicant"} <= sides,
        notices=tuple(notice.facts() for notice in household.notices.filter(withdrawn_on=None)),
        complied=end.complied,
        six_months=end.six_months,
        proved=evidence.proved(duty, end.ground, end.ended_on, today=today),
        authorised_by_senior=authorised,
    )


def check(duty: Duty, end: End, on: date, *, authorised: bool) -> None:
    """Raises DomainError with every obstacle to this end on this day. `authorised`: a manager signs it as well."""
    found = rules.obstacles(end.ground, end_facts(duty, end, on, authorised=authorised), end.ended_on)
    if found:
        raise DomainError(" ".join(f"{o.words} ({o.source})" for o in found), field="ground", code=found[0].code)
    if end.hclic_reason not in words_of(duty, end).hclic_reasons:
        raise DomainError("Choose a statistical reason that goes with the ground.", field="hclic_reason")
    if not end.reasons.strip():
        raise DomainError("Write the reasons: they go into the letter.", field="reasons")
    if end.ended_on > on or end.ended_on < duty.satisfied_on:
        raise DomainError("The day it ends must be between its first day and today.", field="ended_on")


def words_of(duty: Duty, end: End) -> rules.GroundWords:
    return rules.GROUNDS[DutyKind(duty.kind)][end.ground]


def main_follows(duty: Duty, ground: Ground) -> bool:
    """Whether ending this duty on a ground starts the main duty, by what is found and the earlier offer on record."""
    household = duty.household
    return rules.starts_main_duty(
        ground,
        DutyKind(duty.kind),
        Decision(household.priority_need),
        Decision(household.intentional),
        disregards_need=reapplication.disregards_need(household),
    )


def finish_and_follow(duty: Duty, end: End, actor: Actor, at: datetime, decided_by_id: int | None = None) -> Duty:
    """End the duty, open the main duty where its end starts that, and clear what waited for it."""
    finish(duty, end, actor, at, decided_by_id)
    household = duty.household
    deadlines.done(kind="offer_refused", subject=household.subject, at=at, outcome="duty ended")
    if main_follows(duty, end.ground):
        begin(household, DutyKind.MAIN, end.ended_on, actor, at)
    if not household.duties.open().exists():
        deadlines.done(kind="plan_review", subject=household.subject, at=at, outcome="duty ended")
    return duty


@transaction.atomic
def end_duty(*, ref: str, seen: int, end: End, actor: Actor, at: datetime) -> Duty:
    """End a duty by notice, on a statutory ground that an officer may use alone.

    Raises DomainError with every obstacle: day 56 not past, the s195(6) bar, letters or plan missing, no
    warning; and, whoever acts, for a ground that needs a second signature.
    """
    duty = Duty.objects.select_related("household").lock(ref, seen=seen)
    policies.may_decide(actor).require()
    words = rules.GROUNDS[DutyKind(duty.kind)].get(end.ground)
    if words is not None and words.manager_signs:
        raise DomainError("This end needs a manager’s signature: ask for it.", field="ground", code="manager_signs")
    check(duty, end, dates.today(at), authorised=False)
    return finish_and_follow(duty, end, actor, at)


@transaction.atomic
def ask_to_end(*, ref: str, seen: int, end: End, actor: Actor, at: datetime) -> SignatureRequest:
    """Ask a manager to sign the end of a duty. It ends on the day of the signature, never before it.

    Raises DomainError with every obstacle that stands today already.
    """
    duty = Duty.objects.select_related("household").lock(ref, seen=seen)
    policies.may_decide(actor).require()
    today = dates.today(at)
    check(duty, replace(end, ended_on=today), today, authorised=True)
    asked = Asked(
        act=Act.END_DUTY,
        subject=duty.subject,
        what=f"End the {duty.kind} duty: {words_of(duty, end).label}"[:200],
        given=end.to_json(),
        reasons=end.reasons,
    )
    row = signatures.ask(duty.household, asked, actor=actor, at=at)
    duty.write()
    return row


def end_or_ask(*, ref: str, seen: int, end: End, actor: Actor, at: datetime) -> Duty | SignatureRequest:
    """End the duty, or ask a manager to, as the ground wants it."""
    kind = Duty.objects.filter(reference=ref).values_list("kind", flat=True).first()
    words = rules.GROUNDS[DutyKind(kind)].get(end.ground) if kind else None
    act = ask_to_end if words is not None and words.manager_signs else end_duty
    return act(ref=ref, seen=seen, end=end, actor=actor, at=at)


def involved(household: Household) -> set[int | None]:
    """Who had a part in a refusal to cooperate: the lead officer, and who warned (SI 2018/223 reg 3)."""
    given = household.letters.given().filter(kind=LetterKind.COOPERATION_WARNING)
    warned = given.values_list("signed_by_id", flat=True)
    return {household.lead_officer_id, *warned}


def end_as_signed(request: SignatureRequest, actor: Actor, at: datetime) -> Duty:
    """Carry out a signed request, inside the transaction of the signature. The facts are looked at again."""
    duty = Duty.objects.select_related("household").lock(request.subject_reference)
    today = dates.today(at)
    end = end_from(request.given, today)
    check(duty, end, today, authorised=True)
    if end.ground is Ground.NON_COOPERATION and actor.user_id in involved(duty.household):
        raise DomainError("Someone who was not involved must sign this (SI 2018/223 reg 3).", code="involved")
    return finish_and_follow(duty, end, actor, at, decided_by_id=request.asked_by_id)
