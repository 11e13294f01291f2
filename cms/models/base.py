from functools import cached_property
from http import HTTPMethod
from typing import Any

from csp.constants import SELF
from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.book import Shelf
from cms.forms.pages import PageForm
from cms.rules import prose


def searched(*names: str) -> list[index.BaseField]:
    """Fields that a search looks in: whole words for the page editor, beginnings of words for visitors."""
    return [kind(name) for name in names for kind in (index.SearchField, index.AutocompleteField)]


class PublicPage(Page):
    """What all our public pages share. Their own words are all they hold: never a person's case."""

    summary = models.CharField(
        max_length=300, help_text="One or two sentences under the title. Also shown in lists and by search engines."
    )

    other_words = models.CharField(
        max_length=300,
        blank=True,
        help_text="Words that people may search for and that the page does not use, such as: eviction, kicked out. "
        "They are not shown.",
    )

    base_form_class = PageForm
    private_page_options: list[str] = []
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], "Search engines"
        ),
        FieldPanel("other_words"),
    ]
    search_fields = [
        *Page.search_fields,
        *searched("summary", "other_words"),
    ]

    class Meta:
        abstract = True

    @cached_property
    def above(self) -> Page:
        """The page that leads to this one."""
        return self.get_parent()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the one address of this page, whatever host the reader came by, and the figures it may show."""
        context = super().get_context(request, *args, **kwargs)
        context["shelf"] = Shelf()
        context["anchors"] = prose.Anchors()
        context["canonical_url"] = settings.SITE_URL + request.path
        return context

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft as readers will see it, in a frame of the page editor: no other page may be framed."""
        response = super().serve_preview(request, mode_name)
        response["X-Frame-Options"] = "SAMEORIGIN"
        response._csp_replace = {"frame-ancestors": [SELF]}
        return response

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return [{"location": settings.SITE_URL + self.get_url(request), "lastmod": self.last_published_at}]


class ReviewedPage(PublicPage):
    """A page that states facts which can go out of date."""

    last_checked = models.DateField(help_text="The day someone last checked every fact on this page.")
    review_by = models.DateField(help_text="The day it must be checked again. Editors are warned from then on.")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(review_by__gt=models.F("last_checked")),
                name="%(class)s_reviewed_after_checked",
                violation_error_message="The next check must come after the last one.",
            )
        ]
