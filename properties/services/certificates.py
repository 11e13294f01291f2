"""The only writers of certificates: given by the landlord, checked by an officer."""

from datetime import date, datetime, timedelta

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.documents.services import uploads
from core.errors import DomainError
from core.states import Holder
from landlords import services as landlords
from properties import messages, policies
from properties.models import Certificate, Home
from properties.rules.certificate import (
    PROVIDE_LATER_DAYS,
    CertificateKind,
    CertificateState,
    NotRequired,
    check_expires_on,
    check_issued_on,
    check_not_run_out,
)
from properties.rules.home import HomeState
from properties.rules.inputs import CertificateGiven
from properties.selectors import certificates as selectors

CHECK_WORKING_DAYS = 5
SEND_ANOTHER_WORKING_DAYS = 10
PROMISE_REMINDER_DAYS = (7, 0)
GIVEN = {
    CertificateState.UPLOADED: "sent",
    CertificateState.PROVIDE_LATER: "promised",
    CertificateState.NOT_REQUIRED: "not needed",
}
WAITING = "home_certificates"
"""The officers' deadline: certificates of a home wait to be checked."""


def state_of(given: CertificateGiven) -> CertificateState:
    if given.not_required_because:
        return CertificateState.NOT_REQUIRED
    return CertificateState.UPLOADED if given.document_reference else CertificateState.PROVIDE_LATER


def check(given: CertificateGiven, *, has_gas: bool, on: date) -> None:
    """Raises DomainError on the field that is wrong."""
    if given.not_required_because == NotRequired.NO_GAS and has_gas:
        raise DomainError("A home with gas needs a gas safety record.", code="gas_needs_a_record")
    if state_of(given) is not CertificateState.UPLOADED:
        return
    if given.issued_on is None or given.expires_on is None:
        raise DomainError("Enter both dates on the certificate.", field="issued_on")
    check_issued_on(given.issued_on, on)
    check_expires_on(given.issued_on, given.expires_on, selectors.longest(given.kind, given.issued_on, on))
    check_not_run_out(given.expires_on, on)


def give(home: Home, given: CertificateGiven, *, actor: Actor, at: datetime) -> Certificate:
    """Put a landlord's certificate in the place of the one before, inside the caller's transaction."""
    on = dates.today(at)
    check(given, has_gas=home.has_gas, on=on)
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
    settle_promise(certificate, at)
    audit.record(
        actor=actor,
        action=f"certificate.{state}",
        summary=f"{certificate.label}: {GIVEN[state]}",
        subject=home.subject,
        at=at,
        after={"kind": given.kind, "number": given.number, "expires_on": given.expires_on},
    )
    return certificate


def settle_promise(certificate: Certificate, at: datetime) -> None:
    """The landlord owes a certificate that was promised, and no other."""
    home = certificate.home
    deadlines.done(kind=selectors.chased(certificate.kind), subject=home.subject, at=at)
    if certificate.promised_by is None:
        deadlines.done(kind=selectors.owed(certificate.kind), subject=home.subject, at=at)
        return
    owe(certificate, certificate.promised_by, PROMISE_REMINDER_DAYS, at)


def owe(certificate: Certificate, due_on: date, remind_days: tuple[int, ...], at: datetime) -> None:
    """The landlord is to send a certificate by a day, and is reminded so many days before it."""
    deadlines.set_deadline(
        kind=selectors.owed(certificate.kind),
        subject=certificate.home.subject,
        what=f"send us the {certificate.noun}",
        holder=Holder.LANDLORD,
        due_on=due_on,
        at=at,
        otherwise="The home cannot be offered to anyone after that day.",
        remind_on=[due_on - timedelta(days=days) for days in remind_days],
    )


def follow_gas(home: Home, *, actor: Actor, at: datetime) -> None:
    """Without gas no record is needed, and with gas one is: the record follows what the landlord says of the home."""
    gas = home.certificates.filter(kind=CertificateKind.GAS, replaced_at=None).first()
    held = gas.state if gas else CertificateState.MISSING
    if not home.has_gas and held not in (CertificateState.NOT_REQUIRED, CertificateState.VERIFIED):
        none = CertificateGiven(CertificateKind.GAS, not_required_because=NotRequired.NO_GAS)
        give(home, none, actor=actor, at=at)
    elif home.has_gas and held == CertificateState.NOT_REQUIRED:
        give(home, CertificateGiven(CertificateKind.GAS), actor=actor, at=at)


def await_check(home: Home, at: datetime) -> date:
    """Put the certificates in the officers' queue. Returns the day that the landlord is promised."""
    due_on = dates.add_working_days(dates.today(at), CHECK_WORKING_DAYS)
    deadlines.set_deadline(
        kind=WAITING,
        subject=home.subject,
        what="check the certificates of this home",
        holder=Holder.COUNCIL,
        capability=Can.VERIFY_CERTIFICATES,
        due_on=due_on,
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )
    return due_on


@transaction.atomic
def replace(*, ref: str, given: CertificateGiven, actor: Actor, at: datetime, seen: int | None = None) -> Home:
    """A landlord sends a new certificate for a home that we know already; an officer checks it."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_change(actor, home).require()
    certificate = give(home, given, actor=actor, at=at)
    if certificate.state == CertificateState.UPLOADED and home.state in (HomeState.INSPECTION_DUE, HomeState.ACCEPTED):
        await_check(home, at)
    return home.write()


def the_current(home: Home, kind: str, *states: CertificateState) -> Certificate:
    certificate = home.certificates.filter(kind=kind, replaced_at=None).first()
    if certificate is None or certificate.state not in states:
        raise DomainError("There is no certificate of that kind to check.", code="nothing_to_check")
    return certificate


def checked(home: Home, at: datetime) -> None:
    """Nothing waits any more once no certificate of an accepted home is unread."""
    left = home.certificates.filter(replaced_at=None, state=CertificateState.UPLOADED).exists()
    if not left and home.state != HomeState.SUBMITTED:
        deadlines.done(kind=WAITING, subject=home.subject, at=at)


@transaction.atomic
def verify(*, ref: str, seen: int, kind: str, actor: Actor, at: datetime) -> Home:
    """An officer has held the number, the dates and the address against the certificate and its register."""
    home = Home.objects.lock(ref, seen=seen)
    policies.may_verify(actor).require()
    certificate = the_current(home, kind, CertificateState.UPLOADED)
    Certificate.objects.filter(pk=certificate.pk).update(
        state=CertificateState.VERIFIED, decided_at=at, decided_by_id=actor.user_id, reason=""
    )
    audit.record(
        actor=actor,
        action="certificate.verify",
        subject=home.subject,
        at=at,
        after={"kind": kind},
        summary=f"{certificate.label}: checked and accepted",
    )
    checked(home, at)
    return home.write()


@transaction.atomic
def reject(*, ref: str, seen: int, kind: str, reason: str, actor: Actor, at: datetime) -> Home:
    """An officer cannot accept a certificate; the landlord hears why and sends another."""
    home = Home.objects.select_related("landlord").lock(ref, seen=seen)
    policies.may_verify(actor).require()
    certificate = the_current(home, kind, CertificateState.UPLOADED, CertificateState.VERIFIED)
    Certificate.objects.filter(pk=certificate.pk).update(
        state=CertificateState.REJECTED, decided_at=at, decided_by_id=actor.user_id, reason=reason
    )
    audit.record(
        actor=actor,
        action="certificate.reject",
        subject=home.subject,
        at=at,
        after={"kind": kind},
        note=reason,
        summary=f"{certificate.label}: not accepted",
    )
    checked(home, at)
    owe(certificate, dates.add_working_days(dates.today(at), SEND_ANOTHER_WORKING_DAYS), (0,), at)
    landlords.tell(
        home.landlord, messages.certificate_rejected(home, certificate.label, reason), about=home.subject, at=at
    )
    return home.write()
