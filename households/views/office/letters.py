from dataclasses import replace
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.documents import serving
from core.errors import DomainError
from core.ui.forms import RecordForm
from core.ui.pages import FormPage, act_on
from households.forms.letters import LetterForm, TakeBackForm, to_ready
from households.models import StatutoryLetter
from households.rules.letter import SPECS, LetterKind
from households.selectors import letters as selectors
from households.selectors import offers
from households.services import letters
from households.views.office import desk


@office_view(Can.SIGN_LETTERS)
def prepare(request: Request, reference: str, kind: str) -> HttpResponse:
    if kind not in list(LetterKind):
        raise Http404
    at, wanted = now(), LetterKind(kind)
    household = desk.scoped(request, reference)
    page = FormPage(
        title=SPECS[wanted].label,
        button="Sign it; a manager signs next" if SPECS[wanted].manager_signs else "Sign and give the letter",
        template="households/office/prepare_letter.html",
    )
    try:
        preview = letters.preview(household, wanted, actor=request.actor, on=today(at))
    except DomainError as error:
        page = replace(page, back_url=desk.page_of(request, household))
        return render(request, "households/office/no_letter.html", {"page": page, "why": error.message})
    form = partial(LetterForm, kind=wanted, refused=offers.refused(household))
    save = desk.giving(letters.prepare, "ready", partial(to_ready, wanted))
    checklist = selectors.by_rule(household, wanted, preview, today(at))
    return desk.act(
        request, reference, form, save, page, said="The letter is signed.", letter=preview, checklist=checklist
    )


def scoped(request: Request, reference: str) -> StatutoryLetter:
    rows = StatutoryLetter.objects.visible_to(request.actor)
    row = get_object_or_404(
        rows.select_related("household", "duty", "signed_by", "countersigned_by"), reference=reference
    )
    desk.opened(request, row.household)
    return row


@office_view(Can.SEE_HOUSEHOLDS)
def letter(request: Request, reference: str) -> HttpResponse:
    row = scoped(request, reference)
    return render(request, "households/office/letter.html", selectors.page(row, request.actor, today(now())))


@office_view(Can.SEE_HOUSEHOLDS)
def pdf(request: Request, reference: str) -> HttpResponse:
    return serving.serve(selectors.made(scoped(request, reference), request.actor, now()))


@office_view(Can.SIGN_AS_MANAGER)
def countersign(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Sign as manager",
        button="Sign and give the letter",
        intro="Read the letter first. It is given as soon as you sign, and the days to ask for a review begin.",
    )
    return act_on(
        request,
        scoped(request, reference),
        RecordForm,
        letters.countersign,
        page,
        at=now(),
        said="The letter is given.",
    )


@office_view(Can.SIGN_LETTERS)
def take_back(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Take this letter back", button="Take it back", button_style="warning")
    return act_on(
        request, scoped(request, reference), TakeBackForm, letters.withdraw, page, at=now(), said="It is taken back."
    )
