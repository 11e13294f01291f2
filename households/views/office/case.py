from functools import partial

from django.http import HttpResponse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.forms import RecordForm
from core.ui.pages import FormPage
from households.forms import case as forms
from households.forms.needs import NeedsForm, to_needs
from households.selectors import areas, filled, words
from households.services import cases, casework
from households.views.office import desk


@office_view(Can.WORK_HOUSEHOLDS)
def contact(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    page = FormPage(title="Contact and what happened", button="Save")
    form = partial(forms.ContactForm, reasons=words.loss_reasons(today(now())))

    def save(*, what_happened: str, loss_reason: str, **rest: object) -> object:
        given = {name: rest.pop(name) for name in cases.Contact.__dataclass_fields__}
        return casework.change_contact(
            contact=cases.Contact(**given), what_happened=what_happened, loss_reason=loss_reason, **rest
        )

    return desk.act(request, reference, form, save, page, initial=filled.contact(household), said="Saved.")


@office_view(Can.WORK_HOUSEHOLDS)
def needs(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    here = areas.choices(today(now()))
    page = FormPage(
        title="What they need and can pay",
        button="Save",
        intro="Homes that fit are found from this. Leave out what you do not know yet.",
    )
    form = partial(NeedsForm, here=here, brmas=areas.brmas())
    save = desk.giving(cases.change_needs, "needs", to_needs)
    return desk.act(request, reference, form, save, page, initial=filled.needs(household, here), said="Saved.")


@office_view(Can.WORK_HOUSEHOLDS)
def assess(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Start the assessment",
        button="Start the assessment",
        intro="You need no papers from them: not to assess them, and not to owe them a duty.",
    )
    said = "The assessment has started."
    return desk.act(
        request, reference, forms.DayForm, cases.start_assessment, page, initial={"on": today(now())}, said=said
    )


@office_view(Can.WORK_HOUSEHOLDS)
def help_early(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Help early",
        button="Help early",
        intro="No clock runs. When the date in a notice is 56 days away you are reminded to decide on a duty.",
    )
    return desk.act(request, reference, forms.ReasonForm, cases.help_early, page, said="They get help early.")


@office_view(Can.WORK_HOUSEHOLDS)
def take_over(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Become their lead officer",
        button="Become their lead officer",
        intro="What waits for the present lead officer on this household moves to you.",
    )
    return desk.act(request, reference, RecordForm, casework.take_over, page, said="You are their lead officer.")


@office_view(Can.SIGN_LETTERS)
def close(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Close this case",
        button="Close",
        button_style="warning",
        intro="Close it when nothing more is owed. They can ask for help again at any time.",
    )
    return desk.act(request, reference, forms.ReasonForm, cases.close, page, said="The case is closed.")


@office_view(Can.WORK_HOUSEHOLDS)
def reopen(request: Request, reference: str) -> HttpResponse:
    page = FormPage(title="Reopen this case", button="Reopen", intro="Everything recorded is still there.")
    return desk.act(request, reference, forms.ReasonForm, cases.reopen, page, said="The case is open again.")
