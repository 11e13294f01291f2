from django.http import HttpResponse
from django.shortcuts import redirect

from core.access import interrupted
from core.access.actor import Kind
from core.access.doors import signed_in_view
from core.access.request import Request
from portal import navigation


def home_of(kind: Kind) -> str:
    """The address of the page on which this kind of person begins, the public home page while there is none."""
    return navigation.address(navigation.HOME.get(kind, "")) or "/"


@signed_in_view
def front_door(request: Request) -> HttpResponse:
    """After signing in: back to a form that was waiting, else to the person's own home page."""
    actor = request.actor
    return redirect(interrupted.waiting_at(request, user_id=actor.user_id) or home_of(actor.kind))
