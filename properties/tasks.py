"""What time does to homes: certificates run out, and public photos follow their let."""

from django.utils.timezone import now
from django_tasks import task

from core import dates
from core.access.actor import system
from core.deadlines import selectors as deadlines
from properties.rules.certificate import CertificateKind
from properties.selectors import certificates as certificate_rows
from properties.selectors import photos as photo_rows
from properties.services import chasing, photos


@task
def watch_certificates() -> None:
    """Ask for what runs out, remind of what is owed, and have an officer ring about what never came."""
    at, actor = now(), system("watch_certificates")
    on = dates.today(at)
    for certificate_id in list(certificate_rows.running_out(on).values_list("pk", flat=True)):
        chasing.warn(certificate_id=certificate_id, actor=actor, at=at)
    for kind in CertificateKind:
        for deadline in deadlines.to_remind(certificate_rows.owed(kind), on):
            chasing.remind(deadline_id=deadline.pk, at=at)
    for certificate_id in list(certificate_rows.overdue(on).values_list("pk", flat=True)):
        chasing.chase(certificate_id=certificate_id, actor=actor, at=at)


@task
def settle_photos() -> None:
    """Show the photos of available homes that became ready since, and take back all others."""
    at, actor = now(), system("settle_photos")
    for home_id in photo_rows.homes_to_settle():
        photos.settle(home_id=home_id, actor=actor, at=at)
