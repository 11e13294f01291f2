from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from core.access.doors import public_view
from core.access.request import Request
from core.accounts import session as marks
from core.accounts.models import DemonstrationPersona


@public_view
def sign_in(request: Request) -> HttpResponse:
    """The people of the demonstration council: choose one to see the service as they do."""
    if not settings.DEMONSTRATION_SIGN_IN:
        raise Http404
    personas = DemonstrationPersona.objects.select_related("user")
    if request.method == "POST":
        chosen = next((one for one in personas if one.slug == request.POST.get("persona")), None)
        return _enter(request, chosen)
    return render(request, "accounts/demonstration.html", {"personas": personas})


def _enter(request: Request, persona: DemonstrationPersona | None) -> HttpResponse:
    if persona is None:
        raise Http404
    logout(request)
    login(request, persona.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[marks.DEMONSTRATION] = True
    UserSession.objects.create_from_request(request)
    return redirect(persona.landing)
