from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on
from properties.forms.let import AskForm, ReasonForm
from properties.models import Let
from properties.services import lets


def scoped(request: Request, reference: str) -> Let:
    return get_object_or_404(Let.objects.visible_to(request.actor), reference=reference)


@office_view(Can.PUBLISH_LETS)
def publish(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Make the home available",
        button="Make it available",
        intro="It enters matching, and the public page shows its area, photos and rent, never the address. "
        "Read the description first: it may not put off people who get benefits or have children.",
        template="properties/office/publish.html",
    )
    let = scoped(request, reference)
    return act_on(request, let, RecordForm, lets.publish, page, at=now(), said="The home is available.", let=let)


@office_view(Can.PUBLISH_LETS)
def ask(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Ask the landlord for a change", button="Send it to the landlord")
    said, service = "The landlord is asked.", lets.ask_for_changes
    return act_on(request, scoped(request, reference), AskForm, service, page, at=now(), said=said)


@office_view(Can.PUBLISH_LETS)
def hold(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Put the home on hold",
        button="Put it on hold",
        intro="It leaves matching and the public pages until you end the hold.",
    )
    said = "The home is on hold."
    return act_on(request, scoped(request, reference), ReasonForm, lets.hold, page, at=now(), said=said)


@office_view(Can.PUBLISH_LETS)
def end_hold(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="End the hold", button="Make it available again")
    said = "The home is available again."
    return act_on(request, scoped(request, reference), RecordForm, lets.end_hold, page, at=now(), said=said)
