from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import FormPage, act, act_on, show_list
from households.views.office import desk
from lettings.forms import office as forms
from lettings.models import Nomination, Viewing
from lettings.rules.nomination import LandlordReason, ResidentReason
from lettings.selectors import nominations as pages
from lettings.selectors import shortlist, shortlist_page
from lettings.services import nominations, viewings, withdrawing
from properties.models import Let


@office_view(Can.SEE_HOMES)
def listed(request: Request) -> HttpResponse:
    form = forms.LetFilterForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    rows = pages.lets(request.actor, **given)
    table = partial(pages.let_table, actor=request.actor, on=today(now()))
    return show_list(request, "Homes to rent", form, rows, table, noun="homes to rent")


@office_view(Can.SEE_HOUSEHOLDS)
def shortlist_of(request: Request, reference: str) -> HttpResponse:
    """Who the home fits, and why."""
    let = get_object_or_404(Let.objects.visible_to(request.actor).select_related("home__landlord"), reference=reference)
    found = shortlist.for_let(let, request.actor, today(now()))
    context = {"let": let, "home": pages.home_rows(let, with_address=True)}
    chosen = request.GET.get("group", "")
    return render(request, "lettings/office/shortlist.html", context | shortlist_page.page(found, request, chosen))


@office_view(Can.MATCH)
def put_forward(request: Request, reference: str, household: str) -> HttpResponse:
    let = get_object_or_404(Let.objects.visible_to(request.actor).select_related("home__landlord"), reference=reference)
    row = desk.scoped(request, household)
    at = now()
    found = shortlist.for_let(let, request.actor, today(at))
    entry = found.entry_of(row)
    form = forms.OverrideForm(request.POST or None, initial={"seen": let.version})

    def do(form: forms.OverrideForm) -> str:
        nomination = nominations.put_forward(
            let_ref=let.reference,
            household_ref=row.reference,
            shortlist=shortlist_page.snapshot(entry, today(at)) if entry else {"position": 0},
            override_because=form.cleaned_data["override_because"],
            actor=request.actor,
            at=at,
        )
        return reverse("lettings_office_nomination", args=[nomination.reference])

    page = FormPage(
        title=f"Put {row.name} forward",
        button="Ask them",
        template="lettings/office/put_forward.html",
        back_url=reverse("lettings_office_shortlist", args=[let.reference]),
    )
    return act(request, form, do, page, said="They are asked whether they want to see it.", entry=entry, let=let)


def scoped(request: Request, reference: str) -> Nomination:
    rows = Nomination.objects.visible_to(request.actor).select_related("let__home__landlord", "household", "officer")
    row = get_object_or_404(rows.prefetch_related("viewings", "offers"), reference=reference)
    desk.opened(request, row.household)
    return row


@office_view(Can.SEE_HOUSEHOLDS)
def nomination(request: Request, reference: str) -> HttpResponse:
    context = pages.nomination(scoped(request, reference), request.actor, today(now()))
    return render(request, "lettings/office/nomination.html", context)


def answer_of_resident(*, wants: bool, reason: str, note: str, **call) -> Nomination:
    """The applicant's yes or no, from one form."""
    if wants:
        return nominations.resident_agrees(**call)
    return nominations.resident_declines(reason=ResidentReason(reason), note=note, **call)


def answer_of_landlord(*, wants: bool, reason: str, note: str, **call) -> Nomination:
    """The landlord's yes or no, from one form."""
    if wants:
        return nominations.landlord_accepts(**call)
    return nominations.landlord_declines(reason=LandlordReason(reason), note=note, **call)


@office_view(Can.MATCH)
def resident_answer(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title=f"What {row.household.name} said", button="Save their answer")
    return act_on(request, row, forms.ResidentAnswerForm, answer_of_resident, page, at=now(), said="Saved.")


@office_view(Can.MATCH)
def landlord_answer(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title="What the landlord said", button="Save their answer")
    return act_on(request, row, forms.LandlordAnswerForm, answer_of_landlord, page, at=now(), said="Saved.")


@office_view(Can.MATCH)
def extend(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title="Give the landlord two more working days", button="Give more time", intro="You can do this once."
    )
    return act_on(request, row, forms.RecordForm, nominations.extend, page, at=now(), said="They have more time.")


@office_view(Can.MATCH)
def withdraw(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title=f"Withdraw {row.household.name}", intro=forms.WHO_IS_TOLD, button="Withdraw", button_style="warning"
    )
    return act_on(request, row, forms.NoteForm, withdrawing.withdraw, page, at=now(), said="Withdrawn.")


@office_view(Can.MATCH)
def arrange(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    form = forms.ViewingForm(request.POST or None, initial={"seen": row.version})

    def do(form: forms.ViewingForm) -> str:
        viewings.arrange(
            ref=row.reference,
            seen=form.cleaned_data["seen"],
            starts_at=form.starts_at,
            where_to_meet=form.cleaned_data["where_to_meet"],
            actor=request.actor,
            at=now(),
        )
        return reverse("lettings_office_nomination", args=[row.reference])

    page = FormPage(
        title="Arrange the viewing",
        button="Arrange it",
        intro="Both sides are told at once, with a calendar file on their own page.",
        back_url=reverse("lettings_office_nomination", args=[row.reference]),
    )
    return act(request, form, do, page, said="The viewing is arranged.")


@office_view(Can.MATCH)
def viewing_outcome(request: Request, reference: str) -> HttpResponse:
    rows = Viewing.objects.filter(nomination__in=Nomination.objects.visible_to(request.actor))
    row = get_object_or_404(rows.select_related("nomination__household"), reference=reference)
    desk.opened(request, row.nomination.household)
    to = reverse("lettings_office_nomination", args=[row.nomination.reference])
    page = FormPage(title="How did the viewing go?", button="Save", back_url=to)
    return act_on(request, row, forms.ViewingOutcomeForm, viewings.record, page, at=now(), to=to, said="Saved.")
