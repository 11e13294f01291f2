"""Every page that anyone may open, so that each is looked over once it exists."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from households.journeys.tell import TELL
from tests.browser.filling import fill
from tests.browser.visit import Visit
from tests.cms.test_calculators import ALONE, FAMILY, LONE_PARENT
from tests.cms.test_content import URLS
from tests.cms.test_notice_checker import MIXED, SALE
from tests.households import telling
from tests.web.client import send
from tests.world import World

ASKED = ("/homes/?bedrooms=2&area=Dartford, DA1", "/homes/?bedrooms=4", "/search/?q=rent", "/search/?q=zebra")


def addresses(world: World) -> list[str]:
    """The shipped pages, each public page without arguments, a home to rent, and pages that were asked something."""
    home = f"/homes/{world.let().reference}/"
    found = [*URLS, *_plain(), home, *ASKED]
    client = Client()
    return [url for url in dict.fromkeys(found) if _is_page(client, url)]


BORN = {"born_on-day": "4", "born_on-month": "5", "born_on-year": "2018"}
EVERYTHING: dict[str, dict[str, Any]] = {
    "contact": {"channels": ["ring", "text", "email", "letter"]},
    "worry": {"worries": ["notice", "arrears", "afraid", "locked"]},
    "when": {"when": "tonight"},
    "who": {"who": "others"},
    "person-1": {"role": "child", "first_name": "Kofi", "sex": "M", "more": "no", **BORN},
}
UNREACHED: dict[str, dict[str, Any]] = {"contact": {"channels": ["none"]}}
"""The answers that lead to every question between them: all ways of reaching someone, and none."""

ANSWERS: dict[str, list[dict[str, Any]]] = {
    "/calculators/help-with-rent/": [FAMILY, ALONE, {"age": "5"}],
    "/calculators/left-after-rent/": [LONE_PARENT | {"what_if": "300"}, {"age": "5"}],
    "/check-a-notice/": [SALE, MIXED, {"grounds": ["8"], "arrears": "no"}],
}
"""What the tools are asked: each way to an answer, to a further question, and to an error."""


def told() -> list[tuple[Client, str]]:
    """Every question of "tell us early" with its answer, and the page to check them on, each with its browser."""
    found = []
    for answers in (EVERYTHING, UNREACHED):
        client = Client()
        slugs = telling.walk(client, **answers)
        found += [(client, f"{telling.START}{slug}/") for slug in (*slugs, "check")]
    asked = {url.split("/")[2].partition("-")[0] for _, url in found}
    assert asked == {page.slug.partition("-")[0] for page in TELL.pages} | {"check"}
    return found


def beyond_the_first(visit: Visit) -> Iterator[str]:
    """Opens each page that comes after somebody's answers, and tells its name."""
    for client, url in told():
        visit.bring(client)
        visit.page.goto(url)
        yield url
    for url, asked in ANSWERS.items():
        for number, answers in enumerate(asked, start=1):
            visit.page.goto(url)
            fill(visit, answers)
            press(visit)
            yield f"{url} answer {number}"
            if visit.page.locator("[name=grounds_asked]").count():
                fill(visit, {"grounds": "none"})
                press(visit)
                yield f"{url} answer {number}, and the further question"


def press(visit: Visit) -> None:
    with visit.page.expect_navigation():
        visit.page.locator("main form button[type=submit]").last.click()


def beyond_as_sent() -> dict[str, bytes]:
    """The same pages as the server sends them."""
    pages = {f"{url} {number}": client.get(url).content for number, (client, url) in enumerate(told())}
    for url, asked in ANSWERS.items():
        for number, answers in enumerate(asked, start=1):
            response = send(Client(), url, answers)
            assert response.status_code == 200, url
            pages[f"{url} answer {number}"] = response.content
    return pages


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
