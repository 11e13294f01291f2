from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import FormPage, act_on
from households.forms.duties import BecameHomelessForm, EndDutyForm, OpenDutyForm, to_end
from households.models import Duty, SignatureRequest
from households.rules.duty import DutyKind
from households.selectors import endings
from households.services import duties, findings
from households.views.office import desk

ASKED = "A manager has been asked to sign. The duty goes on until they do."


@office_view(Can.SIGN_LETTERS)
def open_duty(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Open a duty",
        button="Open the duty",
        intro="They need no papers for this. The clock of 56 days counts from the day you give here.",
    )

    def save(*, kind: str, **rest: Any) -> Duty:
        return duties.open_duty(kind=DutyKind(kind), **rest)

    initial = {"satisfied_on": today(now())}
    return desk.act(request, reference, OpenDutyForm, save, page, initial=initial, said="The duty is open.")


@office_view(Can.SIGN_LETTERS)
def became_homeless(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="They became homeless",
        button="End prevention and open relief",
        intro="One step: prevention ends as “became homeless” (s195(8)(c)) and relief opens the same day. "
        "The letter that ends prevention is then in your queue.",
    )
    return desk.act(
        request,
        reference,
        BecameHomelessForm,
        findings.became_homeless,
        page,
        initial={"satisfied_on": today(now())},
        said="Prevention has ended and relief is open.",
    )


def ending_page(duty: Duty, back: str) -> FormPage:
    return FormPage(
        title=f"End the {duty.kind} duty",
        button="End the duty, or ask a manager to",
        button_style="warning",
        intro="A duty ends only on a ground in the Act, and never without a letter.",
        template="households/office/end_duty.html",
        back_url=back,
    )


def saying(request: Request, service: Callable[..., Any]) -> Callable[..., Any]:
    """The service, saying afterwards whether the duty has ended or a manager was asked."""

    def call(**given: Any) -> Any:
        done = service(**given)
        asked = isinstance(done, SignatureRequest)
        messages.success(request, ASKED if asked else "The duty has ended. The letter is in your queue.")
        return done

    return call


@office_view(Can.SIGN_LETTERS)
def end(request: Request, reference: str) -> HttpResponse:
    at = now()
    rows = Duty.objects.visible_to(request.actor).select_related("household")
    duty = get_object_or_404(rows, reference=reference)
    back = desk.page_of(request, duty.household)
    ending = endings.ending(duty, today(at))
    form = partial(EndDutyForm, ending=ending)
    return act_on(
        request,
        duty,
        form,
        saying(request, desk.giving(duties.end_or_ask, "end", to_end)),
        desk.about(duty.household, ending_page(duty, back)),
        at=at,
        to=back,
        initial={"ended_on": today(at)},
        ending=ending,
    )
