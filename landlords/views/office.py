from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.addresses import record_url
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act, act_on, show_list
from landlords import selectors, services
from landlords.forms import (
    EnquiryForm,
    InviteForm,
    LandlordFilterForm,
    MeetingForm,
    NoteForm,
    QuestionForm,
    SuspendForm,
)
from landlords.models import Landlord
from landlords.services import enquiries


@office_view(Can.SEE_LANDLORDS)
def listed(request: Request) -> HttpResponse:
    form = LandlordFilterForm(request.GET)
    rows = selectors.listed(request.actor, form.to_filters())
    table = partial(selectors.table, actor=request.actor, on=today(now()))
    return show_list(
        request,
        "Landlords",
        form,
        rows,
        table,
        noun="landlords",
        template="landlords/office/list.html",
        may_record=request.actor.can(Can.CHECK_LANDLORDS),
    )


@office_view(Can.CHECK_LANDLORDS)
def enquiry(request: Request) -> HttpResponse:
    """A landlord has rung or written: who they are and what they said."""
    page = FormPage(
        title="Record a landlord’s enquiry",
        button="Save the enquiry",
        intro="It stands in the queue until one of us has rung them back. They type none of this again.",
        back_url=reverse("landlords_office_list"),
    )

    def do(form: EnquiryForm) -> str:
        landlord = enquiries.record(enquiry=form.to_input(), actor=request.actor, at=now())
        return record_url(landlord.subject, request.actor)

    return act(request, EnquiryForm(request.POST or None), do, page, said="The enquiry is recorded.")


def scoped(request: Request, reference: str) -> Landlord:
    return get_object_or_404(Landlord.objects.visible_to(request.actor), reference=reference)


@office_view(Can.CHECK_LANDLORDS)
def invite(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"Invite {landlord.name} to register",
        button="Send the link",
        intro="We send them a link that works for 28 days. A new link ends the one before.",
    )
    initial = {"email": landlord.email}
    said = "The link is on its way. You are their officer."
    return act_on(request, landlord, InviteForm, enquiries.invite, page, at=now(), said=said, initial=initial)


@office_view(Can.CHECK_LANDLORDS)
def reopen(request: Request, reference: str) -> HttpResponse:
    """Whoever sent a registration is asked what is missing; anybody else goes on where they stopped."""
    landlord = scoped(request, reference)
    if landlord.declarations.exists():
        page = FormPage(
            title=f"Reopen {landlord.name}",
            button="Reopen and ask",
            intro="Say what you still need from them. They answer, and the registration comes back to you.",
        )
        initial = {"question": landlord.question}
        return act_on(
            request, landlord, QuestionForm, services.reopen, page, at=now(), said="Reopened.", initial=initial
        )
    page = FormPage(
        title=f"Reopen {landlord.name}",
        button="Reopen",
        intro="Nothing that they told us is lost. They can go on where they stopped.",
    )
    return act_on(request, landlord, NoteForm, services.reopen_enquiry, page, at=now(), said="Reopened.")


@office_view(Can.CHECK_LANDLORDS)
def activate(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"Activate {landlord.name}",
        button="Activate",
        intro="They can then offer homes and apply for guarantees. We write to them and name you as their officer.",
    )
    return act_on(request, landlord, RecordForm, services.activate, page, at=now(), said=f"{landlord.name} is active.")


@office_view(Can.CHECK_LANDLORDS)
def recommend(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"Recommend {landlord.name}",
        button="Recommend",
        intro="One of the fit and proper answers is yes. Say why you would activate them. Another officer decides.",
    )
    return act_on(request, landlord, NoteForm, services.recommend, page, at=now(), said="Another officer can decide.")


@office_view(Can.CHECK_LANDLORDS)
def ask_for_more(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"Ask {landlord.name} for more",
        button="Send the question",
        intro="Nothing that they gave us is lost. They answer, and the registration comes back to you.",
    )
    return act_on(request, landlord, QuestionForm, services.ask_for_more, page, at=now(), said="The question is sent.")


@office_view(Can.CHECK_LANDLORDS)
def park(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"Park {landlord.name}",
        button="Park",
        intro="Set this registration aside. It can be reopened at any time.",
    )
    return act_on(request, landlord, NoteForm, services.park, page, at=now(), said="The registration is parked.")


@office_view(Can.SUSPEND_LANDLORDS)
def suspend(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"Suspend {landlord.name}",
        button="Suspend",
        button_style="warning",
        intro="New lets and guarantees stop. Anything already owed to them is still paid.",
    )
    return act_on(
        request, landlord, SuspendForm, services.suspend, page, at=now(), said=f"{landlord.name} is suspended."
    )


@office_view(Can.SUSPEND_LANDLORDS)
def reinstate(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(title=f"Reinstate {landlord.name}", button="Reinstate")
    said = f"{landlord.name} is active again."
    return act_on(request, landlord, NoteForm, services.reinstate, page, at=now(), said=said)


@office_view(Can.CHECK_LANDLORDS)
def meeting(request: Request, reference: str) -> HttpResponse:
    landlord = scoped(request, reference)
    page = FormPage(
        title=f"{landlord.name} asked to meet",
        button="We have rung them",
        intro="Ring them and agree a day and a place. Then write down here what you agreed.",
    )
    said = "The meeting is off your list."
    return act_on(request, landlord, MeetingForm, services.meeting_arranged, page, at=now(), said=said)
