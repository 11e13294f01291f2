from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now

from core.access.doors import public_view
from core.access.request import Request
from core.dates import today
from core.ui.pages import filters_of, paginate
from properties.forms.public import HomesToRent
from properties.selectors import public as selectors


@public_view
def listed(request: Request) -> HttpResponse:
    """The homes that are available now: their areas, never their addresses."""
    on = today(now())
    homes = HomesToRent(request.GET, queryset=selectors.available(), areas=selectors.areas(), on=on)
    rows, pagination = paginate(request, homes.qs, noun="homes", asked=homes.asked)
    context = {
        "cards": selectors.cards(rows, on),
        "pagination": pagination,
        "filters": filters_of(request, homes.form, asked=homes.asked, sort="sort"),
        "in_all": pagination.total or selectors.available().count(),
    }
    return render(request, "properties/public/list.html", context)


@public_view
def let(request: Request, reference: str) -> HttpResponse:
    """One home while it is available. One that was is gone; one that never was does not exist."""
    row = get_object_or_404(selectors.once_published(), reference=reference)
    if not selectors.is_open(row):
        return render(request, "properties/public/gone.html", status=HTTPStatus.GONE)
    return render(request, "properties/public/let.html", selectors.page(row, today(now()), site=settings.SITE_URL))
