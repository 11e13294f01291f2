from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import BodyBlock
from cms.content import starting
from cms.models.base import PublicPage, searched
from cms.views.panels import FiguresPanel

PAGE_SIZE = 10


class NewsPage(PublicPage):
    """Something new, said once and kept: its day is the day on which it was first published."""

    body = StreamField(BodyBlock(), default=starting.news)

    content_panels = [*PublicPage.content_panels, FieldPanel("body"), FiguresPanel()]
    search_fields = [*PublicPage.search_fields, *searched("body")]
    parent_page_types: ClassVar[list[str]] = ["cms.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/news.html"
    page_description = "Something new that people should hear of."


class NewsIndexPage(PublicPage):
    """All the news, the newest first."""

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.NewsPage"]
    template = "cms/news_index.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        context = super().get_context(request, *args, **kwargs)
        pages = Paginator(news(), PAGE_SIZE)
        context["news"] = pages.get_page(request.GET.get("page"))
        return context


def news() -> "models.QuerySet[NewsPage]":
    """The published news, the newest first, without its long words."""
    return NewsPage.objects.live().order_by("-first_published_at", "-pk").defer("body")
