from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from core.access.doors import resident_view
from core.access.request import Request
from core.dates import today
from workspaces.selectors import resident


@resident_view
def home(request: Request) -> HttpResponse:
    """A resident's own page: what happens next, their plan, homes offered, their officer."""
    return render(request, "workspaces/resident/home.html", resident.page(request.actor, today(now())))
