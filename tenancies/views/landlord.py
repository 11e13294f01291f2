from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import paginate
from tenancies.selectors import lists, rent_page
from tenancies.views import rent, scoped

DOOR = rent.Door("layouts/landlord.html")


@landlord_view
def listed(request: Request) -> HttpResponse:
    rows, pagination = paginate(request, lists.tenancies(request.actor), noun="tenancies")
    context = {"table": lists.landlord_table(rows, request.actor, today(now())), "pagination": pagination}
    return render(request, "tenancies/landlord/list.html", context)


@landlord_view
def enter(request: Request, reference: str) -> HttpResponse:
    return rent.enter(request, reference, DOOR)


@landlord_view
def pay(request: Request, reference: str) -> HttpResponse:
    return rent.pay(request, reference, DOOR)


@landlord_view
def award(request: Request, reference: str) -> HttpResponse:
    return rent.award(request, reference, DOOR)


@landlord_view
def rent_day(request: Request, reference: str) -> HttpResponse:
    return rent.rent_day(request, reference, DOOR)


@landlord_view
def correct(request: Request, reference: str, number: int) -> HttpResponse:
    return rent.correct(request, reference, number, DOOR)


@landlord_view
def record(request: Request, reference: str) -> HttpResponse:
    """Every line ever entered, with what was put right."""
    row = scoped.tenancy(request, reference)
    context = {"tenancy": row, "table": rent_page.history(row, request.actor), "layout": DOOR.layout}
    return render(request, "tenancies/rent_record.html", context)


@landlord_view
def make_sheet(request: Request, reference: str) -> HttpResponse:
    return rent.make_sheet(request, reference, DOOR)


@landlord_view
def sheet(request: Request, reference: str, document: str) -> HttpResponse:
    download = reverse("tenancies_landlord_sheet_pdf", args=[reference, document])
    return rent.twin(request, reference, document, *scoped.FOR_LANDLORD, download_url=download)


@landlord_view
def sheet_pdf(request: Request, reference: str, document: str) -> HttpResponse:
    return rent.pdf(request, reference, document, *scoped.FOR_LANDLORD)
