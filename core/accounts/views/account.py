from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpResponse
from django.shortcuts import redirect, render

from core.access import once
from core.access.doors import public_view, signed_in_view
from core.access.request import Request, View


@signed_in_view
def second_step(request: Request) -> HttpResponse:
    """Why staff need a second step to sign in, and the two ways to set one up."""
    return render(request, "accounts/second_step.html")


@signed_in_view
@once.without_key
def add_passkey(request: Request) -> HttpResponse:
    return _set_up(request, webauthn.add_webauthn, Authenticator.Type.WEBAUTHN)


@signed_in_view
@once.without_key
def set_up_app(request: Request) -> HttpResponse:
    return _set_up(request, totp.activate_totp, Authenticator.Type.TOTP)


def _set_up(request: Request, view: View, kind: Authenticator.Type) -> HttpResponse:
    """allauth's own page. Whoever has just used a new second step on it need not use it again at once."""
    before = Authenticator.objects.filter(user=request.user, type=kind).count()
    response = view(request)
    if request.method == "POST" and Authenticator.objects.filter(user=request.user, type=kind).count() > before:
        record_authentication(request, request.user, "mfa", type=str(kind), reauthenticated=True)
    return response


@public_view
def sign_in_again(request: Request) -> HttpResponse:
    """Where allauth leads after too many wrong codes: to the one sign-in page."""
    del request
    return redirect("account_login")
