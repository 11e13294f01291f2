"""The pieces an editor builds a page from. Each has one small template in `templates/cms/blocks/`."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

from cms import calculators, figures
from cms.rules import freshness, prose

TEXT_FEATURES = ["h2", "h3", "bold", "ul", "ol", "link"]
SMALL_FEATURES = ["bold", "ul", "link"]


def check_figures(text: str) -> None:
    """Refuse a text that asks for a figure we do not have. Raises ValidationError naming it."""
    unknown = [name for name in prose.names(text) if name not in figures.FIGURES]
    if unknown:
        raise ValidationError(f"There is no figure called {unknown[0]}. Choose one from the list of figures.")


class ProseBlock(blocks.RichTextBlock):
    """Rich text with a short list of features. A figure is asked for by name: [[notice-to-sell]]."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        check_figures(cleaned.source)
        return cleaned


class WordsBlock(blocks.CharBlock):
    """One line of words, in which a figure may be asked for by name."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        check_figures(cleaned)
        return cleaned


class StepsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, max_length=120)
    steps = blocks.ListBlock(ProseBlock(features=SMALL_FEATURES), min_num=2, help_text="One thing to do in each step.")

    class Meta:
        icon = "list-ol"
        template = "cms/blocks/steps.html"


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        choices=[("note", "Good to know"), ("warning", "Important: do not miss this")], default="note"
    )
    heading = blocks.CharBlock(required=False, max_length=120)
    text = ProseBlock(features=SMALL_FEATURES)

    class Meta:
        icon = "warning"
        template = "cms/blocks/callout.html"


class ContactBlock(blocks.StructBlock):
    """Another body that can help. Our own team stands on every page by itself."""

    name = blocks.CharBlock(max_length=120)
    what = blocks.CharBlock(max_length=250, help_text="What they help with, in one sentence.")
    telephone = blocks.CharBlock(required=False, max_length=30)
    checked_on = blocks.DateBlock(
        required=False,
        help_text="The day someone rang this number and it was right. The page shows the number for 90 days after it.",
    )
    website = blocks.URLBlock(required=False)
    hours = blocks.CharBlock(required=False, max_length=120)

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)
        today: date | None = context.get("today")
        context["show_number"] = (
            bool(value["telephone"]) and today is not None and freshness.may_show_number(value["checked_on"], today)
        )
        return context

    class Meta:
        icon = "group"
        template = "cms/blocks/contact.html"


class FigureBlock(blocks.StructBlock):
    figure = blocks.ChoiceBlock(choices=figures.choices)
    words = blocks.CharBlock(required=False, max_length=200, help_text="What it means for the reader.")

    class Meta:
        icon = "order"
        template = "cms/blocks/figure.html"


class LeadBlock(blocks.StructBlock):
    """A calculator, checker or list of this site, as the next thing to do."""

    lead = blocks.ChoiceBlock(choices=calculators.choices, label="Where it leads")
    words = blocks.CharBlock(required=False, max_length=200, help_text="Leave empty for our usual words.")

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context=parent_context)
        context["lead"] = calculators.known(value["lead"])
        return context

    class Meta:
        icon = "form"
        label = "Calculator or list"
        template = "cms/blocks/lead.html"


class DetailsBlock(blocks.StructBlock):
    """Words that some readers need and most do not: folded away behind their title."""

    title = blocks.CharBlock(max_length=120)
    text = ProseBlock(features=SMALL_FEATURES)

    class Meta:
        icon = "arrow-right"
        template = "cms/blocks/details.html"


class PictureBlock(blocks.StructBlock):
    picture = ImageBlock(help_text="Say in words what the picture shows, or mark it as decorative.")
    caption = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "image"
        template = "cms/blocks/picture.html"


def table_block() -> TypedTableBlock:
    return TypedTableBlock([("words", WordsBlock())], icon="table", template="cms/blocks/table.html")


class BodyBlock(blocks.StreamBlock):
    text = ProseBlock(features=TEXT_FEATURES, icon="doc-full", template="cms/blocks/text.html")
    steps = StepsBlock()
    callout = CalloutBlock()
    contact = ContactBlock()
    table = table_block()
    figure = FigureBlock()
    lead = LeadBlock()
    details = DetailsBlock()
    picture = PictureBlock()


class ContactsBlock(blocks.StreamBlock):
    contact = ContactBlock()

    class Meta:
        required = False
