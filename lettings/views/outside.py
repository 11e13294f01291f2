"""The pages of a nomination and an offer for the landlord and for the applicant."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view, resident_view
from core.access.request import Request
from core.dates import today
from core.documents.models import Document
from core.documents.pages import pdf_of
from core.documents.services import letters as documents
from core.documents.serving import guarded
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on
from lettings import calendars
from lettings.forms.outside import AnswerOfferForm, MeetHouseholdForm, SeeHomeForm
from lettings.models import Nomination, Offer, Viewing
from lettings.selectors import nominations as pages
from lettings.selectors import offers as offer_pages
from lettings.services import taken_off
from lettings.views.offers import answer_of
from lettings.views.office import answer_of_landlord, answer_of_resident
from properties.models import Let

RELATED = ("let__home__landlord", "household", "officer")


def scoped(request: Request, reference: str) -> Nomination:
    rows = Nomination.objects.visible_to(request.actor).select_related(*RELATED).prefetch_related("viewings")
    return get_object_or_404(rows, reference=reference)


@landlord_view
def landlord_nomination(request: Request, reference: str) -> HttpResponse:
    context = pages.for_landlord(scoped(request, reference), request.actor, today(now()))
    return render(request, "lettings/landlord/nomination.html", context)


@landlord_view
def landlord_answer(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title="Your answer",
        button="Send your answer",
        layout="layouts/landlord.html",
        back_url=reverse("lettings_landlord_nomination", args=[row.reference]),
    )
    said = "Thank you. We tell the household and take it from here."
    return act_on(request, row, MeetHouseholdForm, answer_of_landlord, page, at=now(), to=page.back_url, said=said)


@landlord_view
def landlord_take_off(request: Request, reference: str) -> HttpResponse:
    let = get_object_or_404(Let.objects.visible_to(request.actor), reference=reference)
    page = FormPage(
        title="Take this home off the market?",
        button="Take it off the market",
        button_style="warning",
        layout="layouts/landlord.html",
        intro="The public page closes. If we put a household forward for it, we tell them that it is not to rent "
        "any more. You can offer it again at any time.",
    )
    return act_on(request, let, RecordForm, taken_off.take_off, page, at=now(), said="The home is off the market.")


@resident_view
def resident_list(request: Request) -> HttpResponse:
    """Every home we asked them about, the open ones first."""
    rows = Nomination.objects.visible_to(request.actor).select_related(*RELATED)
    return render(request, "lettings/resident/list.html", {"table": pages.resident_table(rows)})


@resident_view
def resident_nomination(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    offer = Offer.objects.visible_to(request.actor).filter(nomination=row).exclude(made_at=None).first()
    context = pages.for_resident(row, offer, request.actor, today(now()))
    return render(request, "lettings/resident/nomination.html", context)


@resident_view
def resident_answer(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title=f"A home in {row.let.home.area_label}",
        button="Send your answer",
        layout="layouts/resident.html",
        back_url=reverse("lettings_resident_nomination", args=[row.reference]),
    )
    said = "Thank you for telling us."
    return act_on(request, row, SeeHomeForm, answer_of_resident, page, at=now(), to=page.back_url, said=said)


def scoped_offer(request: Request, reference: str) -> Offer:
    """An offer that was made. Before that a resident has nothing to see."""
    rows = Offer.objects.visible_to(request.actor).exclude(made_at=None)
    related = ("nomination__let__home__landlord", "nomination__household")
    return get_object_or_404(rows.select_related(*related), reference=reference)


@resident_view
def resident_offer(request: Request, reference: str) -> HttpResponse:
    """The letter of the offer, and how to answer it."""
    row = scoped_offer(request, reference)
    document = get_object_or_404(Document, reference=row.letter_reference)
    context = offer_pages.offer_for_resident(row, request.actor, today(now())) | {"letter": documents.read(document)}
    return render(request, "lettings/resident/offer.html", context)


@resident_view
def resident_offer_answer(request: Request, reference: str) -> HttpResponse:
    row = scoped_offer(request, reference)
    page = FormPage(
        title="Your answer to our offer",
        button="Send your answer",
        layout="layouts/resident.html",
        intro="Not sure? Ring us first. We want you to have what you need to decide.",
        back_url=reverse("lettings_resident_offer", args=[row.reference]),
    )
    said = "Thank you. We have your answer."
    return act_on(request, row, AnswerOfferForm, answer_of, page, at=now(), to=page.back_url, said=said)


@resident_view
def resident_offer_pdf(request: Request, reference: str) -> HttpResponse:
    return pdf_of(request, scoped_offer(request, reference).letter_reference, at=now())


def calendar_file(request: Request, reference: str) -> HttpResponse:
    rows = Viewing.objects.filter(nomination__in=Nomination.objects.visible_to(request.actor))
    viewing = get_object_or_404(rows.select_related("nomination__let__home"), reference=reference)
    response = HttpResponse(calendars.viewing(viewing, request.get_host()), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="viewing.ics"'
    return guarded(response)


resident_calendar = resident_view(calendar_file)
landlord_calendar = landlord_view(calendar_file)
