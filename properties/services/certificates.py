from datetime import date, datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor
from core.audit import services as audit
from core.documents.services import uploads
from core.errors import DomainError
from core.notifications.services import outbox
from landlords import services as landlords
from properties import messages, policies
from properties.models import Certificate, Home
from properties.rules.certificate import (
    PROVIDE_LATER_DAYS,
    CertificateKind,
    CertificateState,
    check_expires_on,
    check_issued_on,
)
from properties.rules.inputs import CertificateGiven

LONGEST_YEARS = {CertificateKind.GAS: 1, CertificateKind.EICR: 5, CertificateKind.EPC: 10}
GAS_EARLY_MONTHS = 2


def longest(kind: CertificateKind, issued_on: date) -> date:
    """The last day on which a certificate issued on a day can be good.

    Gas: 12 months, and up to two more when renewed early so that the anniversary is kept
    (Gas Safety Regulations 1998 reg 36A). EICR 5 years (SI 2020/312). EPC 10 years (SI 2012/3118).
    """
    extra = GAS_EARLY_MONTHS if kind is CertificateKind.GAS else 0
    return dates.add_months(issued_on, 12 * LONGEST_YEARS[kind] + extra)


def state_of(given: CertificateGiven) -> CertificateState:
    if given.not_required_because:
        return CertificateState.NOT_REQUIRED
    return CertificateState.UPLOADED if given.document_reference else CertificateState.PROVIDE_LATER


def check(given: CertificateGiven, on: date) -> None:
    """Raises DomainError on the field that is wrong."""
    if state_of(given) is not CertificateState.UPLOADED:
        return
    if given.issued_on is None or given.expires_on is None:
        raise DomainError("Enter both dates on the certificate.", field="issued_on")
    check_issued_on(given.issued_on, on)
    check_expires_on(given.issued_on, given.expires_on, longest(given.kind, given.issued_on))


def give(home: Home, given: CertificateGiven, *, actor: Actor, at: datetime) -> Certificate:
    """Put a landlord's certificate in the place of the one before, inside the caller's transaction."""
    on = dates.today(at)
    check(given, on)
    home.certificates.filter(kind=given.kind, replaced_at=None).update(replaced_at=at)
    state = state_of(given)
    certificate = Certificate.objects.create(
        home=home,
        kind=given.kind,
        state=state,
        number=given.number,
        issued_on=given.issued_on,
        expires_on=given.expires_on,
        epc_band=given.epc_band,
        not_required_because=given.not_required_because,
        document_reference=given.document_reference,
        promised_by=on + timedelta(days=PROVIDE_LATER_DAYS) if state is CertificateState.PROVIDE_LATER else None,
    )
    if given.document_reference:
        uploads.link(given.document_reference, subject=home.subject, actor=actor, at=at)
    audit.record(
        actor=actor,
        action=f"certificate.{state}",
        subject=home.subject,
        at=at,
        after={"kind": given.kind, "number": given.number, "expires_on": given.expires_on},
    )
    return certificate


@transaction.atomic
def replace(*, ref: str, seen: int, given: CertificateGiven, actor: Actor, at: datetime) -> Home:
    """A landlord sends a new certificate for a home that we know already."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    give(home, given, actor=actor, at=at)
    return home.write()


def the_current(home: Home, kind: str) -> Certificate:
    certificate = home.certificates.filter(kind=kind, replaced_at=None).first()
    if certificate is None or certificate.state not in (CertificateState.UPLOADED, CertificateState.VERIFIED):
        raise DomainError("There is no certificate of that kind to check.", code="nothing_to_check")
    return certificate


@transaction.atomic
def verify(*, ref: str, seen: int, kind: str, actor: Actor, at: datetime) -> Home:
    """An officer has held the number, the dates and the address against the certificate and its register."""
    home = Home.objects.lock(ref, seen=seen)
    policies.may_verify(actor).require()
    certificate = the_current(home, kind)
    Certificate.objects.filter(pk=certificate.pk).update(
        state=CertificateState.VERIFIED, decided_at=at, decided_by_id=actor.user_id, reason=""
    )
    audit.record(actor=actor, action="certificate.verify", subject=home.subject, at=at, after={"kind": kind})
    return home.write()


@transaction.atomic
def reject(*, ref: str, seen: int, kind: str, reason: str, actor: Actor, at: datetime) -> Home:
    """An officer cannot accept a certificate; the landlord hears why and sends another."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_verify(actor).require()
    certificate = the_current(home, kind)
    Certificate.objects.filter(pk=certificate.pk).update(
        state=CertificateState.REJECTED, decided_at=at, decided_by_id=actor.user_id, reason=reason
    )
    audit.record(
        actor=actor, action="certificate.reject", subject=home.subject, at=at, after={"kind": kind}, note=reason
    )
    outbox.send(
        messages.certificate_rejected(home, certificate.label, reason),
        to=landlords.recipient(home.landlord),
        about=home.subject,
        at=at,
    )
    return home.write()
