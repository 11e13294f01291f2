from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from cms import calculators
from cms.models.advice import advice_under
from cms.models.base import PublicPage


def _way_in() -> models.ForeignKey:
    return models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")


class HomePage(PublicPage):
    """The front door: three ways in, and the telephone number for tonight."""

    help_page = _way_in()
    help_words = models.CharField(max_length=200)
    landlord_page = _way_in()
    landlord_words = models.CharField(max_length=200)
    referral_page = _way_in()
    referral_words = models.CharField(max_length=200)

    content_panels = [
        *PublicPage.content_panels,
        MultiFieldPanel([FieldPanel("help_page"), FieldPanel("help_words")], "I need help with my home"),
        MultiFieldPanel([FieldPanel("landlord_page"), FieldPanel("landlord_words")], "I am a landlord"),
        MultiFieldPanel([FieldPanel("referral_page"), FieldPanel("referral_words")], "I am referring someone"),
    ]
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    template = "cms/home.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["ways_in"] = self._ways_in()
        context["advice"] = advice_under(self)
        context["leads"] = calculators.open_here(*calculators.FRONT)
        return context

    def _ways_in(self) -> list[tuple[str, str, Page]]:
        ways = [
            ("I need help with my home", self.help_words, self.help_page_id),
            ("I am a landlord", self.landlord_words, self.landlord_page_id),
            ("I am referring someone", self.referral_words, self.referral_page_id),
        ]
        live = Page.objects.live().in_bulk([page_id for _, _, page_id in ways if page_id])
        return [(title, words, live[page_id]) for title, words, page_id in ways if page_id in live]
