"""Parts of a layout that look the same to everyone who may see the same: made once a process for the same values."""

from collections.abc import Hashable
from functools import lru_cache

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString


def kept(template: str, **values: Hashable) -> SafeString:
    """A small template that knows nothing but these values. Never for what is one person's, nor for what they typed."""
    make = _made.__wrapped__ if settings.DEBUG else _made
    return make(template, tuple(values.items()))


@lru_cache(maxsize=256)
def _made(template: str, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return SafeString(get_template(template).render(dict(values)))
