from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from core import dates
from core.access.doors import public_view
from core.access.once import repeatable
from core.access.request import Request
from core.journeys import carried
from core.rulebook.forms.notices import PublicNoticeForm
from core.rulebook.selectors import notices


@public_view
@repeatable
def check(request: Request) -> HttpResponse:
    """The notice checker for everyone. The answers stand in no address.

    They are kept nowhere, unless the reader presses the button that takes them along to "tell us early".
    """
    on = dates.today(now())
    form = PublicNoticeForm(request.POST or None)
    checked = notices.check(form.facts(), on) if form.is_valid() else None
    if checked and "take" in request.POST:
        rows = [*form.answers(), *checked.lines()]
        days = {"specified_on": form.cleaned_data["specified_on"]}
        carried.keep(request.session, source=carried.NOTICE, title="Notice checker", on=on, rows=rows, days=days)
        return redirect("households_public_tell")
    context = {"form": form, "checked": checked, "on": on}
    response = render(request, "cms/notice_checker.html", context)
    response["Cache-Control"] = "no-store"
    return response
