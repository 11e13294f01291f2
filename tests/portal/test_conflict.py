"""The page for a record that changed while somebody had it open."""

from datetime import datetime

import pytest
from django.test import Client

from core.access import once
from core.access.actor import Kind
from core.accounts.middleware import actor_of
from core.errors import Stale
from portal import errors
from tests.web.client import officer, person, send, sign_in
from tests.web.markup import one, soup
from tests.world import World

pytestmark = pytest.mark.django_db


def test_an_officer_reads_what_happened_meanwhile_and_is_led_back(client: Client, at: datetime) -> None:
    landlord = World(at).landlord(active=False)
    sign_in(client, officer("landlord_liaison", at))
    page = f"/office/landlords/{landlord.reference}/"
    send(client, f"{page}activate/", {"seen": landlord.version})
    late = send(client, f"{page}activate/", {"seen": landlord.version}, headers={"referer": f"http://testserver{page}"})
    assert late.status_code == 409
    told = soup(late.content)
    assert landlord.reference in one(told, "main").text
    assert "Officer landlord_liaison" in one(told, ".lintel-history__item:first-child").text
    assert len(told.select(".lintel-history__item")) <= errors.LATEST
    assert told.select(".lintel-history details") == []
    assert one(told, "main a.govuk-button")["href"] == page


def test_others_are_told_only_that_it_changed(rf, at: datetime) -> None:
    landlord = World(at).landlord()
    request = rf.post("/landlord/", {once.FIELD: once.new_key()})
    request.actor = actor_of(person(Kind.LANDLORD, at, email="other@example.com"))
    response = errors.conflict(request, Stale(landlord.KIND, landlord.reference))
    assert soup(response.content).select(".lintel-history") == []
