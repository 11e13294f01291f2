from allauth.core.internal import ratelimit
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from core.access.doors import public_view
from core.access.once import repeatable
from core.access.request import Request
from core.dates import today
from deposits.forms import VerifyForm
from deposits.selectors import pages


@public_view
@repeatable
def verify(request: Request) -> HttpResponse:
    """Anyone checks whether a certificate is real. The code never stands in the address."""
    form = VerifyForm(request.POST or None)
    found, asked, status = None, False, 200
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, app="deposits", action="verify", config={"verify": "20/m/ip"}):
            form.add_error("code", "You have tried many codes. Wait a minute and try again")
            status = 429
        else:
            asked, found = True, pages.verified(form.cleaned_data["code"], today(now()))
    context = {"form": form, "found": found, "asked": asked}
    return render(request, "deposits/public/verify.html", context, status=status)
