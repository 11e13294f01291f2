"""Statutory letters: prepared with their checklist, signed, given, and kept as they went."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.accounts.selectors import staff
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.documents.letter import Block, Letter
from core.documents.models import Document
from core.documents.services import letters as documents
from core.errors import DomainError
from core.notifications.rules import safe_contact
from core.references import services as references
from households import letters, messages, policies
from households.models import Duty, Household, StatutoryLetter
from households.rules.duty import DutyKind, DutyState
from households.rules.letter import LETTER, SPECS, Delivery, LetterKind, review_last_day, unticked
from households.selectors import needs, offers
from households.services import contact
from households.services.ticks import rule_ticks

POST_WORKING_DAYS = 2
ASKING = {
    LetterKind.REFUSAL_WARNING: letters.refusal_warning,
    LetterKind.COOPERATION_WARNING: letters.cooperation_warning,
    LetterKind.TEMPORARY_OFFER: letters.temporary_offer,
    LetterKind.PART_6_OFFER: letters.part_6_offer,
}
CLOSES = {
    LetterKind.DUTY_DECISION: ("decision_letter",),
    LetterKind.ASSESSMENT_AND_PLAN: ("assessment_letter",),
    LetterKind.END_OF_PREVENTION: ("end_letter_prevention",),
    LetterKind.END_OF_RELIEF: ("end_letter_relief",),
    LetterKind.MAIN_DUTY_DECISION: ("main_duty_letter",),
    LetterKind.END_OF_MAIN: ("end_letter_main",),
    LetterKind.REFUSAL_WARNING: (),
    LetterKind.COOPERATION_WARNING: (),
    LetterKind.TEMPORARY_OFFER: (),
    LetterKind.PART_6_OFFER: (),
}


@dataclass(frozen=True)
class Ready:
    """What the officer says when preparing a letter: the ticks, how it is given and to which duty it belongs.

    `about` and `answer_by` are what an offer or a warning is about and the day for the answer. A warning
    about an offer on record names it by `about_reference`, which fills in `about`.
    """

    kind: LetterKind
    delivery: Delivery
    ticks: dict[str, bool]
    duty_ref: str = ""
    about: str = ""
    answer_by: date | None = None
    about_reference: str = ""


def duty_of(household: Household, ready: Ready) -> Duty | None:
    """The duty that the letter is about. Raises DomainError when there is none of the right kind."""
    conditions: dict[LetterKind, dict[str, Any]] = {
        LetterKind.DUTY_DECISION: {"state": DutyState.OPEN},
        LetterKind.END_OF_PREVENTION: {"kind": DutyKind.PREVENTION, "state": DutyState.ENDED},
        LetterKind.END_OF_RELIEF: {"kind": DutyKind.RELIEF, "state": DutyState.ENDED},
        LetterKind.MAIN_DUTY_DECISION: {"kind": DutyKind.MAIN, "state": DutyState.OPEN},
        LetterKind.END_OF_MAIN: {"kind": DutyKind.MAIN, "state": DutyState.ENDED},
        LetterKind.TEMPORARY_OFFER: {"kind": DutyKind.MAIN, "state": DutyState.OPEN},
        LetterKind.PART_6_OFFER: {"kind__in": [DutyKind.RELIEF, DutyKind.MAIN], "state": DutyState.OPEN},
        LetterKind.REFUSAL_WARNING: {"state": DutyState.OPEN},
        LetterKind.COOPERATION_WARNING: {"kind__in": [DutyKind.PREVENTION, DutyKind.RELIEF], "state": DutyState.OPEN},
    }
    wanted = conditions.get(ready.kind)
    if wanted is None:
        return None
    rows = household.duties.filter(**wanted)
    duty = rows.filter(reference=ready.duty_ref).first() if ready.duty_ref else rows.order_by("-satisfied_on").first()
    if duty is None:
        raise DomainError("There is no duty that this letter can be about yet.", field="kind", code="no_duty")
    return duty


def named(household: Household, ready: Ready) -> Ready:
    """With the home of the offer that a warning names. Raises DomainError for one that they did not refuse."""
    if not ready.about_reference:
        return ready
    found = offers.refused(household) if ready.kind is LetterKind.REFUSAL_WARNING else {}
    if ready.about_reference not in found:
        raise DomainError("Choose an offer that they refused.", field="about_reference", code="not_refused")
    return replace(ready, about=found[ready.about_reference])


def check_answer(ready: Ready, told: date) -> None:
    """Raises DomainError for an offer or a warning about nothing, or without time to answer it."""
    if not SPECS[ready.kind].asks:
        return
    if not ready.about.strip():
        raise DomainError(f"Enter this: {SPECS[ready.kind].asks.lower()}.", field="about", code="about_nothing")
    if ready.answer_by is None or ready.answer_by <= told:
        raise DomainError("Give them time: a day after they get the letter.", field="answer_by", code="no_time")


def body(household: Household, ready: Ready, duty: Duty | None, on: date) -> list[Block]:
    """The letter's own part. Raises DomainError when what it speaks of is missing."""
    kind = ready.kind
    if asking := ASKING.get(kind):
        return asking(household, ready.about or "(what you write below)", ready.answer_by or on)
    if kind is LetterKind.ASSESSMENT_AND_PLAN:
        plan = household.plans.prefetch_related("steps").first()
        if plan is None:
            raise DomainError("Make the plan first: the letter carries it.", field="kind", code="no_plan")
        needed = needs.needs(household, on)
        rent = (
            f"Help with rent: up to {needed.rent_ceiling.short} a month. {needed.rent_ceiling_because}"
            if needed.rent_ceiling is not None
            else needed.rent_ceiling_because
        )
        return letters.assessment_and_plan(household, plan, needed.bedrooms, needed.bedrooms_because, rent)
    if duty is None:
        raise DomainError("There is no duty that this letter can be about yet.", field="kind", code="no_duty")
    if kind is LetterKind.DUTY_DECISION:
        return letters.duty_decision(household, duty)
    if kind is LetterKind.MAIN_DUTY_DECISION:
        return letters.main_duty_decision(household, duty)
    return letters.end_of_duty(household, duty)


def signer(actor: Actor, capability: Can) -> letters.Signer:
    """The signer in the role in which they sign."""
    return letters.Signer(actor.name, staff.title(actor.user_id, capability))


def compose(
    household: Household, ready: Ready, duty: Duty | None, *, actor: Actor, reference: str, on: date, told: date
) -> Letter:
    """The whole letter, as the officer signs it."""
    return letters.whole(
        household,
        ready.kind,
        body(household, ready, duty, on),
        signer=signer(actor, Can.SIGN_LETTERS),
        reference=reference,
        on=on,
        told=told,
    )


def preview(household: Household, kind: LetterKind, *, actor: Actor, on: date) -> Letter:
    """The letter as it would go today by hand. Raises DomainError when what it speaks of is missing."""
    ready = Ready(kind, Delivery.HAND, {})
    duty = duty_of(household, ready)
    return compose(household, ready, duty, actor=actor, reference="(when it goes)", on=on, told=on)


def told_on(delivery: Delivery, on: date) -> date:
    """The day on which the household counts as told: by post two working days on, else the same day."""
    return dates.add_working_days(on, POST_WORKING_DAYS) if delivery is Delivery.POST else on


def check_delivery(household: Household, delivery: Delivery) -> None:
    """Raises DomainError, for officers' eyes, when safe contact bars this way of giving it."""
    rule = contact.recipient(household).safe_contact
    barred = {Delivery.EMAIL: "email", Delivery.POST: "letter"}.get(delivery)
    if barred and (reason := safe_contact.barred(barred, rule)):
        raise DomainError(f"{reason} Give it by hand, or hold it at the office.", field="delivery", code="unsafe")
    if delivery is Delivery.EMAIL and not household.email:
        raise DomainError("We have no email address for them.", field="delivery", code="no_email")


def checked(kind: LetterKind, known: dict[str, bool], ticked: dict[str, bool]) -> dict[str, bool]:
    """The checklist with every box ticked, by rule or by the officer. Raises DomainError naming the open ones."""
    spec = SPECS[kind]
    ticks = {item.key: known[item.key] if item.by_rule else bool(ticked.get(item.key)) for item in spec.items}
    if missing := unticked(spec, ticks):
        raise DomainError(
            "Not ready yet: " + "; ".join(f"{item.words} ({item.source})" for item in missing) + ".",
            field=missing[0].key,
            code="checklist",
        )
    return ticks


def keep(letter: Letter, kind: LetterKind, actor: Actor, at: datetime, before: Document | None = None) -> str:
    """Keep the words of the letter; the reference of its document."""
    return documents.store(
        letter,
        kind=kind,
        subject=(StatutoryLetter.KIND, letter.reference),
        template=kind,
        template_version=SPECS[kind].version,
        supersedes=before,
        actor=actor,
        at=at,
    ).reference


@transaction.atomic
def prepare(*, ref: str, seen: int, ready: Ready, actor: Actor, at: datetime) -> StatutoryLetter:
    """Sign a letter whose every box is ticked, and give it unless a manager has to sign as well.

    Raises DomainError naming the boxes that are open, the missing duty or plan, or an unsafe way of giving it.
    """
    household = Household.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    check_delivery(household, ready.delivery)
    ready = named(household, ready)
    duty, on = duty_of(household, ready), dates.today(at)
    told = told_on(ready.delivery, on)
    check_answer(ready, told)
    reference = references.take(StatutoryLetter.PREFIX, at=at)
    words = compose(household, ready, duty, actor=actor, reference=reference, on=on, told=told)
    known = rule_ticks(ready.kind, household, duty, words, told, ready.about, ready.answer_by)
    ticks = checked(ready.kind, known, ready.ticks)
    letter = StatutoryLetter.objects.create(
        reference=reference,
        created_at=at,
        household=household,
        duty=duty,
        kind=ready.kind,
        state=LETTER.start,
        template_version=SPECS[ready.kind].version,
        checklist=ticks,
        document_reference=keep(words, ready.kind, actor, at),
        signed_by_id=actor.user_id,
        channel=ready.delivery,
        about=ready.about if SPECS[ready.kind].asks else "",
        about_reference=ready.about_reference,
        answer_by=ready.answer_by if SPECS[ready.kind].asks else None,
    )
    audit.record(
        actor=actor,
        action="statutory_letter.prepare",
        subject=letter.subject,
        at=at,
        after={"kind": ready.kind, "checklist": ticks, "household": household.reference},
        to_state=letter.state,
    )
    household.write()
    return letter if SPECS[ready.kind].manager_signs else give(letter, actor, at)


def give(letter: StatutoryLetter, actor: Actor, at: datetime) -> StatutoryLetter:
    """Mark a signed letter as given, start the review clock and close what waited for it."""
    kind, household = LetterKind(letter.kind), letter.household
    told = told_on(Delivery(letter.channel), dates.today(at))
    move(
        letter,
        LETTER,
        "send",
        actor=actor,
        at=at,
        notified_on=told,
        review_last_day=review_last_day(told) if SPECS[kind].review_weeks else None,
    )
    for done in CLOSES[kind]:
        deadlines.done(kind=done, subject=household.subject, at=at)
    if letter.channel == Delivery.EMAIL:
        contact.tell(household, messages.letter_ready(letter), about=letter.subject, at=at)
    return letter


@transaction.atomic
def countersign(*, ref: str, seen: int, actor: Actor, at: datetime) -> StatutoryLetter:
    """A manager, never the officer who signed first, signs as well, and the letter is given.

    The words are those that the officer signed; the day and the review right are those of today. Raises
    DomainError when the record has changed so that the letter is no longer true: take it back instead.
    """
    letter = StatutoryLetter.objects.select_related("household", "duty").lock(ref, seen=seen)
    policies.may_countersign(actor, signed_by_id=letter.signed_by_id).require()
    kind, on = LetterKind(letter.kind), dates.today(at)
    check_delivery(letter.household, Delivery(letter.channel))
    first = Document.objects.select_related("letter_text").get(reference=letter.document_reference)
    told = told_on(Delivery(letter.channel), on)
    second = signer(actor, Can.SIGN_AS_MANAGER)
    words = letters.signed_as_well(documents.read(first), kind, signer=second, on=on, told=told)
    known = rule_ticks(kind, letter.household, letter.duty, words, told, letter.about, letter.answer_by)
    ticks = checked(kind, known, letter.checklist)
    reference = keep(words, kind, actor, at, first)
    letter.write(countersigned_by_id=actor.user_id, checklist=ticks, document_reference=reference)
    return give(letter, actor, at)


@transaction.atomic
def withdraw(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> StatutoryLetter:
    """Take back a letter that was never given."""
    letter = StatutoryLetter.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    return move(letter, LETTER, "withdraw", actor=actor, at=at, note=note)
