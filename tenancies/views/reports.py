"""The pages of one tenancy concern, and what each side does on its own."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import landlord_view, office_view, resident_view
from core.access.request import Request
from core.dates import today
from core.documents.models import Document
from core.documents.pages import letter_page
from core.documents.services import making
from core.documents.serving import serve
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act, act_on, show_list
from tenancies import letters
from tenancies.forms.report_actions import OptionalNoteForm
from tenancies.forms.reports import AnswerForm, ReportFilterForm
from tenancies.models import ProblemReport
from tenancies.rules.problem import Source
from tenancies.rules.report import Side
from tenancies.selectors import notices, report_lists, report_office, reports
from tenancies.services import agreeing, contacting, ending
from tenancies.views import scoped
from tenancies.views.reporting import whole_of


@landlord_view
def landlord_report(request: Request, reference: str) -> HttpResponse:
    row = whole_of(request, reference)
    return render(request, "tenancies/landlord/report.html", reports.for_the_landlord(row, request.actor, today(now())))


@resident_view
def resident_report(request: Request, reference: str) -> HttpResponse:
    row = whole_of(request, reference)
    return render(request, "tenancies/resident/report.html", reports.for_the_tenant(row, request.actor, today(now())))


def write(request: Request, reference: str, side: Side, layout: str) -> HttpResponse:
    row = get_object_or_404(ProblemReport.objects.visible_to(request.actor), reference=reference)
    back = record_url(row.subject, request.actor)

    def do(form: AnswerForm) -> str:
        body = form.cleaned_data["body"]
        contacting.answer(ref=row.reference, side=side, body=body, actor=request.actor, at=now())
        return back

    page = FormPage(title="Write to your officer", button="Send", layout=layout, back_url=back)
    return act(
        request,
        AnswerForm(request.POST or None, source=Source(side)),
        do,
        page,
        said="Your message is sent. We answer within 2 working days.",
    )


@landlord_view
def landlord_write(request: Request, reference: str) -> HttpResponse:
    return write(request, reference, Side.LANDLORD, "layouts/landlord.html")


@resident_view
def resident_write(request: Request, reference: str) -> HttpResponse:
    return write(request, reference, Side.TENANT, "layouts/resident.html")


def ticked(request: Request, reference: str, number: int) -> HttpResponse:
    row = get_object_or_404(ProblemReport.objects.visible_to(request.actor), reference=reference)
    if request.method == "POST":
        agreeing.tick(ref=row.reference, number=number, actor=request.actor, at=now())
    return redirect(f"{record_url(row.subject, request.actor)}#actions")


@landlord_view
def landlord_tick(request: Request, reference: str, number: int) -> HttpResponse:
    return ticked(request, reference, number)


@resident_view
def resident_tick(request: Request, reference: str, number: int) -> HttpResponse:
    return ticked(request, reference, number)


@office_view(Can.WORK_REPORTS)
def office_tick(request: Request, reference: str, number: int) -> HttpResponse:
    return ticked(request, reference, number)


@resident_view
def resident_decline(request: Request, reference: str) -> HttpResponse:
    """The tenant says no to help: what we were told about them is deleted on a day set now."""
    row = get_object_or_404(ProblemReport.objects.visible_to(request.actor), reference=reference)
    page = FormPage(
        title="Say no to help",
        button="I do not want help with this",
        layout="layouts/resident.html",
        intro="We stop, and delete what we were told about you. You can still ask us for help at any time.",
    )
    said = "Thank you for telling us. We have stopped."
    to = reverse("tenancies_resident_reports")
    return act_on(request, row, OptionalNoteForm, ending.decline, page, at=now(), said=said, to=to)


@office_view(Can.SEE_HOUSEHOLDS)
def office_list(request: Request) -> HttpResponse:
    """The queue of tenancy concerns, with what we promised and to whom we owe an answer."""
    form, on = ReportFilterForm(request.GET), today(now())
    rows = report_lists.listed(request.actor, form.to_filters(), on)
    table = partial(report_lists.table, actor=request.actor, on=on)
    more = {"template": "tenancies/office/reports.html", "tiles": notices.became(request.actor, on)}
    return show_list(request, "Tenancy concerns", form, rows, table, noun="tenancy concerns", keys_first=True, **more)


@office_view(Can.SEE_HOUSEHOLDS)
def office_report(request: Request, reference: str) -> HttpResponse:
    rows = report_lists.whole(request.actor).select_related(
        *report_lists.NEEDED, "intention", "household__safe_contact"
    )
    rows = rows.prefetch_related("thread__author", "actions", "attempts__officer")
    row = scoped.opened_report(request, get_object_or_404(rows, reference=reference))
    return render(request, "tenancies/office/report.html", report_office.page(row, request.actor, today(now())))


def paper_of(request: Request, reference: str) -> Document:
    """The notice to the tenant that was made for printing."""
    row = scoped.report(request, reference)
    return get_object_or_404(Document.objects.about(row.subject), purpose=letters.CONCERN_TEMPLATE)


@office_view(Can.SEE_HOUSEHOLDS)
def office_paper(request: Request, reference: str) -> HttpResponse:
    download = reverse("tenancies_office_report_paper_pdf", args=[reference])
    return letter_page(request, paper_of(request, reference), download_url=download)


@office_view(Can.SEE_HOUSEHOLDS)
def office_paper_pdf(request: Request, reference: str) -> HttpResponse:
    return serve(making.make(paper_of(request, reference).pk, actor=request.actor, at=now()))
