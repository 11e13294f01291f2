"""The two calculators. Answers travel in forms, never in addresses; nothing is kept unless it is taken along."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from cms import answers
from cms.forms.left_over import LeftOverForm
from cms.forms.rent_help import GroundsForm, RentHelpForm
from core.access.doors import no_copy, public_view
from core.access.once import repeatable
from core.access.request import Request
from core.dates import today
from core.errors import DomainError
from core.journeys import carried, typed
from core.rulebook.rules.rates import Answer
from core.ui.forms import Form

RENT_HELP = "Help with your rent"
LEFT_OVER = "What is left after rent"


def hidden(request: Request, *forms: Form) -> list[tuple[str, str]]:
    """What was answered, for the form behind the buttons of the next page."""
    names = [name for form in forms for name in typed.names_of(form)]
    sent = typed.as_data(typed.read(request.POST, names))
    return [(name, value) for name, values in sent.lists() for value in values]


def take_along(request: Request, source: str, title: str, on: date, rows: Sequence[tuple[str, str]]) -> HttpResponse:
    """To "tell us early", with this answer in the session: only because the person pressed the button for it."""
    carried.keep(request.session, source=source, title=title, on=on, rows=rows)
    return redirect("households_public_tell")


def page(request: Request, name: str, context: Mapping[str, Any]) -> HttpResponse:
    return render(request, f"cms/calculators/{name}.html", {"quick_exit": True, **context})


@public_view
@repeatable
@no_copy
def rent_help(request: Request) -> HttpResponse:
    """The Local Housing Allowance for a household: the same answer as `manage.py lha` gives."""
    on = today(now())
    if request.method != "POST":
        return page(request, "rent_help", {"form": RentHelpForm(areas=answers.areas())})
    form, grounds = RentHelpForm(request.POST, areas=answers.areas()), GroundsForm(request.POST)
    if "change" in request.POST or not form.is_valid():
        return page(request, "rent_help", {"form": form})
    try:
        found = answers.rent_help_answer(form.cleaned_data, (), on)
        if answers.may_be_spared(found, form.cleaned_data["age"]):
            if "grounds_asked" not in request.POST:
                return page(request, "grounds", {"form": GroundsForm(), "hidden": hidden(request, form)})
            if not grounds.is_valid():
                return page(request, "grounds", {"form": grounds, "hidden": hidden(request, form)})
            found = answers.rent_help_answer(form.cleaned_data, grounds.cleaned_data["grounds"], on)
    except DomainError as error:
        form.refuse(error)
        return page(request, "rent_help", {"form": form})
    return rent_help_answered(request, found, hidden(request, form, grounds), on)


def rent_help_answered(request: Request, found: Answer, sent: list[tuple[str, str]], on: date) -> HttpResponse:
    if "carry" in request.POST:
        return take_along(request, "rent_help", RENT_HELP, on, answers.rent_help_rows(found))
    asked = [("grounds_asked", "yes")] if "grounds_asked" in request.POST else []
    context = answers.rent_help_page(found) | {"hidden": [*sent, *asked], "on": on}
    return page(request, "rent_help_answer", context)


@public_view
@repeatable
@no_copy
def left_over(request: Request) -> HttpResponse:
    """What is left of a month's income after rent. An estimate: never a refusal, never a word to move out."""
    on = today(now())
    if request.method != "POST":
        return page(request, "left_over", {"form": LeftOverForm(areas=answers.areas())})
    form = LeftOverForm(request.POST, areas=answers.areas())
    if "change" in request.POST or not form.is_valid():
        return page(request, "left_over", {"form": form})
    try:
        found = answers.left_over_page(form.cleaned_data, on)
    except DomainError as error:
        form.refuse(error)
        return page(request, "left_over", {"form": form})
    if "carry" in request.POST:
        return take_along(request, "left_over", LEFT_OVER, on, answers.left_over_rows(found))
    return page(request, "left_over_answer", found | {"hidden": hidden(request, form), "on": on})
