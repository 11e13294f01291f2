from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from core.access.doors import resident_view
from core.access.request import Request
from core.ui.addresses import record_url
from tenancies.selectors import lists
from tenancies.views import rent, scoped


@resident_view
def listed(request: Request) -> HttpResponse:
    """Their home, or the list where they have had more than one through us."""
    rows = list(lists.tenancies(request.actor))
    if len(rows) == 1:
        return redirect(record_url(rows[0].subject, request.actor))
    return render(request, "tenancies/resident/list.html", {"table": lists.resident_table(rows, request.actor)})


@resident_view
def sheet(request: Request, reference: str, document: str) -> HttpResponse:
    download = reverse("tenancies_resident_sheet_pdf", args=[reference, document])
    return rent.twin(request, reference, document, *scoped.FOR_RESIDENT, download_url=download)


@resident_view
def sheet_pdf(request: Request, reference: str, document: str) -> HttpResponse:
    return rent.pdf(request, reference, document, *scoped.FOR_RESIDENT)
