from datetime import date
from functools import partial

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.once import repeatable
from core.access.request import Request
from core.dates import today
from core.rulebook.views import notices
from core.ui.pages import FormPage
from households.forms.earlier_offer import EarlierOfferForm, to_given
from households.forms.exclusions import WithdrawNoticeForm
from households.forms.findings import FindingForm, NoticeForm, to_check, to_finding, to_notice
from households.models import Household
from households.rules.case import QUESTION_LABELS, Question
from households.rules.reapplication import SOURCE
from households.selectors import care, filled
from households.services import decisions, findings, reapplying
from households.views.office import desk

NEVER_OVERWRITTEN = "A decision is never overwritten. If you change your mind, record a new one."
CARE_LEAVER = (
    "“Yes” cannot be chosen: a relevant child, and a former relevant child under 25, cannot be found "
    "homeless intentionally (Housing Act 1996 s191(1B), (1C))."
)


def limits(household: Household, asked: Question, on: date) -> tuple[dict[str, str], str]:
    """The answers that the Act rules out, each with why in a few words, and what the page says first."""
    if asked is Question.INTENTIONAL and decisions.barred_as_care_leaver(household, on, today=on):
        return {"yes": "Not for a care leaver under 25: s191(1C)"}, CARE_LEAVER
    by_law = care.connection(household, on) if asked is Question.LOCAL_CONNECTION else None
    if by_law is None:
        return {}, NEVER_OVERWRITTEN
    return ({"no": "Not while that council owes them help: s199(8)"} if by_law.here else {}), by_law.words


@office_view(Can.SIGN_LETTERS)
def decide(request: Request, reference: str, question: str) -> HttpResponse:
    if question not in list(Question):
        raise Http404
    asked, on = Question(question), today(now())
    household = desk.scoped(request, reference)
    barred, intro = limits(household, asked, on)
    page = FormPage(title=QUESTION_LABELS[asked], button="Record the decision", intro=intro)
    form = partial(FindingForm, question=asked, barred=barred)
    save = desk.giving(findings.decide, "finding", partial(to_finding, asked))
    return desk.act(
        request,
        reference,
        form,
        save,
        page,
        initial=filled.finding(household, asked, on),
        said="The decision is recorded.",
    )


@office_view(Can.SIGN_LETTERS)
def earlier_offer(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="An earlier private offer",
        button="Record it",
        intro="If a private offer ended our main duty and was accepted before 1 May 2026, they may ask again within "
        f"two years, once, whatever their priority need ({SOURCE}).",
    )
    save = desk.giving(reapplying.record_offer, "given", to_given)
    initial = filled.earlier_offer(desk.scoped(request, reference))
    return desk.act(request, reference, EarlierOfferForm, save, page, initial=initial, said="It is recorded.")


@office_view(Can.WORK_HOUSEHOLDS)
def notice(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Record a notice",
        button="Record the notice",
        intro="Write down what it says. You do not need to see the paper: they can read it to you.",
        template="households/office/notice.html",
    )
    save = desk.giving(decisions.record_notice, "notice", to_notice)
    said = "The notice is recorded. See below what it does."
    return desk.act(request, reference, NoticeForm, save, page, said=said, record=reference)


@office_view(Can.WORK_HOUSEHOLDS)
@repeatable
def check_notice(request: Request, reference: str) -> HttpResponse:
    """What was typed into the form above, unsaved, as the notice checker reads it."""
    desk.scoped(request, reference)
    typed = to_check(request.POST) if request.POST else None
    return notices.show(request, typed, on=today(now()), cited=request.POST.get("grounds", ""))


@office_view(Can.WORK_HOUSEHOLDS)
def withdraw_notice(request: Request, reference: str, number: int) -> HttpResponse:
    page = FormPage(
        title="This notice was taken back",
        button="Record it",
        intro="It stays on the record, and bars nothing from that day on.",
    )
    save = partial(decisions.withdraw_notice, number=number)
    initial = {"on": today(now())}
    return desk.act(request, reference, WithdrawNoticeForm, save, page, initial=initial, said="It is recorded.")
