from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on
from households.forms.signatures import SendBackForm
from households.models import SignatureRequest
from households.selectors import signatures as selectors
from households.services import signatures, signing
from households.views.office import desk


def scoped(request: Request, reference: str) -> SignatureRequest:
    rows = SignatureRequest.objects.visible_to(request.actor).select_related("household", "asked_by", "answered_by")
    row = get_object_or_404(rows, reference=reference)
    desk.opened(request, row.household)
    return row


@office_view(Can.SEE_HOUSEHOLDS)
def signature(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    context = selectors.page(row, request.actor, today(now()))
    return render(request, "households/office/signature.html", context)


@office_view(Can.SIGN_AS_MANAGER)
def sign(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    page = FormPage(
        title="Sign",
        button="Sign",
        intro=f"{row.what}. It is done as soon as you sign. The facts are looked at once more first.",
    )
    to = desk.page_of(request, row.household)
    return act_on(request, row, RecordForm, signing.sign, page, at=now(), to=to, said="Signed, and done.")


@office_view(Can.SIGN_AS_MANAGER)
def send_back(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Send it back", button="Send it back", intro="Nothing is done. The officer is asked again.")
    return act_on(
        request,
        scoped(request, reference),
        SendBackForm,
        signatures.send_back,
        page,
        at=now(),
        said="It is back with the officer.",
    )


@office_view(Can.SIGN_LETTERS)
def withdraw(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Take the request back", button="Take it back", button_style="warning")
    row = scoped(request, reference)
    return act_on(request, row, RecordForm, signatures.withdraw, page, at=now(), said="It is taken back.")
