from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from cms import readiness, selectors
from cms.models import ReviewedPage
from cms.rules import freshness
from core import dates


def after_signing_in(request: HttpRequest) -> HttpResponse:
    """Where signing out of the editor leads, by way of the one sign-in page: in again."""
    return redirect("wagtailadmin_home")


def not_here(request: HttpRequest) -> None:
    """People and roles are looked after in the office, never in the page editor."""
    raise Http404


class ReviewPanel(Component):
    """On the editor's first page: what must be checked again."""

    name = "review_dates"
    template_name = "cms/editor/review_panel.html"
    order = 90

    def get_context_data(self, _parent_context: Any) -> dict[str, Any]:
        return {"due": selectors.due_for_review(dates.today(timezone.now()))}


def warn_of_faults(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a page what it still needs before it can be published."""
    for words in readiness.faults(page).values():
        messages.warning(request, words)


def refuse_unready(request: HttpRequest, pages: Iterable[Page], next_url: str) -> HttpResponse | None:
    """Back to the list with what is missing, when one of the pages to be published is not ready."""
    unready = [(page, words) for page in pages for words in readiness.faults(newest(page)).values()]
    for page, words in unready:
        messages.error(request, f"“{page.title}” is not published. {words}")
    return redirect(next_url) if unready else None


def newest(page: Page) -> Page:
    """The page as its last draft has it."""
    return page.get_latest_revision_as_object()


def warn_of_review(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a page that its facts are due to be checked."""
    if isinstance(page, ReviewedPage) and freshness.review_is_due(page.review_by, dates.today(timezone.now())):
        by = dates.in_words(page.review_by)
        messages.warning(request, f"This page was due to be checked by {by}. Check every fact, then set the new dates.")
