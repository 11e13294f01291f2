from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from core.access.actor import Actor, Can, Kind
from core.accounts.models import User
from core.accounts.rules.session import Ending, Times, ending
from core.accounts.services import roles, staff
from core.money import Money
from tests.access import urls
from tests.accounts.test_signing_in import last_code
from tests.web.client import officer, person, send, sign_in

ADMINISTRATOR = Actor(kind=Kind.OFFICER, name="Amal", user_id=None, capabilities=frozenset({Can.MANAGE_STAFF}))
MINUTE, HOUR = 60.0, 3600.0


@pytest.fixture
def clock(at: datetime) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(at, tick=False) as traveller:
        yield traveller


@pytest.mark.parametrize(
    ("kind", "idle", "expected"),
    [
        ("officer", 30 * MINUTE - 1, None),
        ("officer", 30 * MINUTE, Ending.IDLE),
        ("landlord", 60 * MINUTE - 1, None),
        ("landlord", 60 * MINUTE, Ending.IDLE),
        ("resident", 60 * MINUTE, Ending.IDLE),
    ],
)
def test_a_session_left_alone_ends(kind: str, idle: float, expected: Ending | None) -> None:
    assert ending(Times(signed_in=0, used=HOUR), kind=kind, now=HOUR + idle) is expected


def test_a_session_ends_after_twelve_hours_however_busy() -> None:
    times = Times(signed_in=0, used=12 * HOUR - 1)
    assert ending(times, kind="officer", now=12 * HOUR - 1) is None
    assert ending(times, kind="officer", now=12 * HOUR) is Ending.TOO_LONG


@pytest.mark.django_db
def test_an_idle_officer_is_signed_out_and_told_why(client: Client, at: datetime, clock) -> None:
    sign_in(client, officer("administrator", at))
    assert client.get("/office/staff/").status_code == 200
    clock.shift(timedelta(minutes=29))
    assert client.get("/office/staff/").status_code == 200
    clock.shift(timedelta(minutes=30))
    response = client.get("/office/staff/", follow=True)
    assert response.redirect_chain[0][0] == "/account/login/?next=/office/staff/"
    assert "you did nothing here for 30 minutes" in response.content.decode()


@pytest.mark.django_db
def test_even_a_busy_session_ends_after_twelve_hours(client: Client, at: datetime, clock) -> None:
    sign_in(client, officer("administrator", at))
    for _ in range(35):
        assert client.get("/office/staff/").status_code == 200
        clock.shift(timedelta(minutes=20))
    clock.shift(timedelta(minutes=21))
    assert client.get("/office/staff/").status_code == 302


@pytest.mark.django_db
def test_a_session_is_not_written_at_every_page(
    client: Client, at: datetime, clock, django_assert_max_num_queries
) -> None:
    sign_in(client, person(Kind.LANDLORD, at))
    client.get("/account/second-step/")
    with django_assert_max_num_queries(2) as captured:
        client.get("/account/second-step/")
    assert not [query for query in captured.captured_queries if query["sql"].startswith(("UPDATE", "INSERT"))]


@pytest.mark.django_db
def test_signing_in_makes_a_new_session_key(client: Client, at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    client.post("/account/login/", {"login": user.email})
    before = client.session.session_key
    client.post("/account/login/code/confirm/", {"code": last_code()})
    assert client.session["_auth_user_id"] == str(user.pk)
    assert client.session.session_key != before
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = before
    assert "_auth_user_id" not in thief.session


@pytest.mark.django_db
def test_signing_out_ends_the_session_on_the_server(client: Client, at: datetime) -> None:
    sign_in(client, person(Kind.RESIDENT, at))
    stolen = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/account/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = stolen
    assert thief.get("/front-door/")["Location"].startswith("/account/login/")


def _change_roles(user: User, at: datetime) -> None:
    held, limit = ["administrator", "auditor"], Money.zero()
    roles.change(ref=user.reference, seen=None, held=held, approval_limit=limit, actor=ADMINISTRATOR, at=at)


def _close(user: User, at: datetime) -> None:
    staff.close_account(ref=user.reference, seen=None, actor=ADMINISTRATOR, at=at)


def _reset(user: User, at: datetime) -> None:
    staff.reset_second_step(ref=user.reference, seen=None, actor=ADMINISTRATOR, at=at)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [_change_roles, _close, _reset])
def test_a_change_by_an_administrator_ends_every_session(client: Client, at: datetime, change) -> None:
    user = officer("administrator", at)
    browsers = [sign_in(Client(), user), sign_in(Client(), user)]
    assert all(browser.get("/office/staff/").status_code == 200 for browser in browsers)
    change(user, at)
    assert all(browser.get("/office/staff/")["Location"].startswith("/account/login/") for browser in browsers)


@pytest.mark.django_db
def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client, at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    client.post("/account/login/", {"login": user.email})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.django_db
def test_a_person_sees_and_ends_their_other_sessions(client: Client, at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    browsers = [Client(HTTP_USER_AGENT="Telephone"), Client(HTTP_USER_AGENT="Library computer")]
    for browser in browsers:
        browser.post("/account/login/", {"login": user.email})
        browser.post("/account/login/code/confirm/", {"code": last_code()})
    page = browsers[0].get("/account/sessions/").content.decode()
    assert "Telephone" in page
    assert "Library computer" in page
    browsers[0].post("/account/sessions/")
    assert browsers[0].get("/front-door/")["Location"] in ("/", "/resident/")
    assert browsers[1].get("/front-door/")["Location"].startswith("/account/login/")


@pytest.mark.django_db
def test_a_form_sent_after_its_session_ended_waits_for_the_same_person(
    client: Client, at: datetime, clock, settings
) -> None:
    settings.ROOT_URLCONF = "tests.access.urls"
    urls.SENT.clear()
    user = person(Kind.LANDLORD, at)
    sign_in(client, user)
    client.get("/landlord/form/")
    clock.shift(timedelta(hours=2))
    response = send(client, "/landlord/form/?draft=7", {"name": "Ada", "areas": ["Temple Hill", "Swanscombe"]})
    assert response["Location"] == "/account/login/?next=/landlord/form/%3Fdraft%3D7"
    assert urls.SENT == []
    client.post("/account/login/", {"login": user.email})
    client.post("/account/login/code/confirm/", {"code": last_code()})
    assert client.get("/front-door/")["Location"] == "/landlord/form/?draft=7"
    page = client.get("/landlord/form/?draft=7")
    assert "Nothing is lost" in page.content.decode()
    assert page.context["fields"] == [("name", "Ada"), ("areas", "Temple Hill"), ("areas", "Swanscombe")]
    assert client.get("/landlord/form/?draft=7").content == b"a form"


@pytest.mark.django_db
def test_another_person_at_the_same_browser_never_gets_it(client: Client, at: datetime, clock, settings) -> None:
    settings.ROOT_URLCONF = "tests.access.urls"
    sign_in(client, person(Kind.LANDLORD, at))
    client.get("/landlord/form/")
    clock.shift(timedelta(hours=2))
    send(client, "/landlord/form/", {"name": "Ada"})
    sign_in(client, person(Kind.LANDLORD, at, email="other@example.com"))
    assert client.get("/front-door/")["Location"] != "/landlord/form/"
    assert client.get("/landlord/form/").content == b"a form"
    assert "Ada" not in str(dict(client.session))


@pytest.mark.django_db
def test_a_form_that_cannot_be_kept_leads_back_to_its_own_page(client: Client, at: datetime, settings) -> None:
    settings.ROOT_URLCONF = "tests.access.urls"
    there = "http://testserver/landlord/page/?tab=2"
    response = send(client, "/landlord/form/", {"name": "Ada"}, HTTP_REFERER=there)
    assert response["Location"] == "/account/login/?next=/landlord/page/%3Ftab%3D2"
    for elsewhere in ("https://evil.example/landlord/", "//evil.example/", "javascript:alert(1)"):
        response = send(client, "/landlord/form/", {"name": "Ada"}, HTTP_REFERER=elsewhere)
        assert response["Location"] == "/account/login/?next=/"
