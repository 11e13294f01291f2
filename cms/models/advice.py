from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cms import calculators
from cms.blocks import BodyBlock, ContactsBlock, check_figures
from cms.content import starting
from cms.models.base import PublicPage, ReviewedPage, searched
from cms.rules import prose
from cms.views.panels import FiguresPanel


class AdvicePage(ReviewedPage):
    """One trouble, said plainly: what to do first, what is true, what to do next, who can help."""

    who_for = models.CharField("Who is this page for?", max_length=160, help_text="For example: private renters.")
    first_step = RichTextField("What to do first", features=["bold", "link", "ul"])
    body = StreamField(BodyBlock(), default=starting.advice)
    next_steps = RichTextField("What to do next", features=["bold", "link", "ol", "ul"])
    contacts = StreamField(ContactsBlock(), blank=True, verbose_name="Who else can help")
    sources = models.TextField("Where this comes from", blank=True, help_text="One law or guide a line.")
    quick_exit = models.BooleanField(
        "Quick exit", default=False, help_text="Shows a button that leaves this page at once. For pages about abuse."
    )

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("who_for"),
        FieldPanel("first_step"),
        FieldPanel("body"),
        FieldPanel("next_steps"),
        FieldPanel("contacts", help_text="At least one, before the page can be published."),
        MultiFieldPanel([FieldPanel("last_checked"), FieldPanel("review_by"), FieldPanel("sources")], "Is it right?"),
        FieldPanel("quick_exit"),
        FiguresPanel(),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.AdviceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_fields = [*PublicPage.search_fields, *searched("who_for", "first_step", "body", "next_steps")]
    template = "cms/advice.html"
    page_description = "Advice on one trouble, with what to do first and who can help."

    def clean(self) -> None:
        super().clean()
        for field in ("first_step", "next_steps"):
            try:
                check_figures(getattr(self, field) or "")
            except ValidationError as fault:
                raise ValidationError({field: fault}) from fault

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A page with a quick exit leaves no copy in the reader's browser."""
        response = super().serve(request, *args, **kwargs)
        if self.quick_exit:
            response["Cache-Control"] = "no-store"
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        context = super().get_context(request, *args, **kwargs)
        texts = [block.value.source for block in self.body if block.block_type == "text"]
        anchors = prose.Anchors()
        context["headings"] = [heading for text in texts for heading in prose.headings(text, anchors)]
        context["source_lines"] = [line.strip() for line in self.sources.splitlines() if line.strip()]
        return context


class AdviceIndexPage(PublicPage):
    """The list of advice pages, in the order the editors set."""

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.AdvicePage"]
    template = "cms/advice_index.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["advice"] = advice_under(self)
        context["leads"] = calculators.open_here(*calculators.FRONT)
        return context


def advice_under(page: Page) -> models.QuerySet[AdvicePage]:
    """The published advice pages below a page, in the order the editors set, without their long words."""
    pages = AdvicePage.objects.descendant_of(page).live().order_by("path")
    return pages.defer("first_step", "body", "next_steps", "contacts", "sources")
