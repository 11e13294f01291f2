from dataclasses import replace
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.rulebook.views import notices
from core.ui.addresses import record_url
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, about, act, act_on, show_list
from tenancies.forms.life import (
    AnswerForm,
    DirectPaymentForm,
    EndForm,
    LandlordNoticeForm,
    NoteForm,
    OutcomeForm,
    TenancyFilterForm,
    TenantNoticeForm,
    TickForm,
)
from tenancies.models import CheckIn
from tenancies.rules.check_in import Answer
from tenancies.rules.tenancy import ATTENDED
from tenancies.selectors import lists, notice_checker
from tenancies.services import check_ins, life, passing_on, sheets
from tenancies.views import scoped


@office_view(Can.SEE_GUARANTEES)
def listed(request: Request) -> HttpResponse:
    form = TenancyFilterForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    rows = lists.tenancies(request.actor, **given)
    table = partial(lists.office_table, actor=request.actor, on=today(now()))
    return show_list(request, "Tenancies", form, rows, table, noun="tenancies")


@office_view(Can.START_TENANCIES)
def tick(request: Request, reference: str) -> HttpResponse:
    row, at = scoped.tenancy(request, reference), now()
    form = TickForm(request.POST or None, initial={"seen": row.version}, done=row.checks)
    back = record_url(row.subject, request.actor)

    def do(form: TickForm) -> str:
        seen, names = form.cleaned_data["seen"], form.cleaned_data["names"]
        life.tick(ref=row.reference, seen=seen, names=names, actor=request.actor, at=at)
        return back

    page = FormPage(title="Tick what is done", button="Save", back_url=back)
    page = replace(page, caption=about(row, page, request.actor))
    return act(request, form, do, page, said="The list is up to date.")


@office_view(Can.START_TENANCIES)
def attended(request: Request, reference: str, kind: str) -> HttpResponse:
    """Say what came of something that waited for an officer."""
    row = scoped.tenancy(request, reference)
    if kind not in ATTENDED:
        raise Http404
    page = FormPage(title=ATTENDED[kind], button="Save")
    service = partial(life.attended, kind=kind)
    return act_on(request, row, OutcomeForm, service, page, at=now(), said="It waits no more.")


@office_view(Can.START_TENANCIES)
def put_at_risk(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="This tenancy needs help to last",
        button="Save",
        intro="It stands in the queue until somebody has looked at it again. Neither side is told.",
    )
    row = scoped.tenancy(request, reference)
    return act_on(request, row, NoteForm, life.put_at_risk, page, at=now(), said="It is in the queue.")


@office_view(Can.START_TENANCIES)
def recover(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="This tenancy stands again", button="Save")
    row = scoped.tenancy(request, reference)
    return act_on(request, row, NoteForm, life.recover, page, at=now(), said="Saved.")


@office_view(Can.START_TENANCIES)
def notice(request: Request, reference: str) -> HttpResponse:
    """Record a notice that the landlord gave."""
    page = FormPage(
        title="The landlord gave notice",
        button="Record the notice",
        intro="Tell the tenant the same day what it means. The date in it is not the day to leave.",
    )
    return noted(request, reference, LandlordNoticeForm, life.serve_notice, page)


@office_view(Can.SEE_GUARANTEES)
def check_notice(request: Request, reference: str) -> HttpResponse:
    """The notice checker, filled with what our own records say."""
    row, on = scoped.tenancy(request, reference), today(now())
    asked, grounds = notice_checker.to_check(row, request.actor, on)
    return notices.show(request, asked, on=on, cited=grounds)


@office_view(Can.WORK_HOUSEHOLDS)
def case_notice(request: Request, reference: str) -> HttpResponse:
    """Put the landlord's notice into the record of the household."""
    page = FormPage(
        title="Put the notice into the case",
        button="Put it into the case",
        intro="The household’s record then has the notice with its dates and grounds. Say there whether it is good.",
    )
    row = scoped.tenancy(request, reference)
    said = "The notice is in the household’s record."
    return act_on(request, row, RecordForm, passing_on.from_tenancy, page, at=now(), said=said)


@office_view(Can.START_TENANCIES)
def tenant_notice(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="The tenant gave notice",
        button="Record the notice",
        intro="A tenant gives two months’ notice, or less if the landlord agrees in writing.",
    )
    return noted(request, reference, TenantNoticeForm, life.tenant_notice, page)


def noted(
    request: Request, reference: str, form_class: type[TenantNoticeForm], service: Any, page: FormPage
) -> HttpResponse:
    row, at = scoped.tenancy(request, reference), now()
    form = form_class(request.POST or None, initial={"seen": row.version, "served_on": today(at)})
    back = record_url(row.subject, request.actor)

    def do(form: TenantNoticeForm) -> str:
        seen = form.cleaned_data["seen"]
        service(ref=row.reference, seen=seen, notice=form.to_notice(), actor=request.actor, at=at)
        return back

    page = replace(page, back_url=back, caption=about(row, page, request.actor))
    return act(request, form, do, page, said="The notice is recorded.")


@office_view(Can.START_TENANCIES)
def withdraw_notice(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="The landlord took the notice back", button="Save")
    row = scoped.tenancy(request, reference)
    return act_on(request, row, RecordForm, life.withdraw_notice, page, at=now(), said="The tenancy goes on.")


@office_view(Can.START_TENANCIES)
def stay(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="The tenant stays",
        button="Save",
        intro="Both agreed in writing that the tenant’s notice is taken back, and every joint tenant with them.",
    )
    row = scoped.tenancy(request, reference)
    return act_on(request, row, RecordForm, life.stay, page, at=now(), said="The tenancy goes on.")


@office_view(Can.START_TENANCIES)
def end(request: Request, reference: str) -> HttpResponse:
    row, at = scoped.tenancy(request, reference), now()
    form = EndForm(request.POST or None, initial={"seen": row.version, "ended_on": today(at)})
    back = record_url(row.subject, request.actor)

    def do(form: EndForm) -> str:
        seen = form.cleaned_data["seen"]
        life.end(ref=row.reference, seen=seen, ending=form.to_ending(), actor=request.actor, at=at)
        return back

    page = FormPage(title="End this tenancy", button="End the tenancy", button_style="warning", back_url=back)
    page = replace(page, caption=about(row, page, request.actor))
    return act(request, form, do, page, said="The tenancy has ended.")


@office_view(Can.START_TENANCIES)
def direct_payment(request: Request, reference: str) -> HttpResponse:
    """Ask the tenant about direct payment, and write their sheet."""
    page = FormPage(
        title="Direct payment of the rent: the tenant’s sheet",
        button="Make the sheet",
        intro="The tenant may ask from the first day. The landlord never sees this sheet or these answers.",
    )
    row = scoped.tenancy(request, reference)
    initial = {"reasons": row.direct_payment.get("reasons", [])}
    said = "The tenant’s sheet is on this page."
    return act_on(request, row, DirectPaymentForm, sheets.for_tenant, page, at=now(), said=said, initial=initial)


def ring_up(*, given: str, **call: Any) -> CheckIn:
    return check_ins.record(given=Answer(given), **call)


@office_view(Can.START_TENANCIES)
def check_in(request: Request, reference: str) -> HttpResponse:
    """Record what somebody said when an officer rang."""
    rows = CheckIn.objects.visible_to(request.actor).select_related("tenancy__nomination__household")
    row = get_object_or_404(rows, reference=reference)
    scoped.opened(request, row.tenancy.nomination.household)
    page = FormPage(
        title=f"{row.label} check-in: what the {row.side} said",
        button="Save",
        back_url=record_url(row.tenancy.subject, request.actor),
    )
    return act_on(request, row, AnswerForm, ring_up, page, at=now(), said="Saved.", to=page.back_url)
