from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now

from core import dates
from core.access.actor import Can
from core.access.doors import office_view
from core.access.request import Request
from core.rulebook.forms.tables import DayForm, RatesForm, TableForm
from core.rulebook.rules.sheets.tables import LHA_RATES, SHEETS
from core.rulebook.selectors import pages
from core.rulebook.selectors.shown import SHOWN
from core.ui.components import Crumb, Filters
from core.ui.pages import show_list


@office_view(Can.SEE_RULEBOOK)
def index(request: Request) -> HttpResponse:
    """Every table of the rulebook, as it stands on a day."""
    today = dates.today(now())
    form = DayForm(request.GET)
    day = form.day(today)
    context = {"title": "Rulebook", "form": form, "filters": Filters(form), "table": pages.tables(day)}
    context["day"] = dates.in_words(day)
    return render(request, "rulebook/office/list.html", context)


@office_view(Can.SEE_RULEBOOK)
def table(request: Request, name: str) -> HttpResponse:
    """One table, as it stands on a day."""
    if name not in SHEETS:
        raise Http404
    form = (RatesForm if name == LHA_RATES.name else TableForm)(request.GET)
    wanted = form.wanted(dates.today(now()))
    title = SHEETS[name].title
    return show_list(
        request,
        title,
        form,
        pages.rows(name, wanted),
        partial(pages.table, name),
        noun="rows",
        template="rulebook/office/table.html",
        about=SHOWN[name].about,
        day=dates.in_words(wanted.on),
        crumbs=[Crumb("Rulebook", reverse("rulebook_office_list")), Crumb(title)],
    )
