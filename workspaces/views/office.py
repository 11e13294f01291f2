from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import paginate
from landlords.models import Landlord
from workspaces.selectors import queue as queues
from workspaces.selectors import records


@office_view(Can.SEE_OFFICE)
def queue(request: Request) -> HttpResponse:
    """What waits for this officer, the most urgent first."""
    on = today(now())
    rows, pagination = paginate(request, queues.waiting_for(request.actor), noun="things to do")
    context = {"table": queues.table(rows, request.actor, on), "pagination": pagination}
    return render(request, "workspaces/office/queue.html", context | queues.tiles(request.actor, on))


@office_view(Can.SEE_LANDLORDS)
def landlord(request: Request, reference: str) -> HttpResponse:
    row = get_object_or_404(Landlord.objects.visible_to(request.actor), reference=reference)
    return render(request, "workspaces/office/landlord.html", records.landlord(row, request.actor, today(now())))
