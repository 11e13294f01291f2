"""Deleting what others told us about a tenant who did not want help."""

from datetime import date, datetime

from django.db import transaction

from core.access.actor import Actor
from core.audit import services as audit
from core.audit.services import retention
from core.deadlines import services as deadlines
from core.documents.services import letters
from core.notifications.services import outbox
from tenancies.models import ProblemReport
from tenancies.services.owing import OWN_ACTION


def due(on: date) -> list[str]:
    """References of the reports whose day has come."""
    rows = ProblemReport.objects.filter(delete_on__lte=on, erased_at=None)
    return list(rows.order_by("delete_on", "pk").values_list("reference", flat=True))


@transaction.atomic
def erase(*, ref: str, actor: Actor, at: datetime) -> ProblemReport:
    """Delete everything personal: names, words, threads, tries, actions, messages and recorded values.

    The bare row stays, to be counted: what kind it was, when, and how it ended. It stays the landlord's
    too: a report that vanished would tell them what the tenant said.
    """
    row = ProblemReport.objects.lock(ref)
    if row.erased_at or row.delete_on is None:
        return row
    for parts in (row.thread, row.attempts, row.actions):
        parts.all().delete()
    intention = getattr(row, "intention", None)
    if intention:
        type(intention).objects.filter(pk=intention.pk).update(landlord_advice="", tenant_advice="")
    deadlines.close_all(subject=row.subject, at=at, outcome="erased")
    deadlines.reword(subject=row.subject, kinds_from=OWN_ACTION, what="do what was agreed")
    outbox.forget(about=row.subject, at=at)
    letters.forget(about=row.subject, actor=actor, at=at)
    row.write(
        erased_at=at,
        tenancy_id=None,
        household_id=None,
        tenant_name="",
        tenant_email="",
        tenant_telephone="",
        contact_confirmed_how="",
        address="",
        postcode="",
        words="",
        answers={},
        proposed_because=[],
        barriers=[],
        tenant_told="",
        article_14_withheld="",
    )
    retention.remove_values(subject=row.subject, before=at, reason="tenant_declined", actor=actor, at=at)
    audit.record(actor=actor, action="problem_report.erase", subject=row.subject, at=at)
    return row
