from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.documents import serving
from core.documents.models import Document
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on, show_list
from properties.forms.let import AskForm
from properties.forms.office import REJECT, DecideForm, HomeFilterForm, ProhibitionForm
from properties.models import Home
from properties.selectors import evidence
from properties.selectors import homes as selectors
from properties.services import certificates, checks, homes


@office_view(Can.SEE_HOMES)
def listed(request: Request) -> HttpResponse:
    form = HomeFilterForm(request.GET)
    rows = selectors.office_list(request.actor, form.to_filters())
    table = partial(selectors.office_table, actor=request.actor)
    return show_list(request, "Homes", form, rows, table, noun="homes")


@office_view(Can.SEE_HOMES)
def file(request: Request, reference: str, document: str) -> HttpResponse:
    """A certificate or photo of a home."""
    home = scoped(request, reference)
    found = get_object_or_404(Document.objects.about(home.subject), reference=document)
    size = "medium" if request.GET.get("size") == "medium" else "large"
    return serving.serve(found, inline=True, size=size)


def scoped(request: Request, reference: str) -> Home:
    return get_object_or_404(Home.objects.visible_to(request.actor), reference=reference)


@office_view(Can.VERIFY_CERTIFICATES)
def certificate(request: Request, reference: str, kind: str) -> HttpResponse:
    """One certificate beside its file, to be accepted or not."""
    home = scoped(request, reference)
    found = get_object_or_404(home.certificates, kind=kind, replaced_at=None, state__in=evidence.DECIDABLE)

    def decide(*, decision: str, reason: str, **given: object) -> Home:
        if decision == REJECT:
            return certificates.reject(kind=kind, reason=reason, **given)
        return certificates.verify(kind=kind, **given)

    page = FormPage(title=f"Check the {found.noun}", button="Save", template="properties/office/certificate.html")
    context = evidence.one(home, found)
    return act_on(request, home, DecideForm, decide, page, at=now(), said="Saved.", **context)


@office_view(Can.VERIFY_CERTIFICATES)
def in_order(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="The certificates are in order",
        button="Go on to the visit",
        intro="A visit is put in the queue of the officers who check homes, to be booked within 5 working days.",
    )
    said = "The visit can be booked."
    service = homes.certificates_in_order
    return act_on(request, scoped(request, reference), RecordForm, service, page, at=now(), said=said)


@office_view(Can.VERIFY_CERTIFICATES)
def ask(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Ask the landlord for a change",
        button="Send it to the landlord",
        intro="Nothing that they sent is lost. They change it and send the home again.",
    )
    said, service = "The landlord is asked.", homes.ask_for_changes
    return act_on(request, scoped(request, reference), AskForm, service, page, at=now(), said=said)


@office_view(Can.PUBLISH_LETS)
def accept(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Accept the home",
        button="Accept",
        intro="The landlord is told, and can offer it to rent and apply for a guarantee.",
    )
    said = "The home is accepted."
    return act_on(request, scoped(request, reference), RecordForm, homes.accept, page, at=now(), said=said)


@office_view(Can.CHECK_PROPERTIES)
def ask_visit(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Arrange another visit",
        button="Put it in the queue",
        intro="For a home that did not pass, once the landlord has put things right.",
    )
    said = "The visit can be booked."
    return act_on(request, scoped(request, reference), RecordForm, checks.ask_again, page, at=now(), said=said)


@office_view(Can.CHECK_PROPERTIES)
def prohibition(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Prohibition order",
        button="Save",
        intro="While an order under section 20 of the Housing Act 2004 is in force, the home cannot be let.",
    )
    home = scoped(request, reference)
    initial = {"in_force": not home.open_prohibition}
    service = homes.set_prohibition
    return act_on(request, home, ProhibitionForm, service, page, at=now(), said="Saved.", initial=initial)
