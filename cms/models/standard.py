from typing import ClassVar

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.blocks import BodyBlock
from cms.models.base import PublicPage, ReviewedPage, searched
from cms.views.panels import FiguresPanel


class StandardPage(ReviewedPage):
    """A page about the service itself: privacy, accessibility, cookies, credits, complaints."""

    body = StreamField(BodyBlock())

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("last_checked"), FieldPanel("review_by")], "Is it right?"),
        FiguresPanel(),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/standard.html"
    search_fields = [*PublicPage.search_fields, *searched("body")]
    page_description = "A page about this service."


class LandlordOfferPage(ReviewedPage):
    """What we offer landlords and what we ask of them."""

    body = StreamField(BodyBlock())

    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("last_checked"), FieldPanel("review_by")], "Is it right?"),
        FiguresPanel(),
    ]
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    search_fields = [*PublicPage.search_fields, *searched("body")]
    template = "cms/landlord_offer.html"
