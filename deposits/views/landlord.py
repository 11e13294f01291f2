from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.request import Request
from core.dates import today
from core.documents.pages import letter_of, pdf_of
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act, act_on
from deposits.forms import SignForm
from deposits.models import SchemeApplication
from deposits.selectors import pages
from deposits.services import applications
from deposits.views.office import scoped, scoped_guarantee
from landlords.forms import AnswerForm
from properties.models import Home

LAYOUT = "layouts/landlord.html"


@landlord_view
def listed(request: Request) -> HttpResponse:
    rows = pages.applications(request.actor)
    return render(
        request, "deposits/landlord/list.html", {"table": pages.landlord_table(rows, request.actor, today(now()))}
    )


@landlord_view
def apply(request: Request, home: str) -> HttpResponse:
    """Apply for a guarantee on one home."""
    row = get_object_or_404(Home.objects.visible_to(request.actor).select_related("landlord"), reference=home)
    form = RecordForm(request.POST or None, initial={"seen": row.version})

    def do(form: RecordForm) -> str:
        seen = form.cleaned_data["seen"]
        application = applications.submit(home_ref=row.reference, seen=seen, actor=request.actor, at=now())
        return reverse("deposits_landlord_application", args=[application.reference])

    page = FormPage(
        title=f"Apply for a deposit guarantee for {row.area_label}",
        button="Apply",
        layout=LAYOUT,
        template="deposits/landlord/apply.html",
        back_url=reverse("deposits_landlord_list"),
    )
    offered = pages.offered(row, today(now()))
    return act(request, form, do, page, said="We have your application.", offered=offered)


@landlord_view
def application(request: Request, reference: str) -> HttpResponse:
    context = pages.application(scoped(request, reference), request.actor, today(now()))
    return render(request, "deposits/landlord/application.html", context)


@landlord_view
def answer(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title=row.question or "Your answer", button="Send your answer", layout=LAYOUT)
    return act_on(request, row, AnswerForm, applications.answer, page, at=now(), said="Thank you. We go on at once.")


def sign_it(*, agreed: bool, **call) -> SchemeApplication:
    """The form has seen to it that the box is ticked."""
    return applications.sign(**call)


@landlord_view
def sign(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title="Sign your deposit guarantee",
        button="Sign",
        layout=LAYOUT,
        template="deposits/landlord/sign.html",
        intro=f"We promise to pay up to {row.amount} for what is covered.",
    )
    terms = pages.term_rows(row.scheme_version.terms)
    said = "Signed. It starts with the tenancy."
    return act_on(request, row, SignForm, sign_it, page, at=now(), said=said, terms=terms)


@landlord_view
def guarantee(request: Request, reference: str) -> HttpResponse:
    context = pages.guarantee(scoped_guarantee(request, reference), request.actor, today(now()))
    return render(request, "deposits/landlord/guarantee.html", context)


@landlord_view
def certificate(request: Request, reference: str) -> HttpResponse:
    row = scoped_guarantee(request, reference)
    download = reverse("deposits_landlord_certificate_pdf", args=[row.reference])
    return letter_of(request, row.certificate_reference, download_url=download)


@landlord_view
def certificate_pdf(request: Request, reference: str) -> HttpResponse:
    return pdf_of(request, scoped_guarantee(request, reference).certificate_reference, at=now())
