from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from properties.models import Let
from properties.selectors import homes
from workspaces.selectors import homes as selectors


@office_view(Can.SEE_HOMES)
def home(request: Request, reference: str) -> HttpResponse:
    row = get_object_or_404(homes.whole(request.actor), reference=reference)
    return render(request, "workspaces/office/home.html", selectors.for_office(row, request.actor, today(now())))


@office_view(Can.SEE_HOMES)
def let(request: Request, reference: str) -> HttpResponse:
    rows = Let.objects.visible_to(request.actor).select_related("home__landlord")
    rows = rows.prefetch_related("home__certificates", "home__checks", "home__notices")
    row = get_object_or_404(rows, reference=reference)
    return render(request, "workspaces/office/let.html", selectors.for_let(row, request.actor, today(now())))
