"""Where editors lead on from an address that their page has left, and where nobody looks for such a way."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from tests.web import client as web

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("old", ["/advice/old-name/", "/old.html", "/homes/LT-2020-0001/"])
def test_an_old_public_address_leads_on(client: Client, old: str) -> None:
    assert client.get(old).status_code == 404
    Redirect.objects.create(old_path=old.rstrip("/"), redirect_link="/advice/")
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/advice/")


def test_behind_a_door_an_address_that_leads_nowhere_stays_so_and_asks_for_no_way_on(at: datetime) -> None:
    browser = web.sign_in(Client(), web.officer("manager", at))
    address = "/office/households/HH-2020-0001/"
    Redirect.objects.create(old_path=address.rstrip("/"), redirect_link="/advice/")
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 404
    assert [query for query in asked if "redirect" in query["sql"] or "wagtailcore_site" in query["sql"]] == []
