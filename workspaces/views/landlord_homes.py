from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.request import Request
from core.dates import today
from properties.selectors import homes
from workspaces.selectors import homes as selectors


@landlord_view
def home(request: Request, reference: str) -> HttpResponse:
    row = get_object_or_404(homes.whole(request.actor), reference=reference)
    return render(
        request, "workspaces/landlord/property.html", selectors.for_landlord(row, request.actor, today(now()))
    )
