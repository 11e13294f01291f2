from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from households.models import Household
from households.views.office import desk
from workspaces.selectors import household as selectors


@office_view(Can.SEE_HOUSEHOLDS)
def household(request: Request, reference: str) -> HttpResponse:
    rows = Household.objects.visible_to(request.actor).select_related("lead_officer")
    row = get_object_or_404(
        rows.prefetch_related("members", "placements", "duties", "decisions", "notices", "letters"),
        reference=reference,
    )
    context = selectors.page(desk.opened(request, row), request.actor, today(now()))
    return render(request, "workspaces/office/household.html", context)
