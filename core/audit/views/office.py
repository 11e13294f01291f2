from django.http import HttpResponse
from django.shortcuts import render

from core.access.actor import Can
from core.access.doors import office_view
from core.access.hidden import Hidden, nothing
from core.access.request import Request
from core.audit.forms import SearchForm
from core.audit.selectors import trail
from core.ui import pages


@office_view(Can.SEE_AUDIT)
def index(request: Request, hidden: Hidden = nothing) -> HttpResponse:
    """Everything that was done, by whom, newest first."""
    form = SearchForm(request.GET)
    form.is_valid()
    events = trail.found(form.to_input(), hidden(request.actor))
    rows, pagination = pages.paginate(request, events, noun="events")
    context = {
        "title": "Audit",
        "happenings": trail.in_the_trail(rows, request.actor),
        "filters": pages.filters_of(request, form),
        "pagination": pagination,
        "form": form,
    }
    return render(request, "audit/office/list.html", context)
