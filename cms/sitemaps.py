"""What search engines are told of, at the one address of this site, whatever host they came by."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap as OfPages

from properties.models import Let
from properties.selectors import public

TOOLS = (
    "households_public_tell",
    "cms_public_notice",
    "cms_public_rent_help",
    "cms_public_left_over",
    "properties_public_list",
)


class OfOurs(Sitemap):
    """Addresses outside of the page editor."""

    def get_domain(self, _site: Any = None) -> str:
        return settings.SITE_URL.partition("://")[2]

    def get_protocol(self, _protocol: str | None = None) -> str:
        return settings.SITE_URL.partition("://")[0]


class Tools(OfOurs):
    def items(self) -> tuple[str, ...]:
        return TOOLS

    def location(self, item: str) -> str:
        return reverse(item)


class Homes(OfOurs):
    """Each home while it is available, and not a day longer."""

    def items(self) -> Any:
        return public.available()

    def location(self, item: Let) -> str:
        return reverse("properties_public_let", args=[item.reference])

    def lastmod(self, item: Let) -> datetime:
        return item.published_at


ALL = {"pages": OfPages, "tools": Tools, "homes": Homes}
