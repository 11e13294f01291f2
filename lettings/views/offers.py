from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.documents.pages import letter_of, pdf_of
from core.ui.pages import FormPage, act, act_on
from households.views.office import desk
from lettings.forms import office as forms
from lettings.models import Offer
from lettings.rules.offer import Basis
from lettings.selectors import offers as offer_pages
from lettings.selectors import packs
from lettings.services import offers, withdrawing
from lettings.services.offers import TO_CONSIDER_DAYS, Terms
from lettings.views.office import scoped as scoped_nomination


@office_view(Can.MAKE_OFFERS)
def draft(request: Request, reference: str) -> HttpResponse:
    row = scoped_nomination(request, reference)
    initial = {"seen": row.version, "basis": Basis.ORDINARY, "secured_by_council": "yes"}
    form = forms.DraftOfferForm(request.POST or None, initial=initial)

    def do(form: forms.DraftOfferForm) -> str:
        given = dict(form.cleaned_data)
        seen = given.pop("seen")
        terms = Terms(**(given | {"basis": Basis(given["basis"])}))
        offer = offers.draft(nomination_ref=row.reference, seen=seen, terms=terms, actor=request.actor, at=now())
        return reverse("lettings_office_offer", args=[offer.reference])

    page = FormPage(
        title=f"Offer to {row.household.name}",
        button="Go on to the suitability checks",
        template="lettings/office/draft_offer.html",
        back_url=reverse("lettings_office_nomination", args=[row.reference]),
    )
    return act(request, form, do, page, **offer_pages.before_drafting(row.household, request.actor, today(now())))


def scoped(request: Request, reference: str) -> Offer:
    rows = Offer.objects.visible_to(request.actor).select_related(
        "nomination__let__home__landlord", "nomination__household", "signed_by"
    )
    row = get_object_or_404(rows.prefetch_related("suitability_rows"), reference=reference)
    desk.opened(request, row.nomination.household)
    return row


@office_view(Can.SEE_HOUSEHOLDS)
def offer(request: Request, reference: str) -> HttpResponse:
    context = offer_pages.offer(scoped(request, reference), request.actor, today(now()))
    return render(request, "lettings/office/offer.html", context)


@office_view(Can.MAKE_OFFERS)
def checks(request: Request, reference: str) -> HttpResponse:
    row, at = scoped(request, reference), now()
    rows = packs.rows(row, today(at))
    form = forms.PackForm(request.POST or None, rows=rows, initial={"seen": row.version})
    to = reverse("lettings_office_offer", args=[row.reference])

    def do(form: forms.PackForm) -> str:
        offers.answer_rows(
            ref=row.reference,
            seen=form.cleaned_data["seen"],
            answers=form.to_answers(),
            actor=request.actor,
            at=at,
        )
        return to

    page = FormPage(title="Suitability checks", button="Save the checks", back_url=to)
    return act(request, form, do, page, said="The checks are saved.")


@office_view(Can.MAKE_OFFERS)
def sign(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title="Sign that the home is suitable", button="Sign")
    return act_on(request, row, forms.SignForm, offers.sign_suitability, page, at=now(), said="Signed.")


@office_view(Can.MAKE_OFFERS)
def make(request: Request, reference: str) -> HttpResponse:
    row, at = scoped(request, reference), now()
    page = FormPage(
        title=f"Make the offer to {row.nomination.household.name}",
        button="Make the offer",
        intro="The letter is written now and they are told. The home is held for them.",
    )
    initial = {"answer_by": today(at) + timedelta(days=TO_CONSIDER_DAYS)}
    return act_on(
        request, row, forms.MakeOfferForm, offers.make, page, at=at, initial=initial, said="The offer is made."
    )


def answer_of(*, accepts: bool, reasons: str, **call) -> Offer:
    """The household's yes or no, from one form."""
    return offers.accept(**call) if accepts else offers.refuse(reasons=reasons, **call)


@office_view(Can.MAKE_OFFERS)
def answer(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title=f"What {row.nomination.household.name} said", button="Save their answer")
    return act_on(request, row, forms.OfferAnswerForm, answer_of, page, at=now(), said="Saved.")


@office_view(Can.MAKE_OFFERS)
def withdraw(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title="Withdraw the offer", intro=forms.WHO_IS_TOLD, button="Withdraw", button_style="warning")
    return act_on(
        request, row, forms.NoteForm, withdrawing.withdraw_offer, page, at=now(), said="The offer is withdrawn."
    )


@office_view(Can.SEE_HOUSEHOLDS)
def letter(request: Request, reference: str) -> HttpResponse:
    """The letter as a page."""
    row = scoped(request, reference)
    download = reverse("lettings_office_offer_pdf", args=[row.reference])
    return letter_of(request, row.letter_reference, download_url=download)


@office_view(Can.SEE_HOUSEHOLDS)
def pdf(request: Request, reference: str) -> HttpResponse:
    return pdf_of(request, scoped(request, reference).letter_reference, at=now())
