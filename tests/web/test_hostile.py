"""Hostile text in every field of every form, and hostile references and questions in every address."""

import os
import random
import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import NoReverseMatch, reverse

from core.access import once
from tests.web.matrix import Expect, rows
from tests.web.naughty import MARK, NAUGHTY, stands_alone
from tests.web.personas import SIGNED_OUT, Cast

SEED = int(os.environ.get("HOSTILE_SEED", random.randrange(1_000_000)))
DRAWN = 24
MOST = 1_000_000
TOGETHER = 8
REFERENCES = ("abc", "-1", str(2**63), "LL-2026-9999", "a%00b", "..%2f..", "<script>", "'", "🏠", "a" * 300)
QUESTIONS = ("q", "page", "sort", "state", "bedrooms", "kind", "next", "mine")
ROWS = rows()
KEPT = ("seen", "mark")
WORDS = re.compile(r"[a-z] [a-z]\D*$")
TEXT_AREA = re.compile(rb'<textarea[^>]*\bname="([^"]+)"')


def somebody(row: Expect) -> str:
    """One of those whom the address lets in, the signed-out last."""
    return sorted(row.who, key=lambda name: (name == SIGNED_OUT, "other" in name, name))[0]


def sendable(text: str) -> str:
    """A browser sends no lone half of a character."""
    return text.encode("utf-8", "replace").decode()


def drawn(name: str) -> list[str]:
    return random.Random(f"{SEED} {name}").sample(NAUGHTY, DRAWN)


def words_of(fields: dict[str, Any], page: Any) -> list[str]:
    """The boxes that take words: those whose valid answer is words, and the large ones of the page itself."""
    valid = [name for name, value in fields.items() if isinstance(value, str) and WORDS.search(value)]
    large = [] if page.streaming else [name.decode() for name in TEXT_AREA.findall(page.content)]
    return list(dict.fromkeys((*valid, *large)))


def poisoned(
    fields: dict[str, Any], words: Sequence[str], texts: Sequence[str], *, whole: bool
) -> Iterator[dict[str, Any]]:
    """The form several times: hostile where nobody types, then in every field, then only where words are taken.

    At first each field has another text: two rounds, or more until each that stands alone was sent, or all of them
    when `whole`. Then the others stand together, where words are taken, in a form that is valid otherwise.
    """
    files = {name for name, value in fields.items() if isinstance(value, SimpleUploadedFile)}
    typed = [name for name in dict.fromkeys((*fields, *words)) if name not in files and name not in KEPT]
    yield fields | {name: sendable(texts[0]) for name in KEPT if name in fields}
    alone = [text for text in texts if stands_alone(text)] if words else []
    sent = texts if whole else sorted(texts, key=lambda text: text not in alone)[: max(len(typed) * 2, len(alone))]
    for start in range(0, len(sent), len(typed)) if typed else ():
        here = zip(typed, cycle((*sent[start:], *sent)), strict=False)
        yield fields | {name: sendable(text)[:MOST] for name, text in here}
    beside = [text for text in texts if not stands_alone(text)]
    for start in range(0, len(beside), TOGETHER) if words else ():
        yield fields | dict.fromkeys(words, " ".join(beside[start : start + TOGETHER]))


def runs(text: str) -> bool:
    """Whether the text would do something on a page that shows it as it came."""
    return MARK in text and ("<" in text or '"' in text)


def followed(cast: Cast, who: str, response: Any) -> Iterator[Any]:
    """The page to which a form that was taken leads."""
    if response.status_code == 302 and response["Location"].startswith("/"):
        page = cast.client(who).get(response["Location"])
        assert page.status_code < 500
        if not page.streaming:
            yield page


def send(cast: Cast, name: str, fields: dict[str, Any], texts: Sequence[str], *, whole: bool = False) -> None:
    """Post the form with the texts in it, by somebody whom it takes, and look at what comes back."""
    row = ROWS[name]
    url, who = row.url(name, cast), somebody(row)
    with cast.turn(who):
        words = words_of(fields, cast.client(who).get(url))
    harmful = [text for text in texts if runs(text)]
    for body in poisoned(fields, words, texts, whole=whole):
        with cast.turn(who):
            response = cast.client(who).post(url, {**body, once.FIELD: once.new_key()})
            assert response.status_code < 500, f"seed {SEED}: {body!r:.3000} gives {response.status_code}"
            for page in (response, *followed(cast, who, response)):
                shown = page.content.decode(errors="replace")
                assert [text for text in harmful if text in shown] == [], f"seed {SEED}: {page.request['PATH_INFO']}"


def ask(cast: Cast, name: str) -> None:
    """Open the address with hostile references in it and hostile questions behind it."""
    row = ROWS[name]
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
        body = response.content.decode(errors="replace")
        assert [text for text in questions.values() if runs(text) and text in body] == [], f"seed {SEED}"


@pytest.mark.parametrize("name", ROWS)
def test_nothing_hostile_runs_or_breaks_a_page(cast: Cast, name: str) -> None:
    row = ROWS[name]
    fields = row.fields(cast)
    ask(cast, name)
    if row.sends:
        send(cast, name, fields, drawn(name))


@pytest.mark.parametrize("body", [b"words=%ED%A0%BD", b"words=%FF%FE", b"%00=%00", b"words=%", b"words=a&" * 900])
def test_bytes_that_are_no_text_are_answered(body: bytes) -> None:
    response = Client().post("/calculators/help-with-rent/", body, content_type="application/x-www-form-urlencoded")
    assert response.status_code < 500


def test_the_list_is_as_long_as_it_should_be_and_each_kind_is_drawn_from() -> None:
    assert len(NAUGHTY) > 515
    assert {len(text) for text in NAUGHTY} >= {1, 1_000_000}
    assert sum(runs(text) for text in NAUGHTY) > 70
