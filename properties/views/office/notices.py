from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act
from properties.forms.notice import DatesForm, SettleForm
from properties.models import Home, HomeNotice
from properties.selectors import notices as selectors
from properties.services import notices


def scoped(request: Request, reference: str) -> HomeNotice:
    rows = HomeNotice.objects.visible_to(request.actor).select_related("landlord", "home")
    return get_object_or_404(rows, reference=reference)


@office_view(Can.SEE_HOMES)
def notice(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    return render(request, "properties/office/notice.html", selectors.page(row, request.actor, today(now())))


@office_view(Can.PUBLISH_LETS)
def settle(request: Request, reference: str) -> HttpResponse:
    """Decide whether a notice stands, with what dates, or counts for nothing."""
    row = scoped(request, reference)
    form, at = SettleForm(request.POST or None, initial=SettleForm.initial_for(row)), now()
    record = record_url(row.subject, request.actor)

    def do(form: SettleForm) -> str:
        seen = form.cleaned_data["seen"]
        notices.settle(ref=row.reference, seen=seen, actor=request.actor, at=at, **form.settled())
        return record

    page = FormPage(
        title="Settle the notice",
        button="Save and tell the landlord",
        intro="Ask for the notice itself, or for the court’s order, before you change what we know.",
        back_url=record,
        caption=f"{row.known_as}, {row.reference}",
        template="properties/office/notice_settle.html",
    )
    return act(request, form, do, page, said="Saved.", rows=list(selectors.facts(row)))


@office_view(Can.PUBLISH_LETS)
def record(request: Request, reference: str) -> HttpResponse:
    """Write down a notice for a home that somebody told us of."""
    home = get_object_or_404(Home.objects.visible_to(request.actor), reference=reference)
    form, at = DatesForm(request.POST or None, initial={"seen": home.version}), now()
    url = record_url(home.subject, request.actor)

    def do(form: DatesForm) -> str:
        notices.record(
            ref=home.reference,
            seen=form.cleaned_data["seen"],
            notice=form.to_notice(),
            note=form.cleaned_data["note"],
            actor=request.actor,
            at=at,
        )
        return url

    page = FormPage(
        title="Record a notice to sell or move in",
        button="Save",
        intro="A notice on ground 1 or 1A. The home cannot be let or advertised until its restricted period is over. "
        "We do not tell the landlord who told us.",
        back_url=url,
        caption=f"{home.known_as}, {home.reference}",
    )
    return act(request, form, do, page, said="Saved.")
