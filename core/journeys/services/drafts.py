"""The only writers of drafts. What a draft holds becomes fact in another app's service, which calls `finish`."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection, transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.dates import today
from core.errors import Stale
from core.journeys import policies, selectors
from core.journeys.journey import Change, Journey
from core.journeys.models import Draft
from core.journeys.rules.walk import Answers, Stored
from core.journeys.typed import Typed, mark
from core.references import services as references


def open(*, kind: str, actor: Actor, at: datetime, subject_reference: str = "", answers: Stored | None = None) -> Draft:
    """The person's open draft of this kind about this record; a new one if there is none.

    `answers` is what a new one starts with: page -> field -> text, as a browser would send it.
    Someone who is not signed in always gets a new one; their session must remember its reference.
    """
    with transaction.atomic():
        fresh: dict[str, Any] = {
            "answers": dict(answers or {}),
            "created_at": at,
            "updated_at": at,
        }
        names = {"owner_id": actor.user_id, "kind": kind, "subject_reference": subject_reference}
        if actor.user_id is None:
            return Draft.objects.create(**names, **fresh, reference=references.take(Draft.PREFIX, at=at))
        fresh["reference"] = partial(references.take, Draft.PREFIX, at=at)
        return Draft.objects.get_or_create(**names, defaults=fresh)[0]


def save(
    *,
    ref: str,
    page: str,
    answer: Typed,
    seen: str,
    actor: Actor,
    at: datetime,
    within: Callable[[Change], None] | None = None,
) -> Draft:
    """Store the answer to one page. `within` runs in the same transaction.

    `seen` is the mark (`typed.mark`) of the answer that the person had on screen. Raises Stale when
    this page has another answer by now; another tab's answers to other pages do no harm. The same
    answer twice is one.
    """
    with transaction.atomic():
        draft: Draft = Draft.objects.lock(ref)
        policies.may_answer(actor, draft).require()
        before = draft.answers.get(page)
        if before == answer:
            return draft
        if mark(before) != seen:
            raise Stale(Draft.KIND, ref)
        draft.write(answers={**draft.answers, page: answer}, updated_at=at, reminded_at=None)
        if within is not None:
            within(Change(draft, before or {}, answer))
        return draft


def finish(*, ref: str, journey: Journey, seen: int, actor: Actor, at: datetime) -> Answers:
    """Take the answers and remove the draft, in the transaction that makes fact of them.

    `seen` is the version whose answers the person checked. Raises Stale when they changed since,
    DomainError when a question is open, for instance because an answer has stopped being right.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a draft is finished in the transaction that uses its answers")
    draft: Draft = Draft.objects.lock(ref, seen=seen)
    policies.may_answer(actor, draft).require()
    if draft.kind != journey.name:
        raise ValueError(f"{ref} is a draft of {draft.kind}, not of {journey.name}")
    answers = journey.answers(draft.answers, on=today(at))
    draft.delete()
    return answers


def remove(*, ref: str, actor: Actor, at: datetime, reason: str) -> None:
    """Throw the answers away, at the owner's wish or because they were forgotten."""
    with transaction.atomic():
        draft: Draft = Draft.objects.lock(ref)
        policies.may_remove(actor, draft).require()
        audit.record(actor=actor, action="draft.remove", subject=draft.subject, at=at, reason=reason)
        draft.delete()


def reminded(*, ref: str, at: datetime) -> bool:
    """Note that the owner is reminded, in the transaction that queues the message.

    False when there is nothing to remind of: answered or removed meanwhile, or reminded already.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a reminder is noted in the transaction that sends it")
    draft = selectors.to_remind(at).filter(reference=ref).select_for_update(of=("self",)).first()
    if draft is None:
        return False
    draft.write(reminded_at=at)
    return True


def remove_forgotten(*, actor: Actor, at: datetime) -> int:
    """Remove every draft whose owner let the reminder pass. Safe to run twice."""
    removed = 0
    for ref in selectors.to_remove(at).values_list("reference", flat=True):
        with transaction.atomic():
            if selectors.to_remove(at).filter(reference=ref).select_for_update(of=("self",)).first() is not None:
                remove(ref=ref, actor=actor, at=at, reason="forgotten")
                removed += 1
    return removed
