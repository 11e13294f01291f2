from datetime import timedelta

from django.utils.timezone import now
from django_tasks import task

from core.access.actor import system
from core.documents.models import Document
from core.documents.services import checking, making, shelving, sweeping
from core.jobs.tasks import retrying_task

BATCH = 500
PAUSE = timedelta(seconds=30)
"""Before the second attempt. The attempts are over before the next sweep, so that none pile up."""
LOST_AFTER = timedelta(minutes=10)
"""How long a file may wait before a sweep takes its task for lost."""


@retrying_task(attempts=3, pause=PAUSE)
def check_document(document_id: int) -> None:
    checking.check(document_id, actor=system("check_document"), at=now())


@retrying_task(attempts=3, pause=PAUSE)
def make_letter(document_id: int) -> None:
    making.make(document_id, actor=system("make_letter"), at=now())


@retrying_task(attempts=3, pause=PAUSE)
def settle_publication(document_id: int) -> None:
    shelving.settle(document_id)


@task
def sweep_documents() -> None:
    """Find again what a lost task left behind, and delete what belongs to nobody."""
    at = now()
    overdue = Document.objects.filter(created_at__lt=at - LOST_AFTER).order_by("pk")
    for document_id in overdue.waiting_for_scan().values_list("pk", flat=True)[:BATCH]:
        check_document.enqueue(document_id)
    for document_id in overdue.unmade().values_list("pk", flat=True)[:BATCH]:
        make_letter.enqueue(document_id)
    for document_id in sweeping.unsettled_publications()[:BATCH]:
        settle_publication.enqueue(document_id)
    sweeping.let_go_of_drafts(actor=system("sweep_documents"), at=at)
    sweeping.sweep_loose(actor=system("sweep_documents"), at=at)


@task
def sweep_orphan_files() -> None:
    sweeping.sweep_orphans(at=now())
