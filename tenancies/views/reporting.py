"""Telling us about a problem: the landlord's, the tenant's and the officer's way in."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import landlord_view, office_view, resident_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import FormPage, act
from households.models import Household
from landlords import selectors as landlords
from landlords.models import Landlord
from tenancies.forms.reports import TakeForm, TellForm
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.problem import OFFICE_LABELS, Problem, Source, choices_for
from tenancies.rules.tenancy import TenancyState
from tenancies.selectors import report_lists, reports
from tenancies.services import reporting
from tenancies.views import scoped

QUIET = {Problem.DOMESTIC_ABUSE: "private"}
"""Addresses stand in a browser's history: this one says nothing."""


def slug_of(problem: Problem) -> str:
    return QUIET.get(problem, problem.value.replace("_", "-"))


def problem_of(slug: str, source: Source) -> Problem:
    """The problem in an address, if this person can report it."""
    known = {slug_of(problem): problem for problem in choices_for(source)}
    if slug not in known:
        raise Http404
    return known[slug]


def choices(source: Source, url_name: str, *arguments: str) -> list[dict[str, str]]:
    """Each problem as a link: one tap chooses it."""
    return [
        {"label": label, "url": reverse(url_name, args=[*arguments, slug_of(problem)])}
        for problem, label in choices_for(source).items()
    ]


@landlord_view
def landlord_list(request: Request) -> HttpResponse:
    """A landlord's reports, and the tenancies they can tell us about."""
    homes = Tenancy.objects.visible_to(request.actor).exclude(state=TenancyState.ENDED)
    context = {
        "reports": report_lists.own(request.actor, Source.LANDLORD, today(now())),
        "tenancies": homes.select_related("nomination__let__home"),
        "registered": landlords.own(request.actor) is not None,
    }
    return render(request, "tenancies/landlord/reports.html", context)


@landlord_view
def landlord_choose(request: Request, reference: str) -> HttpResponse:
    """What the problem is: one tap."""
    rows = Tenancy.objects.visible_to(request.actor).select_related("nomination__let__home")
    row = get_object_or_404(rows, reference=reference)
    found = choices(Source.LANDLORD, "tenancies_landlord_tell_us_about", row.reference)
    context = {"choices": found, "home": row.nomination.let.home}
    return render(request, "tenancies/landlord/choose.html", context)


@dataclass(frozen=True)
class About:
    """Whom a report is about, as the services ask for it."""

    tenancy_ref: str = ""
    household_ref: str = ""
    landlord_ref: str = ""


def tell(request: Request, source: Source, problem: Problem, about: About, page: FormPage, to: str) -> HttpResponse:
    """The questions of one problem, then the receipt at `to`."""
    stranger, own_form = bool(about.landlord_ref), not request.actor.is_officer
    form = TellForm(request.POST or None, problem=problem, source=source, stranger=stranger, own_form=own_form)

    def do(form: TellForm) -> str:
        row = reporting.report(
            given=form.given(),
            source=source,
            tenant=form.tenant() if about.landlord_ref else None,
            actor=request.actor,
            at=now(),
            **vars(about),
        )
        private = source is Source.TENANT and row.private and not request.actor.is_officer
        return reverse("tenancies_resident_told") if private else reverse(to, args=[row.reference])

    shown = reports.pressing(problem, {}) if source is Source.TENANT and not request.actor.is_officer else {}
    return act(request, form, do, page, **shown)


def landlord_page(problem: Problem, back: str) -> FormPage:
    return FormPage(
        title=choices_for(Source.LANDLORD)[problem],
        button="Tell us",
        layout="layouts/landlord.html",
        back_url=back,
    )


@landlord_view
def landlord_tell(request: Request, reference: str, problem: str) -> HttpResponse:
    row = get_object_or_404(Tenancy.objects.visible_to(request.actor), reference=reference)
    chosen = problem_of(problem, Source.LANDLORD)
    page = landlord_page(chosen, reverse("tenancies_landlord_tell_us", args=[reference]))
    to = "tenancies_landlord_report_received"
    return tell(request, Source.LANDLORD, chosen, About(tenancy_ref=row.reference), page, to)


@landlord_view
def landlord_choose_other(request: Request) -> HttpResponse:
    """The same for a tenant whom we did not house."""
    if landlords.own(request.actor) is None:
        return redirect("landlords_landlord_register")
    found = choices(Source.LANDLORD, "tenancies_landlord_tell_us_other_about")
    return render(request, "tenancies/landlord/choose.html", {"choices": found})


@landlord_view
def landlord_tell_other(request: Request, problem: str) -> HttpResponse:
    landlord = landlords.own(request.actor)
    if landlord is None:
        return redirect("landlords_landlord_register")
    chosen = problem_of(problem, Source.LANDLORD)
    page = landlord_page(chosen, reverse("tenancies_landlord_tell_us_other"))
    to = "tenancies_landlord_report_received"
    return tell(request, Source.LANDLORD, chosen, About(landlord_ref=landlord.reference), page, to)


def whole_of(request: Request, reference: str) -> ProblemReport:
    rows = report_lists.whole(request.actor).select_related(*report_lists.NEEDED, "intention")
    return get_object_or_404(rows.prefetch_related("thread__author", "actions"), reference=reference)


@landlord_view
def landlord_received(request: Request, reference: str) -> HttpResponse:
    row = whole_of(request, reference)
    shown = reports.for_the_landlord(row, request.actor, today(row.created_at))
    return render(request, "tenancies/landlord/received.html", shown)


def own_household(request: Request) -> Household | None:
    return Household.objects.visible_to(request.actor).first()


@resident_view
def resident_list(request: Request) -> HttpResponse:
    """A tenant's reports, and what they can tell us about."""
    known = own_household(request) is not None
    context = {
        "reports": report_lists.own(request.actor, Source.TENANT, today(now())),
        "choices": choices(Source.TENANT, "tenancies_resident_tell_us") if known else [],
    }
    return render(request, "tenancies/resident/reports.html", context)


@resident_view
def resident_tell(request: Request, problem: str) -> HttpResponse:
    household = own_household(request)
    chosen = problem_of(problem, Source.TENANT)
    if household is None:
        return redirect("tenancies_resident_reports")
    page = FormPage(
        title="Tell us privately" if chosen in QUIET else choices_for(Source.TENANT)[chosen],
        button="Tell us",
        layout="layouts/resident.html",
        back_url=reverse("tenancies_resident_reports"),
        template="tenancies/resident/tell.html",
    )
    to = "tenancies_resident_report_received"
    return tell(request, Source.TENANT, chosen, About(household_ref=household.reference), page, to)


@resident_view
def resident_received(request: Request, reference: str) -> HttpResponse:
    row = whole_of(request, reference)
    shown = reports.for_the_tenant(row, request.actor, today(row.created_at))
    return render(request, "tenancies/resident/received.html", shown)


@resident_view
def resident_told(request: Request) -> HttpResponse:
    """The receipt of what is private: it says nothing of what was told, and stands in no list."""
    return render(request, "tenancies/resident/told.html")


KINDS = {"tenancy": Tenancy, "household": Household, "landlord": Landlord}


def subject_of(request: Request, kind: str, reference: str) -> About:
    """Whom an officer takes a report about, or from. 404 when they do not exist for the officer."""
    row = get_object_or_404(KINDS[kind].objects.visible_to(request.actor), reference=reference)
    if isinstance(row, Household | Tenancy):
        scoped.opened(request, row.nomination.household if isinstance(row, Tenancy) else row)
    return About(**{f"{kind}_ref": row.reference})


@office_view(Can.WORK_REPORTS)
def office_take(request: Request, kind: str, reference: str) -> HttpResponse:
    """An officer begins to write down what somebody told them."""
    subject_of(request, kind, reference)

    def do(form: TakeForm) -> str:
        slug = slug_of(Problem(form.cleaned_data["problem"]))
        return reverse("tenancies_office_take_about", args=[kind, reference, form.cleaned_data["source"], slug])

    page = FormPage(title="Record a tenancy concern", button="Continue", back_url=reverse("tenancies_office_reports"))
    return act(request, TakeForm(request.POST or None), do, page)


@office_view(Can.WORK_REPORTS)
def office_take_about(request: Request, kind: str, reference: str, source: str, problem: str) -> HttpResponse:
    about = subject_of(request, kind, reference)
    if source not in list(Source) or source == Source.CHECK_IN:
        raise Http404
    chosen = problem_of(problem, Source(source))
    page = FormPage(
        title=OFFICE_LABELS[chosen],
        button="Record it",
        intro="We ask only what helps to say how urgent it is.",
        back_url=reverse("tenancies_office_take", args=[kind, reference]),
    )
    return tell(request, Source(source), chosen, about, page, "tenancies_office_report")
