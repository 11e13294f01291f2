"""Who opened a restricted record is written down: once an officer and day, and only of a record that is restricted."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from core.accounts.middleware import actor_of
from core.audit.models import Event
from core.audit.selectors import history
from households.models import Household
from households.rules.case import Restriction
from households.services import contact
from tests.web import client as web
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at: datetime) -> World:
    return World(at)


def openings(household: Household) -> list[str]:
    rows = Event.objects.about(household.subject).filter(action="household.open_restricted").order_by("pk")
    return list(rows.values_list("actor_name", flat=True))


def manager(at: datetime) -> Client:
    return web.sign_in(Client(), web.officer("manager", at))


def test_each_officer_is_written_down_once_a_day_on_whatever_page_of_it(world: World, at: datetime) -> None:
    household = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    reader = manager(at)
    url = f"/office/households/{household.reference}/"
    with time_machine.travel(at, tick=False):
        pages = [url, url, f"{url}contact/", f"{url}plan/"]
        assert {reader.get(page).status_code for page in pages} == {200}
        assert len(openings(household)) == 1
        assert "Restricted case opened by an officer" in reader.get(url).content.decode()
    for officer, hours, told in ((world.officer("manager"), 1, 2), (world.officer("manager"), 2, 3)):
        contact.record_opening(ref=household.reference, actor=officer, at=at + timedelta(hours=hours))
        assert len(openings(household)) == told


def test_a_form_of_it_opened_first_counts_too(world: World, at: datetime) -> None:
    household = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    with time_machine.travel(at, tick=False):
        assert manager(at).get(f"/office/households/{household.reference}/contact/").status_code == 200
    assert len(openings(household)) == 1


def test_a_day_is_a_london_day(world: World, at: datetime) -> None:
    household = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    late = datetime.fromisoformat("2026-07-06T22:50:00+00:00")
    for minutes in (0, 15):
        contact.record_opening(ref=household.reference, actor=world.housing, at=late + timedelta(minutes=minutes))
    assert len(openings(household)) == 2


def test_nothing_is_written_of_a_record_that_is_open_to_all(world: World, at: datetime) -> None:
    household = world.household()
    with time_machine.travel(at, tick=False):
        assert manager(at).get(f"/office/households/{household.reference}/").status_code == 200
    contact.record_opening(ref=household.reference, actor=world.housing, at=at)
    assert openings(household) == []


def test_whoever_may_not_know_of_it_leaves_no_trace(world: World, at: datetime) -> None:
    household = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    stranger = web.sign_in(Client(), web.officer("housing", at))
    with time_machine.travel(at, tick=False):
        assert stranger.get(f"/office/households/{household.reference}/").status_code == 404
    assert openings(household) == []


def test_the_person_it_is_about_does_not_read_who_opened_it(world: World, at: datetime) -> None:
    household = world.household(restriction=Restriction.DOMESTIC_ABUSE)
    contact.record_opening(ref=household.reference, actor=world.housing, at=at)
    words = "Restricted case opened by an officer"
    assert words in [each.what for each in history(world.housing, household.subject)]
    assert words not in [each.what for each in history(actor_of(household.resident), household.subject)]
