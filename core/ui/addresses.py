import re
from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from core.access.actor import Actor

REFERENCE = re.compile(r"[A-Z]{2}-[0-9]{4}-[0-9]{4,9}")
STAND_IN = "ZZ-0000-0000"


def page_url(name: str, *arguments: str) -> str:
    """The address of a named page, or "" when the site has no such page.

    A page leads to dozens of records: where one reference is all that an address needs, it is worked out once a
    process for a stand-in, whose place each reference takes.
    """
    match arguments:
        case ():
            return _kept(settings.ROOT_URLCONF, name)
        case (str(reference),) if REFERENCE.fullmatch(reference):
            return _kept(settings.ROOT_URLCONF, name, STAND_IN).replace(STAND_IN, reference)
    return _reversed(settings.ROOT_URLCONF, name, *arguments)


def record_url(subject: tuple[str, str], actor: Actor) -> str:
    """The address of a record's page for the actor's door, or "" when they have none.

    Apps that lie below a page lead to it through this, by (kind, reference); the names of the pages
    come from the settings.
    """
    kind, reference = subject
    name = settings.RECORD_PAGES.get(actor.kind.value, {}).get(kind, "")
    return page_url(name, reference) or page_url(name)


def _reversed(urlconf: str, name: str, *arguments: str) -> str:
    try:
        return reverse(name, urlconf=urlconf, args=arguments)
    except NoReverseMatch:
        return ""


_kept = cache(_reversed)
