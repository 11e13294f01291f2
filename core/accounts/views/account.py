from django.http import HttpResponse
from django.shortcuts import redirect, render

from core.access.doors import public_view, signed_in_view
from core.access.request import Request


@signed_in_view
def second_step(request: Request) -> HttpResponse:
    """Why staff need a second step to sign in, and the two ways to set one up."""
    return render(request, "accounts/second_step.html")


@public_view
def sign_in_again(request: Request) -> HttpResponse:
    """Where allauth leads after too many wrong codes: to the one sign-in page."""
    del request
    return redirect("account_login")
