from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

from cms import figures
from cms.book import Book
from cms.rules import prose as prose_rules

register = template.Library()


@register.simple_tag(takes_context=True)
def prose(context: dict[str, Any], value: Any) -> SafeString:
    """An editor's rich text in our dress, with each named figure as it is today."""
    source = value.source if isinstance(value, RichText) else str(value or "")
    dressed = prose_rules.dress(expand_db_html(source), context["anchors"])
    return mark_safe(_filled(dressed, _book(context)))  # noqa: S308  Wagtail lets only its listed elements through


@register.simple_tag(takes_context=True)
def words(context: dict[str, Any], value: Any) -> SafeString:
    """One line of plain words, with each named figure as it is today."""
    return mark_safe(_filled(conditional_escape(value), _book(context)))  # noqa: S308  escaped on this line


@register.simple_tag(takes_context=True)
def plain_words(context: dict[str, Any], value: str) -> str:
    """One line as it may stand inside a link or an attribute: with each named figure, and no link of its own."""
    book, asked = _book(context), prose_rules.names(value)
    said = dict.fromkeys(asked, figures.UNKNOWN)
    said |= {name: figure.words(book) for name, figure in figures.known(asked).items()}
    return conditional_escape(prose_rules.fill(value, said))


@register.simple_tag(takes_context=True)
def figure(context: dict[str, Any], name: str) -> dict[str, str] | None:
    """One figure by name: its label, its words today and where it comes from. None for a name we no longer have."""
    found = figures.FIGURES.get(name)
    if found is None:
        return None
    return {"label": found.label, "words": found.words(_book(context)), "source": found.source}


@register.filter
def whereabouts(page: Page) -> str:
    """The address of a page of the site, without asking for the site: there is one, and the home page is its root."""
    _, _, below = page.url_path.split("/", 2)
    return f"/{below}"


def _book(context: dict[str, Any]) -> Book:
    return context["shelf"].on(context["today"])


def _filled(html: str, book: Book) -> str:
    asked = prose_rules.names(html)
    values = dict.fromkeys(asked, figures.UNKNOWN)
    values |= {name: _shown(figure, book) for name, figure in figures.known(asked).items()}
    return prose_rules.fill(html, values)


def _shown(figure: figures.Figure, book: Book) -> str:
    words = figure.words(book)
    if figure.link is None:
        return conditional_escape(words)
    return format_html('<a class="govuk-link" href="{}">{}</a>', figure.link(words), words)
