"""A small site with one view behind each kind of door, to try the doors themselves."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path

from core.access import doors, once
from core.access.actor import Can
from core.access.request import Request
from core.errors import DomainError, IllegalMove, NotFound, Refused, Stale
from portal import urls

SENT: list[dict[str, str]] = []
ERRORS = {
    "stale": Stale("home", "HM-2026-0001"),
    "refused": Refused("You recommended this yourself.", code="four_eyes"),
    "move": IllegalMove("This home is closed."),
    "missing": NotFound("We cannot find that record."),
    "domain": DomainError("The rent must be more than nothing."),
}


def form(request: Request) -> HttpResponse:
    if request.method == "POST":
        if request.POST.get("name") == "bad":
            return HttpResponse("Enter another name")
        SENT.append(request.POST.dict())
        return HttpResponseRedirect(f"/sent/{len(SENT)}/")
    return HttpResponse("a form")


def fail(request: Request, how: str) -> HttpResponse:
    raise ERRORS[how]


def show(request: Request) -> HttpResponse:
    return HttpResponse(f"hello {request.actor.name}")


urlpatterns = [
    path("landlord/form/", doors.landlord_view(form), name="landlord_form"),
    path("landlord/page/", doors.landlord_view(once.repeatable(form)), name="landlord_page"),
    path("landlord/fail/<how>/", doors.landlord_view(fail), name="landlord_fail"),
    path("landlord/", doors.landlord_view(show), name="landlord"),
    path("resident/", doors.resident_view(show), name="resident"),
    path("partner/", doors.partner_view(show), name="partner"),
    path("office/", doors.office_view(Can.SEE_OFFICE)(show), name="office"),
    path("office/staff/", doors.office_view(Can.MANAGE_STAFF)(form), name="office_staff"),
    path("anyone/", doors.signed_in_view(show), name="anyone"),
    path("open/", doors.public_view(form), name="health"),
    path("token/", doors.public_view(doors.token_page(show)), name="account_inactive"),
    path("unlisted/", doors.public_view(show), name="unlisted"),
    path("hook/", doors.public_view(once.without_key(form)), name="account_signup"),
    path("", include(urls.urlpatterns)),
]

handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler409 = urls.handler409
handler500 = urls.handler500
