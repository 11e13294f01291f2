from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from core.access.actor import Can
from core.access.doors import office_view
from core.access.hidden import Hidden, nothing
from core.access.request import Request
from core.notifications import selectors
from core.notifications.forms import SearchForm
from core.ui import pages


@office_view(Can.SEE_OUTBOX)
def index(request: Request, hidden: Hidden = nothing) -> HttpResponse:
    """Every message, newest first, and what became of it."""
    form = SearchForm(request.GET)
    form.is_valid()
    messages = selectors.outbox(form.to_input(), hidden(request.actor))
    return pages.show_list(
        request,
        "Outbox",
        form,
        messages,
        selectors.as_table,
        noun="messages",
        template="notifications/office/list.html",
        leaves=selectors.leaves_the_building(),
    )


@office_view(Can.SEE_OUTBOX)
def message(request: Request, ref: str, hidden: Hidden = nothing) -> HttpResponse:
    """One message: where it is, and exactly what was sent."""
    found = get_object_or_404(selectors.outbox(selectors.Search(), hidden(request.actor)), reference=ref)
    context = {"message": found, "strip": selectors.strip(found), "facts": selectors.facts(found, request.actor)}
    return render(request, "notifications/office/message.html", context)
