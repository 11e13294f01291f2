from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now

from core.access.doors import landlord_view
from core.access.once import repeatable
from core.access.request import Request
from core.accounts.models import User
from core.dates import today
from core.journeys import views as journeys
from core.journeys.services import drafts
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act, act_on
from landlords import selectors, services
from landlords.forms import AnswerForm, MeetForm
from landlords.journeys import REGISTRATION
from landlords.models import Landlord
from landlords.rules.landlord import LandlordState

LAYOUT = "layouts/landlord.html"


def step_url(slug: str) -> str:
    return reverse("landlords_landlord_register_step", args=[slug])


def urls() -> journeys.Urls:
    return journeys.Urls(
        step=step_url, check=reverse("landlords_landlord_register_check"), leave=reverse("landlords_landlord_register")
    )


@landlord_view
def register(request: Request) -> HttpResponse:
    """The start of registration, or on to the landlord's own page once registered."""
    landlord = selectors.own(request.actor)
    if landlord is not None and not Landlord.objects.begun().contains(landlord):
        return redirect(record_url(landlord.subject, request.actor) or reverse("front_door"))
    return render(request, "landlords/landlord/register.html", {"journey": REGISTRATION})


@landlord_view
@repeatable
def register_step(request: Request, slug: str) -> HttpResponse:
    at = now()
    draft = drafts.open(kind=REGISTRATION.name, actor=request.actor, at=at)
    return journeys.step(request, REGISTRATION, slug, draft=draft, urls=urls(), layout=LAYOUT, at=at)


@landlord_view
def register_check(request: Request) -> HttpResponse:
    at = now()
    draft = drafts.open(kind=REGISTRATION.name, actor=request.actor, at=at)

    def submit(seen: int) -> str:
        email = User.objects.values_list("email", flat=True).get(pk=request.actor.user_id)
        services.register_draft(draft_ref=draft.reference, seen=seen, email=email, actor=request.actor, at=at)
        return reverse("landlords_landlord_registered")

    return journeys.check(request, REGISTRATION, draft=draft, urls=urls(), layout=LAYOUT, at=at, submit=submit)


@landlord_view
def registered(request: Request) -> HttpResponse:
    landlord = get_object_or_404(Landlord.objects.visible_to(request.actor))
    return render(
        request, "landlords/landlord/registered.html", selectors.record(landlord, request.actor, today(now()))
    )


@landlord_view
def details(request: Request) -> HttpResponse:
    landlord = selectors.own(request.actor)
    if landlord is None:
        return redirect("landlords_landlord_register")
    return render(request, "landlords/landlord/details.html", selectors.record(landlord, request.actor, today(now())))


@landlord_view
def answer(request: Request) -> HttpResponse:
    landlord = get_object_or_404(Landlord.objects.visible_to(request.actor))
    if request.method == "GET" and (landlord.state != LandlordState.REGISTERING or not landlord.question):
        return redirect("landlords_landlord_details")
    form = AnswerForm(request.POST or None, initial={"seen": landlord.version})

    def do(form: AnswerForm) -> str:
        services.answer(
            ref=landlord.reference,
            seen=form.cleaned_data["seen"],
            answer=form.cleaned_data["answer"],
            actor=request.actor,
            at=now(),
        )
        return reverse("landlords_landlord_details")

    page = FormPage(
        title=landlord.question,
        button="Send your answer",
        layout=LAYOUT,
        intro="We need this before we can finish checking your registration.",
        back_url=reverse("landlords_landlord_details"),
    )
    return act(request, form, do, page, said="Thank you. We have your answer and check it now.")


@landlord_view
def meet(request: Request) -> HttpResponse:
    row = get_object_or_404(Landlord.objects.visible_to(request.actor))
    page = FormPage(
        title="Ask to meet us",
        button="Ask to meet",
        layout=LAYOUT,
        intro="Tell us where and when suits you. We ring you within 2 working days to agree a day and a place.",
    )
    said = "Thank you. We ring you within 2 working days to agree a day and a place."
    return act_on(request, row, MeetForm, services.ask_to_meet, page, at=now(), said=said)
