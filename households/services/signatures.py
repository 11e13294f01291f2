"""Asking for a manager’s signature, and every answer but signing, which `signing` does."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from households import policies
from households.models import Household, SignatureRequest
from households.rules.signature import ACT_LABELS, SIGNATURE, WORKING_DAYS, Act


@dataclass(frozen=True)
class Asked:
    """What is to be done on signing: the act, the record it is done to, in words, and its answers as JSON."""

    act: Act
    subject: tuple[str, str]
    what: str
    given: dict[str, Any]
    reasons: str


def ask(household: Household, asked: Asked, *, actor: Actor, at: datetime) -> SignatureRequest:
    """Put a request in the managers’ queue, inside the caller’s transaction. Nothing is done yet.

    Raises DomainError without reasons, or while the same act on the same record waits already.
    """
    if not asked.reasons.strip():
        raise DomainError("Write the reasons: the manager reads them.", field="reasons", code="no_reasons")
    kind, reference = asked.subject
    waiting = SignatureRequest.objects.waiting().filter(act=asked.act, subject_kind=kind, subject_reference=reference)
    if waiting.exists():
        raise DomainError("A manager has been asked for this signature already.", code="asked_already")
    row = SignatureRequest.objects.create(
        reference=references.take(SignatureRequest.PREFIX, at=at),
        created_at=at,
        household=household,
        act=asked.act,
        state=SIGNATURE.start,
        subject_kind=kind,
        subject_reference=reference,
        what=asked.what,
        given=asked.given,
        reasons=asked.reasons,
        asked_by_id=actor.user_id,
        asked_seniority=actor.seniority,
        sign_by=dates.add_working_days(dates.today(at), WORKING_DAYS),
    )
    audit.record(
        actor=actor,
        action="signature_request.ask",
        subject=row.subject,
        at=at,
        after={"act": asked.act, "about": list(asked.subject), "given": asked.given},
        to_state=row.state,
        note=asked.reasons,
    )
    deadlines.done(kind=f"sent_back_{asked.act}", subject=asked.subject, at=at, outcome="asked again")
    put_in_queue(row, at)
    return row


def put_in_queue(row: SignatureRequest, at: datetime) -> None:
    deadlines.set_deadline(
        kind="signature",
        subject=row.subject,
        what=f"sign or send back: {row.what[:1].lower()}{row.what[1:]}"[:200],
        otherwise="Nothing changes until it is signed.",
        holder=Holder.COUNCIL,
        capability=Can.SIGN_AS_MANAGER,
        due_on=row.sign_by,
        at=at,
        source="house rule: two people",
    )


def close(row: SignatureRequest, event: str, *, actor: Actor, at: datetime, **changes: Any) -> SignatureRequest:
    """Carry a locked request to its end and take it out of the queue."""
    move(row, SIGNATURE, event, actor=actor, at=at, **changes)
    deadlines.close_all(subject=row.subject, at=at, outcome=row.state)
    return row


@transaction.atomic
def send_back(*, ref: str, seen: int, because: str, actor: Actor, at: datetime) -> SignatureRequest:
    """Send a request back unsigned, with the reason, to the officer who asked."""
    row = SignatureRequest.objects.lock(ref, seen=seen)
    policies.may_sign(actor, row).require()
    if not because.strip():
        raise DomainError("Say why: the officer reads it.", field="because", code="no_reason")
    close(
        row,
        "send_back",
        actor=actor,
        at=at,
        note=because,
        because=because,
        answered_by_id=actor.user_id,
        answered_at=at,
    )
    deadlines.set_deadline(
        kind=f"sent_back_{row.act}",
        subject=row.about,
        what=f"look again at what the manager sent back: {ACT_LABELS[Act(row.act)].lower()}",
        holder=Holder.COUNCIL,
        capability=Can.SIGN_LETTERS,
        person_id=row.asked_by_id,
        due_on=dates.add_working_days(dates.today(at), WORKING_DAYS),
        at=at,
        source="house rule: two people",
    )
    return row


@transaction.atomic
def withdraw(*, ref: str, seen: int, actor: Actor, at: datetime) -> SignatureRequest:
    """Take a request back before it is signed."""
    row = SignatureRequest.objects.lock(ref, seen=seen)
    policies.may_decide(actor).require()
    return close(row, "withdraw", actor=actor, at=at)


def drop(subject: tuple[str, str], *, actor: Actor, at: datetime) -> None:
    """Take back what waits about a record that ended otherwise, inside the caller’s transaction."""
    kind, reference = subject
    for row in SignatureRequest.objects.waiting().filter(subject_kind=kind, subject_reference=reference):
        close(row, "withdraw", actor=actor, at=at, note="What it was about has ended otherwise.")
