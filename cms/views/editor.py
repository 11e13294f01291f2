from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from cms import selectors
from cms.models import ReviewedPage
from cms.rules import freshness, prose
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


def warn_of_bare_headings(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a page which of its headings still have nothing below them."""
    texts = [block.value.source for block in getattr(page, "body", ()) if block.block_type == "text"]
    bare = [heading for text in texts for heading in prose.bare_headings(text)]
    if bare:
        messages.warning(request, f"Nothing stands below: {', '.join(bare)}. Write it, or take the heading out.")


def warn_of_review(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a page that its facts are due to be checked."""
    if isinstance(page, ReviewedPage) and freshness.review_is_due(page.review_by, dates.today(timezone.now())):
        by = dates.in_words(page.review_by)
        messages.warning(request, f"This page was due to be checked by {by}. Check every fact, then set the new dates.")
