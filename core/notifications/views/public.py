from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from core.access.doors import public_view
from core.access.request import Request
from core.notifications import selectors


@never_cache
@public_view
def demonstration_outbox(request: Request) -> HttpResponse:
    """The sign-in messages of the demonstration, which sends no e-mail. There is no such page elsewhere."""
    if not settings.DEMONSTRATION_SIGN_IN:
        raise Http404
    return render(request, "notifications/demonstration.html", {"letters": selectors.sign_in_messages()})
