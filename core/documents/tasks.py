from django.utils.timezone import now
from django_tasks import task

from core.access.actor import system
from core.documents.models import Document
from core.documents.services import checking, shelving, sweeping

BATCH = 500


@task()
def check_document(document_id: int) -> None:
    checking.check(document_id, actor=system("check_document"), at=now())


@task()
def settle_publication(document_id: int) -> None:
    shelving.settle(document_id)


@task()
def sweep_documents() -> None:
    """Find again what a lost task left behind, and delete what belongs to nobody."""
    at = now()
    for document_id in Document.objects.waiting_for_scan().values_list("pk", flat=True)[:BATCH]:
        check_document.enqueue(document_id)
    for document_id in sweeping.unsettled_publications()[:BATCH]:
        settle_publication.enqueue(document_id)
    sweeping.sweep_loose(actor=system("sweep_documents"), at=at)


@task()
def sweep_orphan_files() -> None:
    sweeping.sweep_orphans(at=now())
