"""Every address of ours, tried by everyone: as declared, refused in words, logged, and nothing done twice."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from core.access import once
from core.access.models import FormKey
from core.audit.models import Event
from core.notifications.models import OutboxMessage
from portal.public import PUBLIC_URL_NAMES
from tests.web.matrix import EVERYONE, SIGNED_IN, Address, Expect, addresses, rows
from tests.web.personas import PERSONAS, SIGNED_OUT, Cast

AT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))
ADDRESSES = addresses()
OURS = {address.name: address for address in ADDRESSES if address.ours}
ROWS = rows()
FORMS = {name: row for name, row in ROWS.items() if row.sends}
every_row = pytest.mark.parametrize("name", ROWS)
every_form = pytest.mark.parametrize("name", FORMS)


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker) -> Iterator[Cast]:
    """One cast for every test here: each test undoes what it did, the last undoes the cast."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Cast(AT)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _undone(request: pytest.FixtureRequest, django_db_blocker) -> Iterator[None]:
    if "cast" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("cast")
    with django_db_blocker.unblock():
        yield


def made(cast: Cast, name: str) -> str:
    """The address, with what it needs made outside the savepoints, for all who try it."""
    row = ROWS[name]
    if row.sends:
        row.sends(cast)
    return row.url(name, cast)


def get(cast: Cast, persona: str, url: str) -> HttpResponse:
    with undone():
        return cast.client(persona).get(url)


def post(cast: Cast, persona: str, url: str, row: Expect, key: str = "") -> HttpResponse:
    with undone():
        return send(cast.client(persona), cast, url, row, key or once.new_key())


def send(client: Client, cast: Cast, url: str, row: Expect, key: str) -> HttpResponse:
    return client.post(url, {**(row.sends(cast) if row.sends else {}), once.FIELD: key})


class undone(transaction.Atomic):
    """A savepoint that is always rolled back."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)

    def __exit__(self, *exception: object) -> None:
        transaction.set_rollback(True)
        super().__exit__(*exception)


def turned_away(response: HttpResponse, persona: str) -> bool:
    if persona == SIGNED_OUT:
        return response.status_code == 302 and response["Location"].startswith("/account/login/?next=")
    return response.status_code == 403


def test_every_address_of_ours_has_a_row_and_every_row_an_address() -> None:
    assert set(ROWS) == set(OURS)


def test_every_view_of_ours_stands_behind_a_door() -> None:
    """Only a public address that takes no form may do without: nothing there depends on who asks."""
    bare = [name for name, address in OURS.items() if not hasattr(address.pattern.callback, "door")]
    assert [name for name in bare if name not in PUBLIC_URL_NAMES or ROWS[name].sends] == []


def test_the_list_of_public_names_says_exactly_what_is_public() -> None:
    named = {address.name for address in ADDRESSES}
    assert named >= PUBLIC_URL_NAMES
    assert {name for name, row in ROWS.items() if row.who == EVERYONE} == PUBLIC_URL_NAMES & set(OURS)
    doors = {name: getattr(address.pattern.callback, "door", None) for name, address in OURS.items()}
    assert {name for name, door in doors.items() if door and door.is_public} <= PUBLIC_URL_NAMES


@every_row
def test_everyone_gets_what_is_declared_and_every_refusal_is_logged(
    cast: Cast, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    row, url = ROWS[name], made(cast, name)
    wrong = []
    for persona in PERSONAS:
        caplog.clear()
        response = get(cast, persona, url)
        if persona in row.who:
            right = response.status_code == row.getting(persona)
        else:
            right = turned_away(response, persona) and (persona == SIGNED_OUT or logged(caplog, cast, persona, name))
        if not right:
            wrong.append((persona, response.status_code, response.headers.get("Location", "")))
    assert wrong == []


def logged(caplog: pytest.LogCaptureFixture, cast: Cast, persona: str, name: str) -> bool:
    """Exactly one line says who was refused, where and why."""
    lines = [vars(record) for record in caplog.records if record.name == "core.access.refusals"]
    return len(lines) == 1 and lines[0] | {"actor_id": cast.user(persona).pk, "route": name} == lines[0]


@every_row
def test_a_form_is_taken_only_from_those_declared(cast: Cast, name: str) -> None:
    row, url = ROWS[name], made(cast, name)
    wrong = []
    for persona in PERSONAS:
        response = post(cast, persona, url, row)
        if persona not in row.who:
            right = turned_away(response, persona)
        elif row.sends:
            right = response.status_code == row.posting(persona)
        else:
            right = response.status_code in {row.getting(persona), 405}
        if not right:
            wrong.append((persona, response.status_code, response.headers.get("Location", "")))
    assert wrong == []


@every_row
def test_no_other_method_is_answered(cast: Cast, name: str) -> None:
    row, url = ROWS[name], made(cast, name)
    for persona in {SIGNED_OUT, next(iter(sorted(row.who)))}:
        for method in ("put", "patch", "delete", "trace"):
            with undone():
                response = getattr(cast.client(persona), method)(url)
            assert response.status_code in {403, 404, 405}, (persona, method)


@every_row
def test_every_answer_carries_its_guards(cast: Cast, name: str) -> None:
    row, url = ROWS[name], made(cast, name)
    for persona in {SIGNED_OUT, next(iter(sorted(row.who)))}:
        response = get(cast, persona, url)
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert response["Referrer-Policy"] in ("same-origin", "no-referrer")
        policy = response["Content-Security-Policy"]
        assert "unsafe-inline" not in policy
        assert "object-src 'none'" in policy or "default-src 'none'" in policy
        if persona != SIGNED_OUT:
            assert response["Cache-Control"] == "no-store"


@every_form
def test_a_form_from_another_site_is_refused(cast: Cast, name: str) -> None:
    row, url = ROWS[name], made(cast, name)
    persona = next(iter(sorted(row.who - row.post_for.keys())))
    with undone():
        response = send(cast.client(persona, enforce_csrf_checks=True), cast, url, row, once.new_key())
    assert response.status_code == 403
    assert "open for" in response.content.decode()


@every_form
def test_a_form_without_its_key_is_out_of_date(cast: Cast, name: str) -> None:
    row, url = ROWS[name], made(cast, name)
    persona = next(iter(sorted(row.who - row.post_for.keys())))
    with undone():
        response = send(cast.client(persona), cast, url, row, "")
    assert response.status_code == 400
    assert "This page is out of date" in response.content.decode()


@every_form
def test_a_form_sent_twice_is_carried_out_once(cast: Cast, name: str) -> None:
    row, url = ROWS[name], made(cast, name)
    persona = next(iter(sorted(row.who - row.post_for.keys() - row.get_for.keys())))
    key = once.new_key()
    with undone():
        client = cast.client(persona)
        first = send(client, cast, url, row, key)
        assert first.status_code == row.posting(persona)
        after = effects()
        second = send(client, cast, url, row, key)
        assert effects() == after
    if not row.again:
        assert (second.status_code, second.headers.get("Location")) == (first.status_code, first.headers["Location"])


def effects() -> tuple[int, int, int]:
    return Event.objects.count(), OutboxMessage.objects.count(), FormKey.objects.count()


def reversible(chosen: list[Address]) -> Iterator[tuple[str, str]]:
    for address in chosen:
        try:
            yield address.name, reverse(address.name)
        except NoReverseMatch:
            continue


def test_the_page_editor_opens_for_content_editors_alone(cast: Cast) -> None:
    found = dict(reversible([address for address in ADDRESSES if address.of_page_editor and address.name]))
    assert len(found) > 30
    tries = [(url, persona) for url in found.values() for persona in (SIGNED_OUT, "landlord", "manager")]
    assert [one for one in tries if not turned_away(get(cast, one[1], one[0]), one[1])] == []
    for persona in sorted(SIGNED_IN - {"content_editor"}):
        assert turned_away(get(cast, persona, settings.PAGE_EDITOR_PREFIX), persona), persona
    assert get(cast, "content_editor", settings.PAGE_EDITOR_PREFIX).status_code == 200


def test_the_account_pages_are_closed_but_for_those_listed(cast: Cast) -> None:
    found = dict(reversible([address for address in ADDRESSES if address.of_allauth]))
    assert len(found) > 15
    wrong = []
    for name in found.keys() - PUBLIC_URL_NAMES:
        response = get(cast, SIGNED_OUT, found[name])
        if response.status_code != 404 and not response.headers.get("Location", "").startswith("/account/login/"):
            wrong.append((name, found[name], response.status_code))
    assert wrong == []
