from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.accounts import policies
from core.accounts.forms.office import InviteForm, RolesForm
from core.accounts.models import Invitation, User
from core.accounts.selectors import staff as selectors
from core.accounts.services import roles, staff
from core.errors import DomainError
from core.money import Money
from core.ui.forms import RecordForm


@office_view(Can.MANAGE_STAFF)
def index(request: Request) -> HttpResponse:
    """Everyone on the staff and everyone invited."""
    context = {"members": selectors.members(), "invitations": selectors.waiting(now())}
    return render(request, "accounts/office/staff.html", context)


@office_view(Can.MANAGE_STAFF)
def invite(request: Request) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.to_input()
        try:
            staff.invite(email=given.email, name=given.name, held=given.roles, actor=request.actor, at=now())
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, f"We sent an invitation to {given.name}. It works for 7 days.")
            return redirect("accounts_office_staff")
    return render(request, "accounts/office/invite.html", {"form": form})


@office_view(Can.MANAGE_STAFF)
@require_POST
def revoke(request: Request, ref: str) -> HttpResponse:
    invitation = get_object_or_404(Invitation, reference=ref)
    staff.revoke(ref=ref, seen=_seen(request), actor=request.actor, at=now())
    messages.success(request, f"The invitation to {invitation.name} does not work any more.")
    return redirect("accounts_office_staff")


@office_view(Can.MANAGE_STAFF)
def member(request: Request, ref: str) -> HttpResponse:
    """One officer: their roles and limit, closing their account, resetting a lost second step."""
    user = get_object_or_404(selectors.officers(), reference=ref)
    form = RolesForm(request.POST or None, initial=_as_held(user))
    if request.method == "POST" and form.is_valid():
        given = form.to_input()
        roles.change(
            ref=ref,
            seen=form.cleaned_data["seen"],
            held=given.roles,
            approval_limit=given.approval_limit,
            actor=request.actor,
            at=now(),
        )
        messages.success(request, f"{user.name}’s roles are changed. They sign in again to use them.")
        return redirect("accounts_office_member", ref=ref)
    context = {"form": form, "member": selectors.member(user), "verdict": policies.may_change(request.actor, user)}
    return render(request, "accounts/office/member.html", context)


@office_view(Can.MANAGE_STAFF)
@require_POST
def close(request: Request, ref: str) -> HttpResponse:
    user = staff.close_account(ref=_officer(ref), seen=_seen(request), actor=request.actor, at=now())
    messages.success(request, f"{user.name} is signed out and cannot sign in.")
    return redirect("accounts_office_member", ref=ref)


@office_view(Can.MANAGE_STAFF)
@require_POST
def reopen(request: Request, ref: str) -> HttpResponse:
    user = staff.reopen_account(ref=_officer(ref), seen=_seen(request), actor=request.actor, at=now())
    messages.success(request, f"{user.name} can sign in again.")
    return redirect("accounts_office_member", ref=ref)


@office_view(Can.MANAGE_STAFF)
@require_POST
def reset(request: Request, ref: str) -> HttpResponse:
    user = staff.reset_second_step(ref=_officer(ref), seen=_seen(request), actor=request.actor, at=now())
    messages.success(request, f"{user.name} sets up a new second step when they next sign in.")
    return redirect("accounts_office_member", ref=ref)


def _officer(ref: str) -> str:
    return get_object_or_404(selectors.officers(), reference=ref).reference


def _as_held(user: User) -> dict[str, object]:
    return {"roles": roles.held_by(user), "approval_limit": Money(user.approval_limit_pence), "seen": user.version}


def _seen(request: Request) -> int:
    form = RecordForm(request.POST)
    if not form.is_valid():
        raise DomainError("This page is out of date. Open it again.", code="no_version")
    return form.cleaned_data["seen"]
