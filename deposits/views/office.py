from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.documents.pages import letter_of, pdf_of
from core.documents.rules.kinds import INVENTORY
from core.documents.services import uploads
from core.ui.addresses import record_url
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act, act_on, show_list
from deposits.forms import (
    ApplicationFilterForm,
    InventoryForm,
    KeysForm,
    RecommendForm,
    RefuseForm,
    VoidForm,
)
from deposits.models import Guarantee, SchemeApplication
from deposits.selectors import pages
from deposits.services import applications, guarantees, voiding
from deposits.services.guarantees import InventoryGiven
from deposits.services.keys import hand_over
from households.views.office import desk
from landlords.forms import QuestionForm
from lettings.models import Nomination


@office_view(Can.SEE_GUARANTEES)
def listed(request: Request) -> HttpResponse:
    form = ApplicationFilterForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    return show_list(
        request,
        "Deposit guarantees",
        form,
        pages.applications(request.actor, **given),
        partial(pages.table, actor=request.actor, on=today(now())),
        noun="guarantees",
        template="deposits/office/list.html",
        liability=pages.liability(request.actor),
    )


def scoped(request: Request, reference: str) -> SchemeApplication:
    rows = SchemeApplication.objects.visible_to(request.actor)
    related = ("home__landlord", "scheme_version__scheme", "recommended_by", "approved_by")
    return get_object_or_404(rows.select_related(*related), reference=reference)


@office_view(Can.SEE_GUARANTEES)
def application(request: Request, reference: str) -> HttpResponse:
    context = pages.application(scoped(request, reference), request.actor, today(now()))
    return render(request, "deposits/office/application.html", context)


@office_view(Can.RECOMMEND_GUARANTEES)
def recommend(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Recommend this guarantee", button="Recommend")
    row = scoped(request, reference)
    return act_on(request, row, RecommendForm, applications.recommend, page, at=now(), said="Another officer decides.")


@office_view(Can.APPROVE_GUARANTEES)
def approve(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title=f"Approve up to {row.amount}",
        button="Approve",
        intro="The landlord is asked to sign. The guarantee starts with the tenancy.",
    )
    return act_on(request, row, RecordForm, applications.approve, page, at=now(), said="Approved.")


@office_view(Can.RECOMMEND_GUARANTEES)
def ask(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Ask the landlord for more", button="Send the question")
    row = scoped(request, reference)
    return act_on(request, row, QuestionForm, applications.ask_for_more, page, at=now(), said="The question is sent.")


@office_view(Can.RECOMMEND_GUARANTEES)
def refuse(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Do not approve this guarantee", button="Do not approve", button_style="warning")
    return act_on(request, scoped(request, reference), RefuseForm, applications.refuse, page, at=now(), said="Saved.")


def scoped_guarantee(request: Request, reference: str) -> Guarantee:
    rows = Guarantee.objects.visible_to(request.actor).select_related("application__home__landlord", "tenancy")
    return get_object_or_404(rows.prefetch_related("inventories"), reference=reference)


@office_view(Can.SEE_GUARANTEES)
def guarantee(request: Request, reference: str) -> HttpResponse:
    context = pages.guarantee(scoped_guarantee(request, reference), request.actor, today(now()))
    return render(request, "deposits/office/guarantee.html", context)


@office_view(Can.SIGN_AS_MANAGER)
def void(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Void: given by mistake",
        button="Make it void",
        button_style="warning",
        intro="It covers nothing from now on and cannot come back. We write to the landlord and the tenant with your "
        "reason. Never do this because of something that the tenant did or left undone.",
    )
    row = scoped_guarantee(request, reference)
    return act_on(request, row, VoidForm, voiding.void, page, at=now(), said="It is void. Both have been told why.")


@office_view(Can.START_TENANCIES)
def inventory(request: Request, reference: str) -> HttpResponse:
    row, at = scoped_guarantee(request, reference), now()
    initial = {"seen": row.version, "made_on": today(at)}
    form = InventoryForm(request.POST or None, request.FILES or None, initial=initial)
    to = reverse("deposits_office_guarantee", args=[row.reference])

    def do(form: InventoryForm) -> str:
        given = dict(form.cleaned_data)
        photo = uploads.receive(given.pop("photo"), kind=INVENTORY, actor=request.actor, at=at, field="photo")
        seen, shows = given.pop("seen"), given.pop("photo_shows")
        guarantees.record_inventory(
            ref=row.reference,
            seen=seen,
            given=InventoryGiven(photos=((photo.reference, shows),), **given),
            actor=request.actor,
            at=at,
        )
        return to

    page = FormPage(
        title="Record the inventory",
        button="Save the inventory",
        intro="Damage cover starts when the signed inventory with a photograph is in.",
        back_url=to,
    )
    return act(request, form, do, page, said="The inventory is in. Damage is covered from today.")


@office_view(Can.START_TENANCIES)
def keys(request: Request, reference: str) -> HttpResponse:
    """Hand over the keys to the household that accepted."""
    rows = Nomination.objects.visible_to(request.actor).select_related("household", "let__home")
    row, at = get_object_or_404(rows, reference=reference), now()
    desk.opened(request, row.household)
    form = KeysForm(request.POST or None, initial={"seen": row.version, "started_on": today(at)})

    def do(form: KeysForm) -> str:
        tenancy, _ = hand_over(
            nomination_ref=row.reference,
            seen=form.cleaned_data["seen"],
            started_on=form.cleaned_data["started_on"],
            checks=form.checks(),
            actor=request.actor,
            at=at,
        )
        return record_url(tenancy.subject, request.actor)

    page = FormPage(
        title=f"Hand over the keys to {row.household.name}",
        button="The keys are handed over",
        intro="The first two must be done before. The rest can follow, and is put in the queue.",
        back_url=record_url(row.subject, request.actor),
    )
    return act(request, form, do, page, said="The tenancy has begun.")


@office_view(Can.SEE_GUARANTEES)
def certificate(request: Request, reference: str) -> HttpResponse:
    row = scoped_guarantee(request, reference)
    download = reverse("deposits_office_certificate_pdf", args=[row.reference])
    return letter_of(request, row.certificate_reference, download_url=download)


@office_view(Can.SEE_GUARANTEES)
def certificate_pdf(request: Request, reference: str) -> HttpResponse:
    return pdf_of(request, scoped_guarantee(request, reference).certificate_reference, at=now())
