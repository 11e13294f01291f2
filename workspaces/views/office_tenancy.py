from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from tenancies.models import Tenancy
from workspaces.selectors import tenancy as selectors


@office_view(Can.SEE_GUARANTEES)
def tenancy(request: Request, reference: str) -> HttpResponse:
    """A tenancy with its home, its household and its guarantee."""
    rows = Tenancy.objects.visible_to(request.actor)
    row = get_object_or_404(
        rows.select_related("nomination__let__home__landlord", "nomination__household"), reference=reference
    )
    return render(request, "workspaces/office/tenancy.html", selectors.tenancy(row, request.actor, today(now())))
