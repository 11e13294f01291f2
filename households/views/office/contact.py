from dataclasses import replace
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.errors import DomainError
from core.notifications.rules.safe_contact import SafeContact
from core.ui.pages import FormPage
from households.forms import case as forms
from households.forms.exclusions import InviteForm
from households.selectors import filled, words
from households.services import contact as services
from households.services import residents
from households.views.office import desk


def to_rule(answers: dict[str, Any]) -> SafeContact:
    return SafeContact(**dict.fromkeys(answers.pop("never"), True), **answers)


@office_view(Can.WORK_HOUSEHOLDS)
def safe_contact(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="How to reach them safely",
        button="Save",
        intro="We check this before anything is sent. What we must not send is stopped, and you are told why.",
    )
    return desk.act(
        request,
        reference,
        forms.SafeContactForm,
        desk.giving(services.set_safe_contact, "rule", to_rule),
        page,
        initial=filled.safe_contact(desk.scoped(request, reference)),
        said="Saved. It counts from now on, also for what waits to be sent.",
    )


@office_view(Can.WORK_HOUSEHOLDS)
def invite(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    page = FormPage(
        title="Invite them to sign in",
        button="Send the invitation",
        intro=f"We write to {household.email}." if household.email else "We have no e-mail address for them.",
    )
    try:
        residents.check_may_invite(household)
    except DomainError as error:
        page = replace(page, back_url=desk.page_of(request, household))
        return render(request, "households/office/no_invitation.html", {"page": page, "why": error.message})

    def save(*, safe: bool, **rest: Any) -> Any:
        return residents.invite(**rest)

    return desk.act(request, reference, InviteForm, save, page, said="They are invited to sign in.")


@office_view(Can.WORK_HOUSEHOLDS)
def restrict(request: Request, reference: str) -> HttpResponse:
    page = FormPage(
        title="Restrict this record",
        button="Restrict",
        button_style="warning",
        intro="It disappears for every officer but the lead officer, you, those you add, and managers.",
    )
    said = "The record is restricted."
    return desk.act(request, reference, forms.RestrictForm, services.restrict, page, said=said)


@office_view(Can.WORK_HOUSEHOLDS)
def allow(request: Request, reference: str) -> HttpResponse:
    household = desk.scoped(request, reference)
    page = FormPage(
        title="Let another officer see this record",
        button="Add the officer",
        intro="They see all of it from now on. The reason is kept.",
    )
    form = partial(forms.AllowForm, officers=words.officers_not_on(household))

    def save(*, officer: str, **rest: Any) -> Any:
        return services.allow(officer_ref=officer, **rest)

    return desk.act(request, reference, form, save, page, said="They can see this record now.")
