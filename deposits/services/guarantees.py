"""Guarantees in force: starting with the tenancy, the inventory, the certificate."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.documents.services import letters as documents
from core.documents.services import uploads
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from deposits import letters, messages, policies
from deposits.models import Guarantee, Inventory, InventoryPhoto, SchemeApplication
from deposits.rules import guarantee as rules
from deposits.rules.application import APPLICATION, ApplicationState
from deposits.rules.terms import amount
from landlords import services as landlords
from tenancies.models import Tenancy

ALPHABET = "CDFGHJKMNPQRTVWXYZ234679"


def new_code() -> str:
    """A verification code that a person can read out: four groups of four, 73 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


@transaction.atomic
def start_for_tenancy(*, tenancy_ref: str, actor: Actor, at: datetime) -> Guarantee | None:
    """Put the signed guarantee of the home in force for its new tenancy. Safe to run twice.

    Returns None when the home has no signed guarantee. The certificate is stored in the same transaction.
    """
    tenancy = Tenancy.objects.select_related("nomination__let__home__landlord").lock(tenancy_ref)
    existing = Guarantee.objects.filter(tenancy=tenancy).first()
    if existing is not None:
        return existing
    applications = SchemeApplication.objects.select_related("home__landlord", "scheme_version__scheme")
    signed = applications.filter(home=tenancy.nomination.let.home, state=ApplicationState.OFFER_SIGNED).first()
    if signed is None:
        return None
    application = applications.lock(signed.reference)
    guarantee = create(application, tenancy, at)
    move(application, APPLICATION, "start", actor=actor, at=at)
    audit.record(
        actor=actor,
        action="guarantee.start",
        subject=guarantee.subject,
        at=at,
        after={"amount": guarantee.amount, "start_on": guarantee.start_on, "end_on": guarantee.end_on},
        to_state=guarantee.state,
    )
    store_certificate(guarantee, actor, at)
    if guarantee.terms.covers_damage:
        remind_of_inventory(guarantee, dates.today(at), at)
    landlords.tell(application.home.landlord, messages.in_force(guarantee), about=guarantee.subject, at=at)
    return guarantee


def create(application: SchemeApplication, tenancy: Tenancy, at: datetime) -> Guarantee:
    terms = application.scheme_version.terms
    return Guarantee.objects.create(
        reference=references.take(Guarantee.PREFIX, at=at),
        created_at=at,
        application=application,
        tenancy=tenancy,
        state=rules.GUARANTEE.start,
        amount=min(application.amount, amount(tenancy.rent, tenancy.rent_frequency, terms)),
        start_on=tenancy.started_on,
        end_on=rules.ends_on(tenancy.started_on, terms),
        terms_data=application.scheme_version.terms_data,
        verification_code=new_code(),
    )


def store_certificate(guarantee: Guarantee, actor: Actor, at: datetime) -> None:
    document = documents.store(
        letters.certificate(guarantee, dates.today(at)),
        kind="guarantee_certificate",
        subject=guarantee.subject,
        template=letters.CERTIFICATE_TEMPLATE,
        template_version=letters.CERTIFICATE_VERSION,
        actor=actor,
        at=at,
    )
    guarantee.write(certificate_reference=document.reference)


def remind_of_inventory(guarantee: Guarantee, on: date, at: datetime) -> None:
    """The inventory stands in the council's queue until it is in: the council makes it at sign-up."""
    due = next((day for day in rules.inventory_reminders(guarantee.start_on) if day >= on), on)
    deadlines.set_deadline(
        kind="inventory",
        subject=guarantee.subject,
        what="make the inventory with both, sign it and add photographs",
        holder=Holder.COUNCIL,
        capability=Can.START_TENANCIES,
        due_on=due,
        at=at,
        otherwise="Cover for damage waits. Cover for arrears stands. Nothing voids.",
    )


@transaction.atomic
def remind(*, ref: str, actor: Actor, at: datetime) -> bool:
    """Remind of a late inventory on days 3, 7 and 12. Safe to run twice a day."""
    guarantee = Guarantee.objects.select_related("application__home__landlord").lock(ref)
    today = dates.today(at)
    if guarantee.inventories.filter(kind="in").exists() or today not in rules.inventory_reminders(guarantee.start_on):
        return False
    remind_of_inventory(guarantee, today, at)
    if guarantee.reminded_on == today:
        return False
    guarantee.write(reminded_on=today)
    audit.record(actor=actor, action="guarantee.remind", subject=guarantee.subject, at=at)
    landlords.tell(
        guarantee.application.home.landlord, messages.inventory_reminder(guarantee), about=guarantee.subject, at=at
    )
    return True


@transaction.atomic
def end(*, ref: str, actor: Actor, at: datetime) -> bool:
    """End a guarantee whose tenancy has ended or whose time is over. Safe to run twice.

    The landlord hears the last day to claim (the scheme's claim window). False when it still runs.
    """
    guarantee = Guarantee.objects.select_related("tenancy", "application__home__landlord").lock(ref)
    found = rules.ending(guarantee.start_on, guarantee.end_on, guarantee.tenancy.ended_on, dates.today(at))
    if guarantee.state != rules.GuaranteeState.ACTIVE or found is None:
        return False
    move(guarantee, rules.GUARANTEE, "end", actor=actor, at=at, ended_reason=found.reason, end_on=found.end_on)
    deadlines.close_all(subject=guarantee.subject, at=at, outcome="guarantee_ended")
    landlords.tell(
        guarantee.application.home.landlord, messages.guarantee_ended(guarantee), about=guarantee.subject, at=at
    )
    return True


@dataclass(frozen=True)
class InventoryGiven:
    """A signed inventory. `photos` are (document reference, what it shows)."""

    made_on: date
    landlord_signed_as: str
    tenant_signed_as: str
    photos: tuple[tuple[str, str], ...]
    notes: str = ""


@transaction.atomic
def record_inventory(*, ref: str, seen: int, given: InventoryGiven, actor: Actor, at: datetime) -> Inventory:
    """Record the inventory at the start; damage cover starts on this day.

    Raises DomainError without both signatures or without a photograph.
    """
    guarantee = Guarantee.objects.select_related("application__home__landlord").lock(ref, seen=seen)
    policies.may_record_inventory(actor).require()
    if guarantee.inventories.filter(kind="in").exists():
        raise DomainError("The inventory is in already.", code="inventory_in")
    if not given.photos:
        raise DomainError("Add at least one photograph.", field="photos")
    if given.made_on > dates.today(at):
        raise DomainError("The day cannot be in the future.", field="made_on")
    inventory = Inventory.objects.create(
        reference=references.take(Inventory.PREFIX, at=at),
        created_at=at,
        guarantee=guarantee,
        kind="in",
        made_on=given.made_on,
        landlord_signed_as=given.landlord_signed_as,
        tenant_signed_as=given.tenant_signed_as,
        notes=given.notes,
        complete_on=dates.today(at),
        recorded_by_id=actor.user_id,
    )
    for document_reference, alt in given.photos:
        InventoryPhoto.objects.create(inventory=inventory, document_reference=document_reference, alt=alt)
        uploads.link(document_reference, subject=inventory.subject, actor=actor, at=at)
    audit.record(
        actor=actor,
        action="guarantee.record_inventory",
        subject=guarantee.subject,
        at=at,
        after={"inventory": inventory.reference, "photos": len(given.photos)},
    )
    deadlines.done(kind="inventory", subject=guarantee.subject, at=at)
    guarantee.write()
    return inventory
