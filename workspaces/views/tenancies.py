from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import landlord_view, office_view, resident_view
from core.access.request import Request
from core.dates import today
from tenancies.views import scoped
from workspaces.selectors import tenancy as selectors


@office_view(Can.SEE_GUARANTEES)
def office(request: Request, reference: str) -> HttpResponse:
    """A tenancy with its rent, its check-ins, its guarantee and its notices."""
    row = scoped.tenancy(request, reference)
    return render(request, "workspaces/office/tenancy.html", selectors.office(row, request.actor, today(now())))


@landlord_view
def landlord(request: Request, reference: str) -> HttpResponse:
    row = scoped.tenancy(request, reference)
    return render(request, "workspaces/landlord/tenancy.html", selectors.landlord(row, request.actor, today(now())))


@resident_view
def resident(request: Request, reference: str) -> HttpResponse:
    row = scoped.tenancy(request, reference)
    return render(request, "workspaces/resident/tenancy.html", selectors.resident(row, request.actor, today(now())))
