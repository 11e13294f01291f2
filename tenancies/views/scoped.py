"""The tenancy or the tenancy concern that an address names, for whoever asks: another person's does not exist.

An officer who opens one of a restricted household has opened that household's record.
"""

from django.shortcuts import get_object_or_404

from core.access.request import Request
from core.documents.models import Document
from households.models import Household
from households.views.office import desk
from tenancies import letters
from tenancies.models import ProblemReport, Tenancy

RELATED = ("nomination__let__home__landlord__officer", "nomination__household__lead_officer")


def tenancy(request: Request, reference: str) -> Tenancy:
    rows = Tenancy.objects.visible_to(request.actor).select_related(*RELATED)
    row = get_object_or_404(rows, reference=reference)
    opened(request, row.nomination.household)
    return row


def report(request: Request, reference: str) -> ProblemReport:
    rows = ProblemReport.objects.visible_to(request.actor).select_related("household")
    return opened_report(request, get_object_or_404(rows, reference=reference))


def opened_report(request: Request, row: ProblemReport) -> ProblemReport:
    opened(request, row.household)
    return row


def opened(request: Request, household: Household | None) -> None:
    if household is not None and request.actor.is_officer:
        desk.opened(request, household)


def sheet(row: Tenancy, document: str, *purposes: str) -> Document:
    """A facts sheet of this tenancy, if it is one that this door opens."""
    return get_object_or_404(Document.objects.about(row.subject).filter(purpose__in=purposes), reference=document)


FOR_LANDLORD = (letters.LANDLORD_TEMPLATE,)
FOR_RESIDENT = (letters.TENANT_TEMPLATE,)
FOR_OFFICE = (letters.LANDLORD_TEMPLATE, letters.TENANT_TEMPLATE)
