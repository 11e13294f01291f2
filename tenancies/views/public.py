from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from core.access.doors import public_view, token_page
from core.access.request import Request
from core.dates import today
from tenancies.forms.check_in import CheckInForm
from tenancies.models import CheckIn
from tenancies.selectors import check_ins as selectors
from tenancies.services import check_ins


@public_view
@token_page
def check_in(request: Request, token: str) -> HttpResponse:
    """The one question behind a link. Opening it does nothing, and it names nobody."""
    at = now()
    row = CheckIn.objects.behind(token, today(at)).first()
    if row is None or row.state == "dropped":
        return render(request, "tenancies/public/check_in_over.html", status=404)
    if row.answered_at:
        return render(
            request, "tenancies/public/check_in_thanks.html", {"call_by": selectors.call_by(row), "check_in": row}
        )
    form = CheckInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        check_ins.answer(token=token, given=form.to_answer(), at=at)
        return redirect("tenancies_public_check_in", token=token)
    return render(request, "tenancies/public/check_in.html", {"form": form})
