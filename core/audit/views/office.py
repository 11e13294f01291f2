from django.http import HttpResponse
from django.shortcuts import render

from core.access.actor import Can
from core.access.doors import office_view
from core.access.hidden import Hidden, nothing
from core.access.request import Request
from core.audit.forms import SearchForm
from core.audit.selectors import trail
from core.ui import listing


@office_view(Can.SEE_AUDIT)
def index(request: Request, hidden: Hidden = nothing) -> HttpResponse:
    """Everything that was done, by whom, newest first."""
    form = SearchForm(request.GET)
    form.is_valid()
    events = trail.found(form.to_input(), hidden(request.actor))
    rows, pagination = listing.page_of(events, request.GET, noun="events")
    context = {
        "happenings": trail.in_the_trail(rows, request.actor),
        "filters": listing.filters_of(form, request.GET),
        "pagination": pagination,
        "form": form,
    }
    return render(request, "audit/office/list.html", context)
