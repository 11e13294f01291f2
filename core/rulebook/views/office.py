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
from core.ui.components import Chip, Crumb, Filters


@office_view(Can.SEE_RULEBOOK)
def index(request: Request) -> HttpResponse:
    """Every table of the rulebook, as it stands on a day."""
    today = dates.today(now())
    form = DayForm(request.GET)
    day = form.day(today)
    context = {"tables": pages.tables(day), "filters": Filters(form), "form": form, "day": dates.in_words(day)}
    return render(request, "rulebook/office/list.html", context)


@office_view(Can.SEE_RULEBOOK)
def table(request: Request, name: str) -> HttpResponse:
    """One table, as it stands on a day."""
    if name not in SHEETS:
        raise Http404
    form = (RatesForm if name == LHA_RATES.name else TableForm)(request.GET)
    wanted = form.wanted(dates.today(now()))
    query = request.GET.copy()
    number = query.pop("page", [""])[-1]
    context = {
        "page": pages.page(name, wanted, number, query.urlencode()),
        "filters": Filters(form, chips(request, form)),
        "form": form,
        "day": dates.in_words(wanted.on),
        "crumbs": [Crumb("Rulebook", reverse("rulebook_office_list")), Crumb(SHEETS[name].title)],
    }
    return render(request, "rulebook/office/table.html", context)


def chips(request: Request, form: TableForm) -> list[Chip]:
    """What is filtered by now, each with the address without it."""
    found = []
    for name, given in form.cleaned_data.items():
        if given:
            rest = request.GET.copy()
            for key in [key for key in rest if key == "page" or key.partition("-")[0] == name]:
                del rest[key]
            words = dict(getattr(form.fields[name], "choices", [])).get(given, given)
            text = dates.short(given) if name == "on" else str(words)
            found.append(Chip(f"{form.fields[name].label}: {text}", f"?{rest.urlencode()}"))
    return found
