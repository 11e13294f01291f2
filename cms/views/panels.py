"""What our page editor shows beside the fields themselves."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import HelpPanel

from cms import figures
from cms.book import Book
from core import dates


class FiguresPanel(HelpPanel):
    """Every figure that a text may ask for: how to write it, what it is, and what it says today."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", "Figures you can use in the text")
        kwargs.setdefault("template", "cms/editor/figures.html")
        kwargs.setdefault("classname", "collapsed")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            book = Book(dates.today(timezone.now()))
            rows = [(f"[[{name}]]", each.label, each.words(book)) for name, each in figures.FIGURES.items()]
            return {**context, "figures": rows}
