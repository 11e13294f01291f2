"""Asking for an early release from the present home, and the landlord's reply in writing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.accounts.selectors import staff
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.documents.services import letters as documents
from core.documents.services import uploads
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from households.models import Household
from households.services import release
from lettings import policies
from lettings.letters import releases as letters
from lettings.models import EarlyRelease
from lettings.rules.release import RELEASE, REPLY_WORKING_DAYS, ReleaseState, all_of


@dataclass(frozen=True)
class Asked:
    """Whom we ask and for which day. `tenants` are all who hold the tenancy of the present home."""

    landlord_name: str
    landlord_address: str
    tenants: tuple[str, ...]
    asked_for: date


def check_asked(household: Household, asked: Asked) -> None:
    """Raises DomainError when they are not bound beyond the day, or one is asked already."""
    ends = household.existing_liability_ends_on
    if ends is None or ends <= asked.asked_for:
        raise DomainError("They owe nothing for their present home on that day.", field="asked_for", code="not_bound")
    if not asked.tenants:
        raise DomainError("Name everyone who holds the tenancy.", field="tenants", code="no_tenants")
    if EarlyRelease.objects.filter(household=household, state=ReleaseState.ASKED).exists():
        raise DomainError("Their landlord is asked already. Record that reply first.", code="asked_already")


@transaction.atomic
def ask(*, ref: str, seen: int, asked: Asked, actor: Actor, at: datetime) -> EarlyRelease:
    """Write to the landlord of the household's present home. `ref` and `seen` are the household's."""
    policies.may_offer(actor).require()
    household = Household.objects.lock(ref, seen=seen)
    check_asked(household, asked)
    row = EarlyRelease.objects.create(
        reference=references.take(EarlyRelease.PREFIX, at=at),
        created_at=at,
        household=household,
        state=RELEASE.start,
        landlord_name=asked.landlord_name,
        landlord_address=asked.landlord_address,
        tenants=list(asked.tenants),
        asked_for=asked.asked_for,
        officer_id=actor.user_id,
    )
    write_letter(row, actor, at)
    audit.record(
        actor=actor,
        action="early_release.ask",
        subject=row.subject,
        at=at,
        after={"household": household.reference, "asked_for": asked.asked_for, "tenants": row.tenants},
        to_state=row.state,
    )
    deadlines.set_deadline(
        kind="early_release_reply",
        subject=row.subject,
        what="ring the landlord of their present home and record the reply",
        holder=Holder.COUNCIL,
        capability=Can.MAKE_OFFERS,
        person_id=actor.user_id,
        due_on=dates.add_working_days(dates.today(at), REPLY_WORKING_DAYS),
        at=at,
        otherwise="An offer that they take up before cannot be final.",
    )
    return row


def write_letter(row: EarlyRelease, actor: Actor, at: datetime) -> None:
    letter = letters.early_release(row, dates.today(at), signed_as=staff.title(actor.user_id, Can.MAKE_OFFERS))
    document = documents.store(
        letter,
        kind="early_release",
        subject=row.subject,
        template=letters.TEMPLATE,
        template_version=letters.VERSION,
        actor=actor,
        at=at,
    )
    row.write(letter_reference=document.reference)


def locked(ref: str, seen: int) -> EarlyRelease:
    return EarlyRelease.objects.select_related("household", "officer").lock(ref, seen=seen)


@transaction.atomic
def agree(
    *,
    ref: str,
    seen: int,
    released_on: date,
    document_reference: str,
    all_party: bool,
    note: str = "",
    actor: Actor,
    at: datetime,
) -> EarlyRelease:
    """The landlord agreed in writing: keep the reply and the day. A final offer from that day on is then possible.

    Raises DomainError unless every joint tenant is party to it, because otherwise the tenancy goes on.
    """
    row = locked(ref, seen)
    policies.may_offer(actor).require()
    if not all_party:
        raise DomainError(
            f"The release counts only when {all_of(row.tenants)} and the landlord have all signed it.",
            field="all_party",
            code="not_all_party",
        )
    uploads.link(document_reference, subject=row.subject, actor=actor, at=at, field="reply")
    move(
        row,
        RELEASE,
        "agree",
        actor=actor,
        at=at,
        note=note,
        said=note,
        released_on=released_on,
        reply_reference=document_reference,
    )
    release.note(ref=row.household.reference, released_on=released_on, actor=actor, at=at)
    deadlines.close_all(subject=row.subject, at=at, outcome="released")
    return row


@transaction.atomic
def decline(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> EarlyRelease:
    """The landlord did not agree, or not in writing with every tenant. An ordinary offer still stands."""
    row = locked(ref, seen)
    policies.may_offer(actor).require()
    move(row, RELEASE, "decline", actor=actor, at=at, note=note, said=note)
    deadlines.close_all(subject=row.subject, at=at, outcome="not released")
    return row
