"""Host headers and the places that a sign-in may lead to: never off this site."""

import os
import random
import re
from datetime import datetime
from itertools import product
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from wagtail.models import Page

from core.access.actor import Kind
from tests.accounts.test_signing_in import last_code
from tests.web.client import officer, person, sign_in
from tests.web.matrix import addresses

pytestmark = pytest.mark.django_db

SEED = int(os.environ.get("HOSTILE_SEED", random.randrange(1_000_000)))
DRAWN = 6
ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example/%2f..",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "https:evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "https://evil.example#testserver",
    "https://evil.example?testserver",
    "https://evil.example\\@testserver",
    "https://evil.example%00.testserver",
    "https://testserver:80@evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "ftp://evil.example/",
    "//0x7f000001/",
    "//[::1]/",
    "〱evil.example",
    "//evil。example",
    "//evil%E3%80%82example",
    "\x08//evil.example",
    "%0d%0aLocation:https://evil.example",
    "https://evil.example/\r\nSet-Cookie:a=b",
]


def stays_here(where: str) -> bool:
    """Whether a browser stays: it drops control characters, reads \\ as / and any number of / as two."""
    cleaned = re.sub(r"[\x00-\x20]", "", where).replace("\\", "/")
    if absolute := re.match(r"(?P<scheme>[a-z][a-z0-9+.-]*):/*(?P<host>[^/?#]*)", cleaned, re.IGNORECASE):
        return (absolute["scheme"].lower(), absolute["host"]) == ("http", "testserver")
    return not cleaned.startswith("//")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_the_check_itself_knows_what_leads_away(target: str) -> None:
    leads_away = not target.startswith(("〱", "%0d"))
    assert stays_here(target) is not leads_away


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_never_leads_off_this_site(client: Client, at: datetime, target: str) -> None:
    user = person(Kind.RESIDENT, at)
    confirm = client.post("/account/login/", {"login": user.email, "next": target})["Location"]
    assert stays_here(confirm)
    response = client.post(confirm, {"code": last_code(), "next": target})
    assert response.status_code == 302
    assert stays_here(response["Location"])
    assert "Set-Cookie:a" not in str(response.headers)


@pytest.mark.parametrize("target", ELSEWHERE)
@pytest.mark.parametrize("page", ["/account/login/", "/account/logout/", "/account/signup/"])
def test_no_account_page_leads_a_signed_in_person_off_this_site(
    client: Client, at: datetime, target: str, page: str
) -> None:
    client.force_login(person(Kind.RESIDENT, at))
    for response in (client.get(page, {"next": target}), client.post(page, {"next": target})):
        assert stays_here(response.headers.get("Location", "/"))


def test_no_address_of_the_account_pages_leads_off_this_site(at: datetime) -> None:
    """Every one that the library brings, whoever asks: a new one is tried on the day it comes."""
    signed_in = Client()
    signed_in.force_login(person(Kind.RESIDENT, at))
    pages = [f"/{one.route}" for one in addresses() if one.of_allauth and "<" not in one.route and "^" not in one.route]
    assert "/account/reauthenticate/" in pages
    for page, target in product(pages, random.Random(SEED).sample(ELSEWHERE, DRAWN)):
        for client, method in product((Client(), signed_in), ("get", "post")):
            response = getattr(client, method)(f"{page}?{urlencode({'next': target})}", {"next": target})
            where = response.headers.get("Location", "/")
            assert stays_here(where), f"seed {SEED}: {method} {page} leads to {where}"


def test_the_page_editor_leads_nowhere_else(at: datetime) -> None:
    editor = officer("content_editor", at)
    editor.groups.add(Group.objects.get(name="Editors"))
    client = sign_in(Client(), editor)
    page = Page.objects.get(slug="cookies")
    for target in random.Random(SEED).sample(ELSEWHERE, DRAWN):
        Page.objects.get(pk=page.pk).specific.save_revision().publish()
        response = client.post(f"/cms/pages/{page.pk}/unpublish/", {"next": target})
        assert response.status_code == 302
        assert stays_here(response["Location"]), target


POISONED = [
    {"HTTP_HOST": "evil.example"},
    {"HTTP_HOST": "testserver.evil.example"},
    {"HTTP_HOST": "testserver:evil.example"},
    {"HTTP_HOST": "evil.example:80"},
    {"HTTP_HOST": "testserver@evil.example"},
    {"HTTP_HOST": ""},
]


@pytest.mark.parametrize("headers", POISONED)
def test_another_host_is_answered_with_nothing(client: Client, at: datetime, headers: dict[str, str]) -> None:
    user = person(Kind.RESIDENT, at)
    response = client.post("/account/login/", {"login": user.email}, **headers)
    assert response.status_code == 400
    assert mail.outbox == []


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_X_FORWARDED_HOST": "evil.example"},
        {"HTTP_FORWARDED": "host=evil.example"},
        {"HTTP_X_HOST": "evil.example"},
        {"HTTP_X_FORWARDED_SERVER": "evil.example"},
        {"HTTP_X_ORIGINAL_URL": "http://evil.example/"},
        {"HTTP_HOST": "localhost"},
    ],
)
def test_links_in_messages_lead_to_the_configured_address(
    client: Client, at: datetime, headers: dict[str, str], settings
) -> None:
    settings.SITE_URL = "https://homes.example.com"
    person(Kind.LANDLORD, at)
    client.post("/account/login/", {"login": "nobody@example.com"}, **headers)
    Client().post("/account/signup/", {"name": "Ada", "email": "landlord@example.com"}, **headers)
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        links = re.findall(r"https?://[^\s]+", message.body)
        assert links
        assert all(link.startswith("https://homes.example.com/account/") for link in links)
        assert "evil" not in message.body
