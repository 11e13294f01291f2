"""Every page that anyone may open, so that each is looked over once it exists."""

from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.cms.test_content import URLS
from tests.world import World

ASKED = ("/homes/?bedrooms=2&area=Dartford, DA1", "/homes/?bedrooms=4", "/search/?q=rent", "/search/?q=zebra")


def addresses(world: World) -> list[str]:
    """The shipped pages, each public page without arguments, a home to rent, and pages that were asked something."""
    home = f"/homes/{world.let().reference}/"
    found = [*URLS, *_plain(), home, *ASKED]
    client = Client()
    return [url for url in dict.fromkeys(found) if _is_page(client, url)]


def _plain() -> list[str]:
    plain = []
    for name in sorted(settings.PUBLIC_URL_NAMES):
        try:
            plain.append(reverse(name))
        except NoReverseMatch:
            continue
    return plain


def _is_page(client: Client, url: str) -> bool:
    response = client.get(url)
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")
