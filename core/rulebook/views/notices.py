from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now

from core import dates
from core.access.actor import Can
from core.access.doors import office_view
from core.access.once import repeatable
from core.access.request import Request
from core.rulebook.forms.office_notices import OfficeNoticeForm
from core.rulebook.selectors import notices
from core.ui.components import Crumb


@office_view(Can.SEE_RULEBOOK)
@repeatable
def check(request: Request) -> HttpResponse:
    """The notice checker. Nothing of it is kept."""
    return show(request, request.POST or None, on=dates.today(now()))


def show(request: HttpRequest, data: QueryDict | None, *, on: date, cited: str = "") -> HttpResponse:
    """The checker with these answers. `cited`: the grounds as someone wrote them in one line."""
    form = OfficeNoticeForm(data, grounds=notices.all_grounds(on), cited=cited)
    checked = notices.check(form.facts(), on) if form.is_valid() else None
    crumbs = [Crumb("Rulebook", reverse("rulebook_office_list")), Crumb("Check a notice")]
    return render(request, "rulebook/office/notice.html", {"form": form, "checked": checked, "crumbs": crumbs})
