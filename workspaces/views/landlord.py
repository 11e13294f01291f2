from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.request import Request
from core.dates import today
from landlords import selectors as landlords
from workspaces.selectors import landlord_home


@landlord_view
def home(request: Request) -> HttpResponse:
    """A landlord's own page: what needs them, what we do for them and by when, their homes."""
    row = landlords.own(request.actor)
    if row is None:
        return redirect("landlords_landlord_register")
    return render(request, "workspaces/landlord/home.html", landlord_home.page(row, request.actor, today(now())))
