from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import FormPage, act, show_list
from households.forms.case import HouseholdFilterForm, NewForm
from households.selectors import listing, words
from households.services import cases


@office_view(Can.SEE_HOUSEHOLDS)
def listed(request: Request) -> HttpResponse:
    form = HouseholdFilterForm(request.GET)
    return show_list(
        request,
        "Households",
        form,
        listing.listed(request.actor, form.to_filters()),
        partial(listing.table, actor=request.actor, on=today(now())),
        noun="households",
        template="households/office/list.html",
        keys_first=True,
        may_record=request.actor.can(Can.WORK_HOUSEHOLDS),
    )


@office_view(Can.WORK_HOUSEHOLDS)
def new(request: Request) -> HttpResponse:
    at = now()
    reasons = words.loss_reasons(today(at))
    form = NewForm(request.POST or None, initial={"approach_on": today(at)}, reasons=reasons)
    page = FormPage(
        title="Record a household",
        button="Save and add the people",
        intro="A name is enough to start. Everything else can follow when you speak to them.",
        back_url=reverse("households_office_list"),
    )

    def do(form: NewForm) -> str:
        row = cases.open_case(**form.to_input(), actor=request.actor, at=at)
        return reverse("households_office_person_add", args=[row.reference])

    return act(request, form, do, page, said="The household is recorded. Nothing is lost if you stop here.")
