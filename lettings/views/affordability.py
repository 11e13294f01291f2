from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act, act_on
from households.views.office import desk
from lettings.forms.affordability import AffordabilityForm, JudgeForm
from lettings.models import AffordabilityCheck
from lettings.selectors import affordability as pages
from lettings.services import affordability
from properties.models import Let


@office_view(Can.MATCH)
def start(request: Request, reference: str, household: str) -> HttpResponse:
    """Ask for a household's money and work out whether it pays the rent of a home."""
    lets = Let.objects.visible_to(request.actor).select_related("home")
    let = get_object_or_404(lets, reference=reference)
    row = desk.scoped(request, household)
    at = now()
    form = AffordabilityForm(request.POST or None, initial={"seen": row.version} | pages.remembered(row, today(at)))

    def do(form: AffordabilityForm) -> str:
        refs = {"household_ref": row.reference, "let_ref": let.reference, "seen": form.cleaned_data["seen"]}
        check = affordability.work_out(**refs, given=form.to_given(), actor=request.actor, at=at)
        return reverse("lettings_office_affordability_check", args=[check.reference])

    page = FormPage(
        title=f"Can {row.name} afford this home?",
        button="Work it out",
        template="lettings/office/affordability.html",
        back_url=record_url(row.subject, request.actor),
    )
    return act(request, form, do, page, **pages.start(row, let, request.actor, today(at)))


def scoped(request: Request, reference: str) -> AffordabilityCheck:
    rows = AffordabilityCheck.objects.visible_to(request.actor).select_related("household", "let__home", "officer")
    row = get_object_or_404(rows, reference=reference)
    desk.opened(request, row.household)
    return row


@office_view(Can.SEE_HOUSEHOLDS)
def check(request: Request, reference: str) -> HttpResponse:
    context = pages.check(scoped(request, reference), request.actor, today(now()))
    return render(request, "lettings/office/affordability_check.html", context)


@office_view(Can.MATCH)
def judge(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(title=f"Can {row.household.name} afford it?", button="Save what you think")
    return act_on(request, row, JudgeForm, affordability.judge, page, at=now(), said="Saved.")
