"""Walking through "tell us early" as a browser without an account does."""

from typing import Any

from django.test import Client

from tests.web.client import send
from tests.web.markup import soup

START = "/tell-us-early/"
REST: dict[str, dict[str, Any]] = {
    "contact": {"channels": ["ring", "email"]},
    "number": {"telephone": "01632 960123"},
    "times": {"times": ["mornings"], "times_note": "not at school time"},
    "email": {"email": "ama@example.com"},
    "post": {"address": "1 Mill Lane\nDartford", "postcode": "DA1 1AA"},
    "other": {"named_other": ""},
    "word": {"code_word": "Heron"},
    "name": {"name": "Ama"},
    "worry": {"worries": ["arrears"]},
    "see": {"watched": ["none"]},
    "know": {"knows": "no"},
    "now": {"safe_now": "yes"},
    "when": {"when": "later"},
    "call": {"can_ring": "cannot"},
    "date": {},
    "who": {"who": "me"},
    "you": {"born_on-day": "2", "born_on-month": "3", "born_on-year": "1994", "sex": "F"},
    "where": {"where": "own", "where_postcode": "DA1 2DX"},
    "more": {"more_words": "It is quiet here."},
}


def begin(client: Client) -> str:
    return send(client, START)["Location"]


def answer(client: Client, url: str, answers: dict[str, Any]) -> Any:
    """Send one question as it stands on the page."""
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code)
    mark = soup(page.content).select_one("main form input[name=seen]")
    return send(client, url, {"seen": mark["value"], **answers})


def walk(client: Client, **changes: dict[str, Any]) -> list[str]:
    """Every question that the answers lead to, up to "check your answers". The slugs come past, in order."""
    url, past = begin(client), []
    while not url.endswith("/check/"):
        slug = url.rstrip("/").rpartition("/")[2]
        past.append(slug)
        response = answer(client, url, {**REST, **changes}[slug])
        assert response.status_code == 302, (slug, soup(response.content).select(".govuk-error-summary"))
        url = response["Location"]
    return past


def submit(client: Client, **more: Any) -> Any:
    """Press the button at the end."""
    page = soup(client.get(f"{START}check/").content)
    seen = page.select_one("main form input[name=seen]")["value"]
    return send(client, f"{START}check/", {"seen": seen, **more})


def tell(client: Client, **changes: dict[str, Any]) -> Any:
    walk(client, **changes)
    return submit(client)
