"""A small site that shows every layout, template and control, for looking at and for the browser tests."""

from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils.datastructures import MultiValueDict

from core.errors import DomainError, Stale
from core.ui import components as ui
from portal import errors
from tests.web.showcase import cast

PAGES = Path(__file__).parent


def show(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    template = engines["django"].from_string((PAGES / f"{name}.html").read_text())
    return HttpResponse(template.render(vars(cast) | context, request))


def pieces(request: HttpRequest, audience: str) -> HttpResponse:
    messages.success(request, "Saved. Your officer will look at it by Thursday 26 November 2026.")
    return show(
        request,
        "pieces",
        layout=f"layouts/{audience}.html",
        number=int(request.GET.get("strip", "0")),
        quick_exit=audience == "public",
        pagination=ui.Pagination(page=7, pages=42, total=1040, query="state=all", noun="homes"),
        crumbs=[ui.Crumb("Home", "/"), ui.Crumb("Homes", "/homes/"), ui.Crumb("HM-2026-0042")],
    )


def question(request: HttpRequest) -> HttpResponse:
    form = cast.Question(request.POST or None, request.FILES or None)
    if "wrong" in request.GET:
        form = cast.Question(MultiValueDict({"contact": ["phone"], "born-day": ["31"], "born-month": ["2"]}))
    return show(request, "question", form=form)


def records(request: HttpRequest) -> HttpResponse:
    filters = ui.Filters(
        form=cast.Filter({"state": ["let"]}), chips=[ui.Chip("State: Let", "?"), ui.Chip("Words: flat", "?")]
    )
    pagination = ui.Pagination(page=2, pages=3, total=61, noun="homes")
    return show(request, "list", filters=filters, pagination=pagination)


def error(request: HttpRequest, status: int) -> HttpResponse:
    answers = {
        400: lambda: errors.bad_request(request, DomainError("The rent must be more than nothing.")),
        403: lambda: errors.refused(request),
        404: lambda: errors.not_found(request),
        409: lambda: errors.conflict(request, Stale("home", "HM-2026-0042")),
        500: lambda: errors.server_error(request),
    }
    return answers[status]()


urlpatterns = [
    path("pieces/<str:audience>/", pieces, name="workspaces_landlord_home"),
    path("question/", question, name="question"),
    path("list/", records, name="workspaces_office_search"),
    path("errors/<int:status>/", error, name="error"),
    path("account/", include("allauth.urls")),
    path("page/<path:rest>", pieces, name="wagtail_serve"),
]
handler404 = "portal.errors.not_found"
