from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now

from core.access.doors import resident_view
from core.access.request import Request
from core.dates import today
from core.documents import serving
from households.models import Plan, StatutoryLetter
from households.selectors import letters, plans
from households.services import plans as services


@resident_view
def plan(request: Request) -> HttpResponse:
    """The plan and the letters of the person who is signed in."""
    return render(request, "households/resident/plan.html", plans.mine(request.actor, today(now())))


@resident_view
def tick(request: Request, reference: str, number: int) -> HttpResponse:
    row = get_object_or_404(Plan.objects.visible_to(request.actor), reference=reference)
    step = plans.step_at(row, number)
    if request.method == "POST":
        done = request.POST.get("done") == "yes"
        services.tick(ref=row.reference, step_id=step.pk, done=done, actor=request.actor, at=now())
    return redirect("households_resident_plan")


def scoped(request: Request, reference: str) -> StatutoryLetter:
    return get_object_or_404(StatutoryLetter.objects.visible_to(request.actor), reference=reference)


@resident_view
def letter(request: Request, reference: str) -> HttpResponse:
    return render(request, "documents/letter.html", letters.for_resident(scoped(request, reference)))


@resident_view
def pdf(request: Request, reference: str) -> HttpResponse:
    return serving.serve(letters.made(scoped(request, reference), request.actor, now()))
