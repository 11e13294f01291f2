from django.conf import settings
from django.urls import NoReverseMatch, reverse

from core.access.actor import Actor


def page_url(name: str, *arguments: str) -> str:
    """The address of a named page, or "" when the site has no such page."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def record_url(subject: tuple[str, str], actor: Actor) -> str:
    """The address of a record's page for the actor's door, or "" when they have none.

    Apps that lie below a page lead to it through this, by (kind, reference); the names of the pages
    come from the settings.
    """
    kind, reference = subject
    name = settings.RECORD_PAGES.get(actor.kind.value, {}).get(kind, "")
    return page_url(name, reference) or page_url(name)
