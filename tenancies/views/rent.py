"""Entering rent, for landlords and officers alike: each door says its layout and the form of an award."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from core import dates
from core.access.request import Request
from core.documents.pages import letter_page
from core.documents.services import making
from core.documents.serving import serve
from core.ui.addresses import record_url
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act, act_on
from tenancies.forms.rent import AwardForm, CorrectForm, EnterRentForm, PaymentForm, RentDayForm, enter_form
from tenancies.models import Tenancy
from tenancies.rules.rent import ENTRY_LABELS, EntryKind
from tenancies.selectors import rents
from tenancies.services import rents as services
from tenancies.services import sheets
from tenancies.views import scoped


@dataclass(frozen=True)
class Door:
    layout: str
    award_form: type[AwardForm] = AwardForm


def enter(request: Request, reference: str, door: Door) -> HttpResponse:
    row, at = scoped.tenancy(request, reference), now()
    days = rents.not_entered(row, dates.today(at))
    back = record_url(row.subject, request.actor)
    if not days and request.method != "POST":
        return redirect(back)
    form = enter_form(days, row.rent)(request.POST or None, initial={"seen": row.version})

    def do(form: EnterRentForm) -> str:
        services.enter(
            ref=row.reference, seen=form.cleaned_data["seen"], periods=form.periods(), actor=request.actor, at=at
        )
        return back

    page = FormPage(
        title="Enter the rent", button="Save the rent", layout=door.layout, caption=row.known_as, back_url=back
    )
    return act(request, form, do, page, said="The rent is saved.")


def pay(request: Request, reference: str, door: Door) -> HttpResponse:
    row, at = scoped.tenancy(request, reference), now()
    page = FormPage(title="Enter a payment", button="Save the payment", layout=door.layout, caption=row.known_as)
    initial = {"paid_on": dates.today(at)}
    return act_on(request, row, PaymentForm, services.pay, page, at=at, said="The payment is saved.", initial=initial)


def award(request: Request, reference: str, door: Door) -> HttpResponse:
    row = scoped.tenancy(request, reference)
    page = FormPage(
        title="Rent that waits for Universal Credit",
        button="Save",
        layout=door.layout,
        caption=row.known_as,
        intro="Rent that is unpaid only because an award has not come yet does not count for ground 8.",
    )
    return act_on(request, row, door.award_form, services.await_award, page, at=now(), said="Saved.")


def rent_day(request: Request, reference: str, door: Door) -> HttpResponse:
    row = scoped.tenancy(request, reference)
    page = FormPage(title="The first rent day", button="Save the day", layout=door.layout, caption=row.known_as)
    initial = {"first_due_on": row.first_due_on}
    return act_on(
        request, row, RentDayForm, services.set_rent_day, page, at=now(), said="The rent day is set.", initial=initial
    )


def correct(request: Request, reference: str, number: int, door: Door) -> HttpResponse:
    row = scoped.tenancy(request, reference)
    entry = get_object_or_404(row.entries.shown_to(request.actor), number=number)

    def put_right(**given: Any) -> Tenancy:
        return services.correct(number=number, **given)

    page = FormPage(
        title=f"Put right: {ENTRY_LABELS[EntryKind(entry.kind)]}, {dates.in_words(entry.day)}",
        button="Save",
        layout=door.layout,
        caption=row.known_as,
        intro=f"The record says {entry.amount}. The old line stays in the history with your reason.",
    )
    initial = {"amount": entry.amount.plain, "day": entry.day}
    return act_on(request, row, CorrectForm, put_right, page, at=now(), said="The line is put right.", initial=initial)


def make_sheet(request: Request, reference: str, door: Door) -> HttpResponse:
    row = scoped.tenancy(request, reference)
    page = FormPage(
        title="Facts sheet for direct payment",
        button="Make the sheet",
        layout=door.layout,
        caption=row.known_as,
        intro="We put the facts that the Department for Work and Pensions asks a landlord for on one sheet, from the "
        "rent record. Enter the rent up to today first.",
    )
    return act_on(request, row, RecordForm, sheets.for_landlord, page, at=now(), said="The sheet is on this page.")


def pdf(request: Request, reference: str, document: str, *purposes: str) -> HttpResponse:
    found = scoped.sheet(scoped.tenancy(request, reference), document, *purposes)
    return serve(making.make(found.pk, actor=request.actor, at=now()))


def twin(request: Request, reference: str, document: str, *purposes: str, download_url: str) -> HttpResponse:
    """The page of a sheet: the same words as the PDF."""
    found = scoped.sheet(scoped.tenancy(request, reference), document, *purposes)
    return letter_page(request, found, download_url=download_url)
