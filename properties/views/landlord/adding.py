"""The questions of a new home, one a page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.once import repeatable
from core.access.request import Request
from core.dates import today
from core.documents import serving
from core.documents.models import Document
from core.journeys import views as journeys
from core.journeys.models import Draft
from core.journeys.services import drafts
from core.ui.forms import Form
from core.ui.pages import FormPage, act
from landlords import selectors as landlords
from landlords.models import Landlord
from properties import policies
from properties.journeys import NEW_HOME
from properties.models import Home
from properties.selectors import homes
from properties.services import drafted

LAYOUT = "layouts/landlord.html"


def urls() -> journeys.Urls:
    return journeys.Urls(
        step=lambda slug: reverse("properties_landlord_add_step", args=[slug]),
        check=reverse("properties_landlord_add_check"),
        leave=reverse("properties_landlord_list"),
    )


def admitted(request: Request) -> Landlord:
    """The landlord who may add a home. Raises Refused when suspended, 404 when not registered."""
    landlord = get_object_or_404(Landlord.objects.visible_to(request.actor))
    policies.may_add(request.actor, landlord).require()
    return landlord


@landlord_view
def start(request: Request) -> HttpResponse:
    """What we ask for; on to the first open question when it was begun before."""
    if landlords.own(request.actor) is None:
        return redirect("landlords_landlord_register")
    admitted(request)
    draft = Draft.objects.visible_to(request.actor).of_kind(NEW_HOME.name).first()
    return render(request, "properties/landlord/start.html", {"journey": NEW_HOME, "draft": draft})


@landlord_view
def resume(request: Request) -> HttpResponse:
    admitted(request)
    at = now()
    draft = drafts.open(kind=NEW_HOME.name, actor=request.actor, at=at)
    return journeys.resume(NEW_HOME, draft=draft, urls=urls(), at=at)


@landlord_view
@repeatable
def step(request: Request, slug: str) -> HttpResponse:
    admitted(request)
    at = now()
    draft = drafts.open(kind=NEW_HOME.name, actor=request.actor, at=at)
    return journeys.step(request, NEW_HOME, slug, draft=draft, urls=urls(), layout=LAYOUT, at=at)


@landlord_view
def check(request: Request) -> HttpResponse:
    landlord = admitted(request)
    at = now()
    draft = drafts.open(kind=NEW_HOME.name, actor=request.actor, at=at)

    def submit(seen: int) -> str:
        home = drafted.add_draft(
            draft_ref=draft.reference, seen=seen, landlord_ref=landlord.reference, actor=request.actor, at=at
        )
        return reverse("properties_landlord_added", args=[home.reference])

    return journeys.check(request, NEW_HOME, draft=draft, urls=urls(), layout=LAYOUT, at=at, submit=submit)


@landlord_view
def again(request: Request) -> HttpResponse:
    """Throw the answers away and begin anew."""
    draft = get_object_or_404(Draft.objects.visible_to(request.actor).of_kind(NEW_HOME.name))
    page = FormPage(
        title="Start again?",
        button="Throw my answers away",
        button_style="warning",
        layout=LAYOUT,
        intro="We delete what you answered about this home, with its files. You cannot get them back.",
        back_url=reverse("properties_landlord_add"),
    )

    def do(_form: object) -> str:
        drafts.remove(ref=draft.reference, actor=request.actor, at=now(), reason="begun again")
        return reverse("properties_landlord_add")

    return act(request, Form(request.POST or None), do, page, said="Your answers are gone.")


@landlord_view
def added(request: Request, reference: str) -> HttpResponse:
    home = get_object_or_404(Home.objects.visible_to(request.actor), reference=reference)
    strip = homes.strip(home, request.actor, today(now()))
    return render(request, "properties/landlord/added.html", {"home": home, "strip": strip})


@landlord_view
def draft_photo(request: Request, document: str) -> HttpResponse:
    """A picture that a draft of one's own keeps."""
    mine = Draft.objects.visible_to(request.actor).values("reference")
    kept = Document.objects.filter(subject_kind=Draft.KIND, subject_reference__in=mine)
    return serving.serve(get_object_or_404(kept, reference=document), inline=True, size="small")
