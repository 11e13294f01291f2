from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from tenancies import letters
from tenancies.forms.rent import OfficeAwardForm
from tenancies.selectors import rent_page
from tenancies.views import rent, scoped

DOOR = rent.Door("layouts/office.html", OfficeAwardForm)


@office_view(Can.START_TENANCIES)
def enter(request: Request, reference: str) -> HttpResponse:
    return rent.enter(request, reference, DOOR)


@office_view(Can.START_TENANCIES)
def pay(request: Request, reference: str) -> HttpResponse:
    return rent.pay(request, reference, DOOR)


@office_view(Can.START_TENANCIES)
def award(request: Request, reference: str) -> HttpResponse:
    return rent.award(request, reference, DOOR)


@office_view(Can.START_TENANCIES)
def rent_day(request: Request, reference: str) -> HttpResponse:
    return rent.rent_day(request, reference, DOOR)


@office_view(Can.START_TENANCIES)
def correct(request: Request, reference: str, number: int) -> HttpResponse:
    return rent.correct(request, reference, number, DOOR)


@office_view(Can.SEE_GUARANTEES)
def record(request: Request, reference: str) -> HttpResponse:
    """Every line ever entered, with what was put right."""
    row = scoped.tenancy(request, reference)
    context = {"tenancy": row, "table": rent_page.history(row, request.actor), "layout": DOOR.layout}
    return render(request, "tenancies/rent_record.html", context)


@office_view(Can.START_TENANCIES)
def make_sheet(request: Request, reference: str) -> HttpResponse:
    return rent.make_sheet(request, reference, DOOR)


def opened_by(request: Request) -> tuple[str, ...]:
    """The tenant's sheet may name why they had to leave: only for officers who see households."""
    return scoped.FOR_OFFICE if request.actor.can(Can.SEE_HOUSEHOLDS) else (letters.LANDLORD_TEMPLATE,)


@office_view(Can.SEE_GUARANTEES)
def sheet(request: Request, reference: str, document: str) -> HttpResponse:
    download = reverse("tenancies_office_sheet_pdf", args=[reference, document])
    return rent.twin(request, reference, document, *opened_by(request), download_url=download)


@office_view(Can.SEE_GUARANTEES)
def sheet_pdf(request: Request, reference: str, document: str) -> HttpResponse:
    return rent.pdf(request, reference, document, *opened_by(request))
