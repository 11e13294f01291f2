"""Hostile text in every field of every form, and hostile references and questions in every address."""

import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, reverse

from core.access import once
from tests.web.matrix import Expect, rows
from tests.web.personas import SIGNED_OUT, Cast

SEED = int(os.environ.get("HOSTILE_SEED", random.randrange(1_000_000)))
DRAWN = 4
MARK = "zq7"
NAUGHTY = (
    f"<script>{MARK}(1)</script>",
    f'"><img src=x onerror={MARK}(1)>',
    f"</textarea><svg/onload={MARK}()>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "'; DROP TABLE households_household; --",
    "' OR '1'='1",
    "../../../../etc/passwd",
    "%00%0d%0aSet-Cookie: a=b",
    "line\r\nBcc: other@example.com",
    "nul\x00byte",
    "\ufeff\u200b\u202e\u2066right to left\u2069",
    "𝒽ℴ𝓂ℯ 🏠👩‍👧‍👦 ｆｕｌｌｗｉｄｔｈ",
    "Ω≈ç√∫˜µ≤≥÷ Łódź ŵŷ İ ı ß",
    "\ud83d",
    "-1",
    "1e309",
    "NaN",
    "9" * 400,
    "=cmd|' /C calc'!A0",
    "+1+cmd|'/c'!A1",
    "@SUM(1+1)",
    "<b>bold</b><para><font color='[1,0,0]'>x</font>",
    "<img src=http://127.0.0.1:9/x>",
    "a" * 100_000,
    " \t\n ",
    "True",
    "2026-13-45",
    "31/02/2026",
    "null",
    "[]",
)
REFERENCES = ("abc", "-1", str(2**63), "LL-2026-9999", "a%00b", "..%2f..", "<script>", "'", "🏠", "a" * 300)
QUESTIONS = ("q", "page", "sort", "state", "bedrooms", "kind", "next", "mine")
ROWS = rows()
FORMS = [name for name, row in ROWS.items() if row.sends]
KEPT = ("seen", "mark", once.FIELD)


def somebody(row: Expect) -> str:
    """One of those whom the address lets in, the signed-out last."""
    return sorted(row.who, key=lambda name: (name == SIGNED_OUT, "other" in name, name))[0]


def sendable(text: str) -> str:
    """A browser sends no lone half of a character."""
    return text.encode("utf-8", "replace").decode()


def drawn(name: str) -> list[str]:
    return random.Random(f"{SEED} {name}").sample(NAUGHTY, DRAWN)


def poisoned(fields: dict[str, Any], text: str) -> dict[str, Any]:
    """The valid form with hostile text in everything that a person types."""
    return {
        key: value if key in KEPT or isinstance(value, SimpleUploadedFile) else sendable(text)
        for key, value in fields.items()
    }


@pytest.mark.parametrize("name", FORMS)
def test_hostile_text_is_stored_or_refused_and_never_runs(cast: Cast, name: str) -> None:
    row = ROWS[name]
    fields = row.fields(cast)
    url, who = row.url(name, cast), somebody(row)
    for text in drawn(name):
        with cast.turn(who):
            response = cast.client(who).post(url, {**poisoned(fields, text), once.FIELD: once.new_key()})
            assert response.status_code < 500, f"seed {SEED}: {text[:60]!r} gives {response.status_code}"
            for page in (response, *followed(cast, who, response)):
                body = page.content.decode(errors="replace")
                assert f"<script>{MARK}" not in body, f"seed {SEED}: {text[:60]!r} runs on {page.request['PATH_INFO']}"
                assert f"<img src=x onerror={MARK}" not in body
                assert f"<svg/onload={MARK}" not in body


def followed(cast: Cast, who: str, response: Any) -> Iterator[Any]:
    """The page to which a form that was taken leads."""
    if response.status_code == 302 and response["Location"].startswith("/"):
        page = cast.client(who).get(response["Location"])
        assert page.status_code < 500
        if not page.streaming:
            yield page


@pytest.mark.parametrize("name", ROWS)
def test_a_hostile_reference_or_question_finds_nothing(cast: Cast, name: str) -> None:
    row = ROWS[name]
    row.fields(cast)
    kwargs, who = row.kwargs(cast), somebody(row)
    for text in REFERENCES:
        for key in kwargs:
            try:
                url = reverse(name, kwargs={**kwargs, key: text})
            except NoReverseMatch:
                continue
            with cast.turn(who):
                response = cast.client(who).get(url)
            assert response.status_code < 500, f"{key}={text!r} gives {response.status_code}"
    draw = random.Random(f"{SEED} {name}")
    questions = {question: sendable(draw.choice(NAUGHTY))[:2_000] for question in QUESTIONS}
    with cast.turn(who):
        response = cast.client(who).get(row.url(name, cast), questions)
    allowed = response.status_code < 500 or response.status_code == row.getting(who)
    assert allowed, f"seed {SEED}: {questions} gives {response.status_code}"
    if not response.streaming:
        assert f"<script>{MARK}" not in response.content.decode(errors="replace")
