from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.request import Request
from core.dates import today
from core.documents import serving
from core.documents.models import Document
from core.journeys.models import Draft
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on, paginate
from landlords import selectors as landlords
from properties import policies
from properties.journeys import NEW_HOME
from properties.models import Home
from properties.rules.home import HomeFilters
from properties.selectors import homes as selectors
from properties.services import checks, homes, photos

LAYOUT = "layouts/landlord.html"


def scoped(request: Request, reference: str) -> Home:
    return get_object_or_404(selectors.whole(request.actor), reference=reference)


@landlord_view
def listed(request: Request) -> HttpResponse:
    landlord = landlords.own(request.actor)
    if landlord is None:
        return redirect("landlords_landlord_register")
    rows = selectors.listed(request.actor, HomeFilters()).prefetch_related("lets")
    found, pagination = paginate(request, rows, noun="homes")
    context = {
        "lines": selectors.landlord_lines(found, request.actor, today(now())),
        "pagination": pagination,
        "may_add": policies.may_add(request.actor, landlord),
        "draft": Draft.objects.visible_to(request.actor).of_kind(NEW_HOME.name).first(),
    }
    return render(request, "properties/landlord/list.html", context)


@landlord_view
def file(request: Request, reference: str, document: str) -> HttpResponse:
    """A certificate or photo of a home of one's own."""
    home = get_object_or_404(Home.objects.visible_to(request.actor), reference=reference)
    found = get_object_or_404(Document.objects.about(home.subject), reference=document)
    size = "medium" if request.GET.get("size") == "medium" else "large"
    return serving.serve(found, inline=True, size=size)


@landlord_view
def visit(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Ask for another visit",
        button="Ask for another visit",
        layout=LAYOUT,
        intro="Do this once what we found is put right. We ring you to agree a time within 5 working days.",
    )
    home = scoped(request, reference)
    return act_on(request, home, RecordForm, checks.ask_again, page, at=now(), said="We ring you to agree a time.")


@landlord_view
def archive(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Put this home away?",
        button="Put it away",
        button_style="warning",
        layout=LAYOUT,
        intro="We stop everything about this home. Its record is kept. To offer it again later, you add it anew.",
    )
    home = scoped(request, reference)
    return act_on(request, home, RecordForm, homes.archive, page, at=now(), said="The home is put away.")


@landlord_view
def remove_photo(request: Request, reference: str, document: str) -> HttpResponse:
    home = scoped(request, reference)
    photo = get_object_or_404(home.photos, document_reference=document)
    page = FormPage(
        title="Remove this photo?",
        button="Remove it",
        button_style="warning",
        layout=LAYOUT,
        intro=f"The photo “{photo.alt}” goes from the home and from every page that shows it.",
    )

    def remove(**given: object) -> Home:
        return photos.remove(document=document, **given)

    return act_on(request, home, RecordForm, remove, page, at=now(), said="The photo is removed.")
