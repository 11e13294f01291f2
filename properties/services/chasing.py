"""Certificates that are promised or run out: the landlord is reminded, then an officer rings."""

from datetime import datetime

from django.db import transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.states import Holder
from landlords import services as landlords
from properties import messages
from properties.models import Certificate, Home
from properties.rules.certificate import CERTIFICATE_LABELS, CertificateKind
from properties.selectors import certificates as selectors
from properties.services import certificates

RING_WORKING_DAYS = 2


def lock(certificate_id: int) -> Certificate:
    """The certificate, with its home locked."""
    certificate = Certificate.objects.get(pk=certificate_id)
    certificate.home = Home.objects.select_related("landlord").lock(certificate.home.reference)
    return certificate


@transaction.atomic
def warn(*, certificate_id: int, actor: Actor, at: datetime) -> bool:
    """A certificate runs out soon: the landlord is to send the next one by its last day. Safe to run twice."""
    certificate = lock(certificate_id)
    on = dates.today(at)
    if not selectors.running_out(on).filter(pk=certificate.pk).exists() or certificate.expires_on is None:
        return False
    certificates.owe(certificate, certificate.expires_on, selectors.alert_days(certificate.kind, on), at)
    audit.record(
        actor=actor,
        action="certificate.warn",
        summary=f"{certificate.label}: runs out soon, the landlord is asked for the next one",
        subject=certificate.home.subject,
        at=at,
        after={"kind": certificate.kind, "expires_on": certificate.expires_on},
    )
    return True


@transaction.atomic
def chase(*, certificate_id: int, actor: Actor, at: datetime) -> bool:
    """A certificate ran out, or the day on which it was promised passed: an officer rings. Safe to run twice."""
    certificate = lock(certificate_id)
    on = dates.today(at)
    if not selectors.overdue(on).filter(pk=certificate.pk).exists():
        return False
    deadlines.set_deadline(
        kind=selectors.chased(certificate.kind),
        subject=certificate.home.subject,
        what=f"ring the landlord: the {certificate.noun} has not come",
        holder=Holder.COUNCIL,
        capability=Can.VERIFY_CERTIFICATES,
        due_on=dates.add_working_days(on, RING_WORKING_DAYS),
        at=at,
        otherwise="The home cannot be offered to anyone.",
    )
    audit.record(
        actor=actor,
        action="certificate.chase",
        summary=f"{certificate.label}: has not come, an officer is to ring",
        subject=certificate.home.subject,
        at=at,
        after={"kind": certificate.kind},
    )
    return True


@transaction.atomic
def remind(*, deadline_id: int, at: datetime) -> bool:
    """Write to a landlord who owes a certificate, once for each day of reminding."""
    on = dates.today(at)
    if not deadlines.take_reminder(deadline_id=deadline_id, on=on, at=at):
        return False
    deadline = Deadline.objects.get(pk=deadline_id)
    home = Home.objects.select_related("landlord").get(reference=deadline.subject_reference)
    kind = CertificateKind(deadline.kind.removeprefix(selectors.OWED))
    landlords.tell(
        home.landlord,
        messages.certificate_due(home, CERTIFICATE_LABELS[kind], deadline.due_on, on),
        about=home.subject,
        at=at,
    )
    return True
