from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import FormPage, act_on
from households.forms.case import ReasonForm
from households.forms.plans import PlanForm, to_plan
from households.models import Plan
from households.selectors import plans as selectors
from households.services import plans
from households.views.office import desk


@office_view(Can.WORK_HOUSEHOLDS)
def make(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    last = household.plans.prefetch_related("steps").first()
    page = FormPage(
        title="Change the plan" if last else "Make the plan",
        button="Save this version" if last else "Save the plan",
        intro="Write each step as they will read it: “you” is them, “we” is us. Both sides need a step. "
        "Leave spare lines empty.",
        template="households/office/plan_form.html",
    )
    form = partial(PlanForm, on=today(now()), last=last)
    save = desk.giving(plans.make, "given", to_plan)
    return desk.act(request, reference, form, save, page, said="The plan is saved and they are told.")


def scoped(request: Request, reference: str) -> Plan:
    plan = get_object_or_404(Plan.objects.visible_to(request.actor).select_related("household"), reference=reference)
    desk.opened(request, plan.household)
    return plan


@office_view(Can.WORK_HOUSEHOLDS)
def tick(request: Request, reference: str, number: int) -> HttpResponse:
    plan = scoped(request, reference)
    step = selectors.step_at(plan, number)
    back = f"{desk.page_of(request, plan.household)}#plan"
    if request.method == "POST":
        done = request.POST.get("done") == "yes"
        plans.tick(ref=plan.reference, step_id=step.pk, done=done, actor=request.actor, at=now())
    return redirect(back)


@office_view(Can.WORK_HOUSEHOLDS)
def drop(request: Request, reference: str, number: int) -> HttpResponse:
    plan = scoped(request, reference)
    step = selectors.step_at(plan, number)
    page = FormPage(
        title="Drop a step",
        button="Drop the step",
        intro=f"“{step.what}” is no longer right. Not doing it from now on does not count against them (s189A(11)).",
        back_url=desk.page_of(request, plan.household),
    )

    def save(*, ref: str, seen: int, reason: str, **rest: Any) -> Plan:
        return plans.drop(ref=ref, seen=seen, step_id=step.pk, note=reason, **rest)

    return act_on(
        request, plan, ReasonForm, save, page, at=now(), to=f"{page.back_url}#plan", said="The step is dropped."
    )
