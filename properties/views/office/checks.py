from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.accounts.selectors import staff
from core.dates import today
from core.ui.addresses import record_url
from core.ui.pages import FormPage, act, act_on
from properties.forms.office import BookForm, ReadForm, VisitForm
from properties.models import PropertyCheck
from properties.services import checks


def scoped(request: Request, reference: str) -> PropertyCheck:
    rows = PropertyCheck.objects.visible_to(request.actor).select_related("home__landlord")
    return get_object_or_404(rows, reference=reference)


def home_url(request: Request, check: PropertyCheck) -> str:
    return record_url(check.home.subject, request.actor)


@office_view(Can.CHECK_PROPERTIES)
def book(request: Request, reference: str) -> HttpResponse:
    check, at = scoped(request, reference), now()
    officers = staff.officers_who(Can.CHECK_PROPERTIES)
    initial = {"seen": check.version, "officer_id": check.officer_id or request.actor.user_id}
    form = BookForm(request.POST or None, officers=officers, on=today(at), initial=initial)

    def do(form: BookForm) -> str:
        checks.book(
            ref=check.reference,
            seen=form.cleaned_data["seen"],
            visit_at=form.visit_at,
            officer_id=form.cleaned_data["officer_id"],
            actor=request.actor,
            at=at,
        )
        return home_url(request, check)

    intro = f"Ring {check.home.landlord.greeting_name} first to agree a time. They get it in writing."
    page = FormPage(title="Book the visit", button="Book it", intro=intro, back_url=home_url(request, check))
    return act(request, form, do, page, said="The visit is booked, and the landlord has it in writing.")


@office_view(Can.CHECK_PROPERTIES)
def visit(request: Request, reference: str) -> HttpResponse:
    check, at = scoped(request, reference), now()
    form = VisitForm(request.POST or None, on=today(at), initial={"seen": check.version})

    def do(form: VisitForm) -> str:
        checks.record(
            ref=check.reference,
            seen=form.cleaned_data["seen"],
            visit=form.to_visit(),
            actor=request.actor,
            at=at,
        )
        return home_url(request, check)

    page = FormPage(
        title="Record the visit",
        button="Save what you found",
        intro="A property check, not a hazard assessment. The landlord is told what you found.",
        back_url=home_url(request, check),
    )
    return act(request, form, do, page, said="The visit is recorded, and the landlord is told.")


@office_view(Can.CHECK_PROPERTIES)
def no_access(request: Request, reference: str) -> HttpResponse:
    check = scoped(request, reference)
    page = FormPage(
        title="Nobody let you in",
        button="Save",
        intro="The visit goes back to the queue, to be booked again.",
        back_url=home_url(request, check),
    )
    to = home_url(request, check)
    return act_on(request, check, ReadForm, checks.no_access, page, at=now(), said="Saved.", to=to)


@office_view(Can.CHECK_PROPERTIES)
def actions_done(request: Request, reference: str) -> HttpResponse:
    check = scoped(request, reference)
    page = FormPage(
        title="The work is done",
        button="Save",
        intro="Say how you know: you went again, or the landlord sent photos or an invoice.",
        back_url=home_url(request, check),
    )
    to = home_url(request, check)
    return act_on(request, check, ReadForm, checks.actions_done, page, at=now(), said="Saved.", to=to)
