"""Every address of ours, tried by everyone: as declared, refused in words, logged, and nothing done twice."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse

from core.access import once
from core.access.models import FormKey
from core.audit.models import Event
from core.notifications.models import OutboxMessage
from portal.public import PUBLIC_URL_NAMES
from tests.web.matrix import EVERYONE, SIGNED_IN, Address, Expect, addresses, rows
from tests.web.personas import PERSONAS, SIGNED_OUT, Cast

ADDRESSES = addresses()
OURS = {address.name: address for address in ADDRESSES if address.ours}
ROWS = rows()
Faults = Iterator[str]


def test_every_address_of_ours_has_a_row_and_every_row_an_address() -> None:
    assert sorted(OURS.keys() - ROWS.keys()) == []
    assert sorted(ROWS.keys() - OURS.keys()) == []


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


@pytest.mark.parametrize("name", ROWS)
def test_an_address_answers_as_its_row_says(cast: Cast, name: str, caplog: pytest.LogCaptureFixture) -> None:
    row = ROWS[name]
    row.fields(cast)
    url = row.url(name, cast)
    faults = [*pages(cast, name, url, caplog), *other_methods(cast, row, url), *forms(cast, row, url)]
    if row.sends:
        faults += [*from_elsewhere(cast, row, url), *without_key(cast, row, url)]
        faults += [*twice(cast, row, url), *from_behind(cast, row, url)]
    assert faults == []


def pages(cast: Cast, name: str, url: str, caplog: pytest.LogCaptureFixture) -> Faults:
    """Those it is for get the page; everybody else is turned away, with one line in the log. All are guarded."""
    row = ROWS[name]
    for persona in PERSONAS:
        caplog.clear()
        with cast.turn(persona):
            response = cast.client(persona).get(url)
        if persona in row.who:
            if response.status_code != row.getting(persona):
                yield f"{persona} gets {told(response)}, not {row.getting(persona)}"
        elif not turned_away(response, persona):
            yield f"{persona} is not turned away but gets {told(response)}"
        elif persona != SIGNED_OUT and not logged(caplog, cast, persona, name):
            yield f"{persona} is turned away without a line in the log"
        yield from (f"{persona}: the guard against {guard} is missing" for guard in unguarded(response, persona))


def forms(cast: Cast, row: Expect, url: str) -> Faults:
    """A valid form is taken from those the address is for, and from nobody else."""
    for persona in PERSONAS:
        response = post(cast, persona, row, url)
        if persona not in row.who:
            if not turned_away(response, persona):
                yield f"{persona} is not turned away when sending, but gets {told(response)}"
        elif row.sends and response.status_code != row.posting(persona):
            yield f"{persona} sends and gets {told(response)}, not {row.posting(persona)}"
        elif not row.sends and response.status_code not in {row.getting(persona), 405}:
            yield f"{persona} sends what is not a form and gets {told(response)}"


def other_methods(cast: Cast, row: Expect, url: str) -> Faults:
    for persona in (SIGNED_OUT, somebody(row)):
        for method in ("put", "patch", "delete", "trace"):
            with cast.turn(persona):
                response = getattr(cast.client(persona), method)(url)
            if response.status_code not in {403, 404, 405}:
                yield f"{persona} is answered {told(response)} to {method}"


def unguarded(response: HttpResponse, persona: str) -> list[str]:
    """What the answer lacks of what every answer carries, so that no other site can frame, script, learn or keep it."""
    policy = response["Content-Security-Policy"]
    wanted = {
        "nosniff": response["X-Content-Type-Options"] == "nosniff",
        "frames": response["X-Frame-Options"] == "DENY",
        "opener": response["Cross-Origin-Opener-Policy"] == "same-origin",
        "referrer": response["Referrer-Policy"] in ("same-origin", "strict-origin"),
        "inline": "unsafe-inline" not in policy,
        "objects": "object-src 'none'" in policy or "default-src 'none'" in policy,
        "cache": persona == SIGNED_OUT or response["Cache-Control"] == "no-store",
    }
    return [guard for guard, there in wanted.items() if not there]


def from_elsewhere(cast: Cast, row: Expect, url: str) -> Faults:
    persona = sender(row)
    with cast.turn(persona):
        client = cast.client(persona, enforce_csrf_checks=True)
        response = client.post(url, {**row.fields(cast), once.FIELD: once.new_key()})
    if response.status_code != 403 or "open for" not in response.content.decode():
        yield f"a form from another site is answered {told(response)}"


def without_key(cast: Cast, row: Expect, url: str) -> Faults:
    response = post(cast, sender(row), row, url, key="none")
    if response.status_code != 400 or "This page is out of date" not in response.content.decode():
        yield f"a form without its key is answered {told(response)}"


def twice(cast: Cast, row: Expect, url: str) -> Faults:
    """Double click, or back and send again: the second leads where the first one did, and does nothing."""
    persona, key = sender(row), once.new_key()
    with cast.turn(persona):
        client = cast.client(persona)
        first = client.post(url, {**row.fields(cast), once.FIELD: key})
        after = effects()
        second = client.post(url, {**row.fields(cast), once.FIELD: key})
        if effects() != after:
            yield "a form sent twice is carried out twice"
    if not row.again and told(second) != told(first):
        yield f"a form sent twice leads to {told(second)}, not to {told(first)}"


def from_behind(cast: Cast, row: Expect, url: str) -> Faults:
    """Two people had the same version on screen: what the second sends is not saved over the first's.

    The second gets the page that says what changed, or their own form back with what is wrong with it now.
    """
    if "seen" not in row.fields(cast):
        return
    with cast.turn(sender(row)):
        client, fields = cast.client(cast.acting), row.fields(cast)
        client.post(url, {**fields, once.FIELD: once.new_key()})
        after = effects()[:2]
        response = client.post(url, {**fields, once.FIELD: once.new_key()})
        said = response.status_code == 200 and "There is a problem" in response.content.decode()
        if response.status_code != row.behind and not said:
            yield f"a form from a page left behind is answered {told(response)}, not {row.behind}"
        if effects()[:2] != after:
            yield "a form from a page left behind is carried out"


def effects() -> tuple[int, int, int]:
    return Event.objects.count(), OutboxMessage.objects.count(), FormKey.objects.count()


def post(cast: Cast, persona: str, row: Expect, url: str, key: str = "") -> HttpResponse:
    with cast.turn(persona):
        return cast.client(persona).post(url, {**row.fields(cast), once.FIELD: key or once.new_key()})


def somebody(row: Expect) -> str:
    """One of those whom the address is for, signed in if any is."""
    return min(row.who - {SIGNED_OUT}, default=SIGNED_OUT)


def sender(row: Expect) -> str:
    """One of those whose form is taken."""
    return min(row.who - row.post_for.keys() - row.get_for.keys())


def told(response: HttpResponse) -> str:
    return f"{response.status_code} {response.headers.get('Location', '')}".strip()


def turned_away(response: HttpResponse, persona: str) -> bool:
    if persona == SIGNED_OUT:
        return response.status_code == 302 and response["Location"].startswith("/account/login/?next=")
    return response.status_code == 403


def logged(caplog: pytest.LogCaptureFixture, cast: Cast, persona: str, name: str) -> bool:
    """Exactly one line says who was refused, where and why."""
    lines = [vars(record) for record in caplog.records if record.name == "core.access.refusals"]
    return len(lines) == 1 and lines[0] | {"actor_id": cast.user(persona).pk, "route": name} == lines[0]


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
    assert [one for one in tries if not turned_away(cast.client(one[1]).get(one[0]), one[1])] == []
    for persona in sorted(SIGNED_IN - {"content_editor"}):
        assert turned_away(cast.client(persona).get(settings.PAGE_EDITOR_PREFIX), persona), persona
    assert cast.client("content_editor").get(settings.PAGE_EDITOR_PREFIX).status_code == 200


def test_the_account_pages_are_closed_but_for_those_listed(cast: Cast) -> None:
    found = dict(reversible([address for address in ADDRESSES if address.of_allauth]))
    assert len(found) > 15
    wrong = []
    for name in found.keys() - PUBLIC_URL_NAMES:
        response = cast.client(SIGNED_OUT).get(found[name])
        if response.status_code != 404 and not response.headers.get("Location", "").startswith("/account/login/"):
            wrong.append((name, found[name], response.status_code))
    assert wrong == []
