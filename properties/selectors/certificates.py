from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.deadlines.models import Deadline
from core.rulebook.selectors import law
from properties.models import Certificate, Home
from properties.rules.certificate import EXPIRING_DAYS, CertificateKind, CertificateState, last_day_possible
from properties.rules.home import HomeState

OWED = "certificate_"
CHASED = "chase_certificate_"


def owed(kind: str) -> str:
    """The kind of the deadline by which a landlord sends a certificate."""
    return f"{OWED}{kind}"


def chased(kind: str) -> str:
    """The kind of the deadline by which an officer rings about a certificate."""
    return f"{CHASED}{kind}"


def longest(kind: str, issued_on: date, on: date) -> date:
    """The last day on which a certificate issued on a day can be good, by the rulebook of today."""
    return last_day_possible(CertificateKind(kind), issued_on, law.certificate_periods(on)[kind].months)


def alert_days(kind: str, on: date) -> tuple[int, ...]:
    """How many days before the end a landlord is reminded."""
    return tuple(int(days) for days in law.certificate_periods(on)[kind].alert_days.split())


def current() -> "QuerySet[Certificate]":
    """The newest of each kind, of the homes that we still deal with."""
    return Certificate.objects.filter(replaced_at=None).exclude(home__state=HomeState.ARCHIVED)


def without_open(rows: "QuerySet[Certificate]", deadline_prefix: str) -> "QuerySet[Certificate]":
    """Those whose home has no open deadline of the kind made of the prefix and the certificate's kind."""
    found = Q()
    for kind in CertificateKind:
        deadline = Deadline.objects.open().filter(
            kind=f"{deadline_prefix}{kind}", subject_kind=Home.KIND, subject_reference=OuterRef("home__reference")
        )
        found |= Q(kind=kind) & ~Exists(deadline)
    return rows.filter(found)


def running_out(on: date) -> "QuerySet[Certificate]":
    """Checked certificates that run out soon and have not been asked for again."""
    soon = current().filter(
        state=CertificateState.VERIFIED, expires_on__gte=on, expires_on__lte=on + timedelta(days=EXPIRING_DAYS)
    )
    return without_open(soon, OWED)


def overdue(on: date) -> "QuerySet[Certificate]":
    """Certificates that ran out, or were promised by a day that has passed, and nobody was asked to ring yet."""
    ran_out = Q(state=CertificateState.VERIFIED, expires_on__lt=on)
    promised = Q(state=CertificateState.PROVIDE_LATER, promised_by__lt=on)
    return without_open(current().filter(ran_out | promised), CHASED)
