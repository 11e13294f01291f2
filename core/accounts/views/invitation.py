from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from core.access.doors import public_view, token_page
from core.access.request import Request
from core.accounts.rules.roles import ROLES
from core.accounts.selectors import staff as selectors
from core.accounts.services import staff


@public_view
@token_page
def accept(request: Request, token: str) -> HttpResponse:
    """The page behind the link in an invitation. Opening it does nothing; its button accepts."""
    at = now()
    invitation = selectors.invitation_behind(token, at)
    if invitation is None:
        return render(request, "accounts/invitation_over.html", status=404)
    if request.method == "POST":
        staff.accept(token=token, at=at)
        messages.success(request, "You have joined the team. Sign in with a code that we send to your email address.")
        return redirect("account_login")
    held = [ROLES[role] for role in invitation.roles if role in ROLES]
    return render(request, "accounts/invitation.html", {"invitation": invitation, "held": held})
