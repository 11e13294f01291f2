"""Nobody learns from an answer whether an e-mail address has an account."""

import re
from datetime import datetime

import pytest
from django.core import mail
from django.test import Client

from core.access.actor import Kind
from tests.web.client import officer, person

pytestmark = pytest.mark.django_db
VARIES = re.compile(r'csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"|known@example\.com|nobody@example\.com')


def walk(path: str, data: dict[str, str]) -> list[tuple[int, str, str]]:
    """What a stranger's browser sees: each status, where it leads, and the page without what always varies."""
    client = Client()
    seen = []
    response = client.get(path)
    response = client.post(path, data)
    for _ in range(3):
        seen.append((response.status_code, response.headers.get("Location", ""), plain(response)))
        if response.status_code != 302:
            break
        response = client.get(response["Location"])
    seen += [
        (answer.status_code, answer.headers.get("Location", ""), plain(answer))
        for answer in (client.post(response.request["PATH_INFO"], {"code": "AAAA-AAAA"}) for _ in range(3))
    ]
    return seen


def plain(response) -> str:
    return VARIES.sub("", response.content.decode())


@pytest.mark.parametrize("kind", ["landlord", "resident", "officer", "closed"])
def test_signing_in_says_the_same_for_every_address(at: datetime, kind: str) -> None:
    if kind == "officer":
        officer("manager", at, email="known@example.com")
    else:
        user = person(Kind.LANDLORD if kind == "closed" else Kind(kind), at, email="known@example.com")
        user.write(is_active=kind != "closed")
    known = walk("/account/login/", {"login": "known@example.com"})
    assert known == walk("/account/login/", {"login": "nobody@example.com"})
    assert known[0][:2] == (302, "/account/login/code/confirm/")
    assert len(mail.outbox) == 2


def test_registering_says_the_same_for_every_address(at: datetime) -> None:
    person(Kind.RESIDENT, at, email="known@example.com")
    known = walk("/account/signup/", {"name": "Ada", "email": "known@example.com"})
    assert known == walk("/account/signup/", {"name": "Ada", "email": "nobody@example.com"})
    assert known[0][:2] == (302, "/account/confirm-email/")
    assert len(mail.outbox) == 2


def test_an_invitation_says_the_same_for_every_token(client: Client) -> None:
    pages = {plain(client.get(f"/account/invitation/{token}/")) for token in ("a", "b" * 43, "%27", "é", "x" * 500)}
    assert len(pages) == 1
