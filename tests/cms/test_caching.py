"""Pages kept for strangers: made once, never stale, never with anything of one person in them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from cms import caching
from cms.models import AdvicePage, StandardPage
from core.access.actor import Kind
from tests.web import client as web

pytestmark = pytest.mark.django_db

NOTICE = "/advice/notice-from-your-landlord/"
COLD_QUERIES = 12
KEPT_QUERIES = 2


def keeping() -> int:
    return sum(key.startswith(":1:page:") for key in cache._cache)


def publish(page: AdvicePage, **changes: str) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def notice() -> AdvicePage:
    return AdvicePage.objects.get(slug="notice-from-your-landlord")


def test_the_second_reader_gets_the_kept_page_cheaply(client: Client) -> None:
    client.get(f"{NOTICE}?so-that-content-types-are-known")
    with CaptureQueriesContext(connection) as cold:
        first = client.get(NOTICE)
    with CaptureQueriesContext(connection) as kept:
        second = client.get(NOTICE)
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]
    assert len(cold) <= COLD_QUERIES
    assert len(kept) <= KEPT_QUERIES


def test_a_browser_asks_again_each_time(client: Client) -> None:
    assert [client.get(NOTICE)["Cache-Control"] for _ in range(2)] == ["no-cache", "no-cache"]


def test_publishing_shows_at_once(client: Client) -> None:
    client.get(NOTICE)
    publish(notice(), summary="A new summary.")
    assert "A new summary." in client.get(NOTICE).content.decode()


def test_a_draft_shows_nowhere(client: Client) -> None:
    before = client.get(NOTICE).content
    page = notice()
    page.summary = "Not yet true."
    page.save_revision(log_action=True)
    assert client.get(NOTICE).content == before


def test_a_page_taken_down_is_gone_at_once(client: Client) -> None:
    client.get(NOTICE)
    client.get("/advice/")
    notice().unpublish()
    assert client.get(NOTICE).status_code == 404
    assert NOTICE not in client.get("/advice/").content.decode()


def test_a_page_moved_or_deleted_is_gone_at_once(client: Client) -> None:
    for change in (
        lambda: StandardPage.objects.get(slug="contact").delete(),
        lambda: publish(StandardPage.objects.get(slug="privacy"), slug="your-information"),
    ):
        client.get("/contact/")
        client.get("/privacy/")
        change()
    assert [client.get(url).status_code for url in ("/contact/", "/privacy/", "/your-information/")] == [404, 404, 200]


def test_a_new_order_of_advice_shows_at_once(client: Client) -> None:
    index = notice().get_parent()
    page = notice()
    page.copy(to=index, update_attrs={"slug": "second", "title": "Second"}, copy_revisions=False)
    assert client.get("/advice/").content.find(b"Second") > client.get("/advice/").content.find(b"A notice from")
    AdvicePage.objects.get(slug="second").move(notice(), pos="left")
    assert client.get("/advice/").content.find(b"Second") < client.get("/advice/").content.find(b"A notice from")


def test_a_page_is_made_anew_each_day_and_each_few_minutes(client: Client, at) -> None:
    for later in (timedelta(0), timedelta(seconds=caching.SECONDS + 1), timedelta(days=1)):
        with time_machine.travel(at + later, tick=False), CaptureQueriesContext(connection) as queries:
            client.get(NOTICE)
        assert len(queries) > KEPT_QUERIES


def test_a_signed_in_person_neither_reads_nor_leaves_a_kept_page(client: Client, at) -> None:
    stranger = client.get(NOTICE).content.decode()
    person = web.sign_in(Client(), web.person(Kind.LANDLORD, at, name="Kwame Mensah"))
    own = person.get(NOTICE)
    assert "Kwame Mensah" in own.content.decode()
    assert own["Cache-Control"] == "no-store"
    assert Client().get(NOTICE).content.decode() == stranger
    assert "Kwame Mensah" not in stranger


def test_a_message_for_one_visitor_is_not_kept(client: Client) -> None:
    client.cookies["messages"] = "anything"
    client.get(NOTICE)
    assert keeping() == 0


@pytest.mark.parametrize("url", [f"{NOTICE}?utm=1", "/no-such-page/", "/health/", "/robots.txt"])
def test_only_the_plain_address_of_a_page_is_kept(client: Client, url: str) -> None:
    client.get(url)
    assert keeping() == 0


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_each_host_has_its_own_copy(host: str) -> None:
    Client().get(NOTICE)
    before = keeping()
    Client(headers={"host": host}).get(NOTICE)
    assert keeping() == before + 1


def _page(request: HttpRequest, kind: str) -> HttpResponse:
    """A page that carries something of its own visit."""

    def make() -> HttpResponse:
        response = HttpResponse("words")
        if kind == "token":
            response = HttpResponse(get_token(request))
        if kind == "nonce":
            response = TemplateResponse(request, "cms/robots.txt", {"site_url": str(request.csp_nonce)})
        if kind == "cookie":
            response.set_cookie("choice", "1")
        if kind == "session":
            request.session["seen"] = True
        if kind == "header":
            response["X-Robots-Tag"] = "noindex"
        if kind == "status":
            response.status_code = 503
        return response

    return caching.serve(request, make, on=date(2026, 11, 21))


urlpatterns = [path("<str:kind>/", _page, name="wagtail_serve")]


@pytest.mark.parametrize(
    ("kind", "kept"),
    [("plain", 1), ("token", 0), ("nonce", 0), ("cookie", 0), ("session", 0), ("header", 0), ("status", 0)],
)
@override_settings(ROOT_URLCONF="tests.cms.test_caching")
def test_what_belongs_to_one_visit_is_never_kept(client: Client, kind: str, kept: int) -> None:
    client.get(f"/{kind}/")
    assert keeping() == kept


def test_the_cookies_that_mark_a_person_are_the_real_ones() -> None:
    assert {settings.SESSION_COOKIE_NAME, "messages"} == caching.PERSONAL_COOKIES
