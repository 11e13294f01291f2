from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from core.access.doors import public_view, token_page
from core.access.request import Request
from core.errors import DomainError, NotFound
from landlords.services import enquiries

SAID = "Your registration has begun. Sign in with a code that we send to your email address, and go on."


@public_view
@token_page
def invitation(request: Request, token: str) -> HttpResponse:
    """The page behind the link that invites a landlord. Opening it does nothing; its button begins."""
    at = now()
    landlord = enquiries.invited(token, at)
    if landlord is None:
        return render(request, "landlords/public/invitation_over.html", status=404)
    error = ""
    if request.method == "POST":
        try:
            enquiries.begin(token=token, at=at)
        except NotFound:
            raise
        except DomainError as refused:
            error = refused.message
        else:
            messages.success(request, SAID)
            return redirect("account_login")
    return render(request, "landlords/public/invitation.html", {"landlord": landlord, "error": error})
