from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import filters_of, paginate
from landlords.models import Landlord
from workspaces.forms import QueueForm
from workspaces.rules.search import read
from workspaces.selectors import clocks, records
from workspaces.selectors import queue as queues
from workspaces.selectors import search as searching


@office_view(Can.SEE_OFFICE)
def queue(request: Request) -> HttpResponse:
    """What waits for this officer, the most urgent first."""
    on, form = today(now()), QueueForm(request.GET)
    filters = form.to_filters()
    found = queues.day_list(request.actor, filters, on)
    rows, pagination = paginate(request, found.rows, noun="things to do", count=found.shown)
    context = {"title": "Work queue", "form": form, "filters": filters_of(request, form), "pagination": pagination}
    context |= queues.page(found, rows, request.actor, filters, on) | clocks.page(request.actor, filters.whose, on)
    return render(request, "workspaces/office/queue.html", context)


@office_view(Can.SEE_LANDLORDS)
def landlord(request: Request, reference: str) -> HttpResponse:
    row = get_object_or_404(Landlord.objects.visible_to(request.actor), reference=reference)
    return render(request, "workspaces/office/landlord.html", records.landlord(row, request.actor, today(now())))


@office_view(Can.SEE_OFFICE)
def search(request: Request) -> HttpResponse:
    """What the box in the header finds. A whole reference leads straight to its record."""
    asked = read(request.GET.get("q", ""))
    if address := searching.exact(asked, request.actor):
        return redirect(address)
    context = {"asked": asked, "search_text": asked.text, "groups": searching.found(asked, request.actor)}
    return render(request, "workspaces/office/search.html", context)
