import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.access.actor import Actor, Kind, system
from core.accounts.models import User
from core.notifications.models import OutboxMessage
from tenancies.models import CheckIn, Tenancy
from tenancies.rules.check_in import Answer, Side
from tenancies.services import check_ins, life, sheets
from tests.web.client import send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db

SWEEP = system("check_in")


@pytest.fixture
def world(at) -> World:
    return World(at)


def signed_in(actor: Actor) -> Client:
    return sign_in(Client(), User.objects.get(pk=actor.user_id))


def seen(row: Tenancy) -> dict[str, int]:
    return {"seen": Tenancy.objects.get(pk=row.pk).version}


def text(page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_a_landlord_enters_rent_and_each_side_reads_its_own(world):
    tenancy = world.tenancy(guarantee=True)
    life.put_at_risk(ref=tenancy.reference, note="Worried", **seen(tenancy), actor=world.housing, at=world.at)
    world.later(days=73)

    with time_machine.travel(world.at, tick=False):
        owner, officer = signed_in(world.owner), signed_in(world.housing)
        resident = sign_in(Client(), User.objects.get(pk=tenancy.nomination.household.resident_id))
        office = f"/office/tenancies/{tenancy.reference}/"
        done = re.search(rf'href="({office}done/[^"]+)"', officer.get(office).content.decode())[1]
        assert send(officer, done, {"note": "They pay again", **seen(tenancy)}).url == office
        page = owner.get("/landlord/tenancies/", follow=True)
        assert "Not entered yet" in text(page)
        place = f"/landlord/tenancies/{tenancy.reference}/"
        assert "No rent has been entered yet." in text(owner.get(place))

        # Two of three rent days on one form; the third waits. A part without its amount comes back as typed.
        url = f"{place}rent/"
        answers = {"paid_2026-11-21": "full", "paid_2026-12-21": "part", **seen(tenancy)}
        again = send(owner, url, answers)
        assert "There is a problem" in text(again)
        assert 'value="part" checked' in again.content.decode()
        assert send(owner, url, {**answers, "amount_2026-12-21": "£400"}).url == place
        shown = text(owner.get(place))
        assert "£595.00 of rent is unpaid." in shown
        assert "Thursday 21 January 2027" in shown
        assert "Two weeks of rent Reached" in shown
        assert "£400.00 away. Reached on" in shown
        assert "needs help" not in shown.lower()

        # The tenant reads the same figures, what helps, and the promise in plain words.
        home = resident.get("/resident/tenancies/", follow=True)
        assert "£595.00 of rent is unpaid." in text(home)
        assert "We promised your landlord up to £1,148.07 instead." in text(home)
        assert "Put right" not in text(home)

        # Only officers read that the tenancy needs help.
        office = text(officer.get(f"/office/tenancies/{tenancy.reference}/"))
        assert "Needs help to last" in office
        assert resident.get(place).status_code == 403


def test_nobody_elses_tenancy_exists_and_no_landlord_opens_a_tenants_sheet(world):
    tenancy = world.tenancy()
    sheet = sheets.for_tenant(
        ref=tenancy.reference, **seen(tenancy), reasons=["debt"], named=True, actor=world.housing, at=world.at
    )
    stranger, owner = signed_in(world.someone(Kind.LANDLORD)), signed_in(world.owner)
    assert stranger.get(f"/landlord/tenancies/{tenancy.reference}/").status_code == 404
    assert stranger.get(f"/landlord/tenancies/{tenancy.reference}/rent/").status_code == 404
    assert sheet.reference not in owner.get(f"/landlord/tenancies/{tenancy.reference}/").content.decode()
    assert owner.get(f"/landlord/tenancies/{tenancy.reference}/facts/{sheet.reference}/").status_code == 404
    resident = sign_in(Client(), User.objects.get(pk=tenancy.nomination.household.resident_id))
    assert "I have debts" in text(resident.get(f"/resident/tenancies/{tenancy.reference}/facts/{sheet.reference}/"))


def test_the_question_behind_a_link_names_nobody_and_only_the_button_answers(world, client):
    tenancy = world.tenancy()
    world.later(days=7)
    check_ins.ask_due(actor=SWEEP, at=world.at)
    row = CheckIn.objects.get(side=Side.TENANT)
    body = OutboxMessage.objects.get(about_reference=row.reference).body
    path = re.search(r"https?://[^/]+(/check-in/\S+)", body)[1]
    with time_machine.travel(world.at, tick=False):
        page = client.get(path)
        assert page["Referrer-Policy"] == "strict-origin"
        home = tenancy.nomination.let.home
        named = (tenancy.nomination.household.name, home.address, home.postcode, home.landlord.name)
        assert not [name for name in (*named, tenancy.reference, row.reference) if name in text(page)]
        row.refresh_from_db()
        assert row.state == "asked"
        assert "There is a problem" in text(send(client, path))
        assert send(client, path, {"given": Answer.WORRIED}).status_code == 302
        assert "You hear from an officer by Tuesday 1 December 2026." in text(client.get(path))
        assert send(client, path, {"given": Answer.FINE}).status_code == 200
        row.refresh_from_db()
        assert row.state == "worried"
        assert client.get("/check-in/no-such-token/").status_code == 404
    owner = signed_in(world.owner)
    assert "Worried" not in text(owner.get(f"/landlord/tenancies/{tenancy.reference}/"))


def test_an_officer_ends_a_tenancy_on_the_landlords_ground_and_sees_which_one(world):
    tenancy = world.tenancy()
    office = signed_in(world.housing)
    url = f"/office/tenancies/{tenancy.reference}/end/"
    assert f"{tenancy.known_as}, {tenancy.reference}" in text(office.get(url))
    day = {"ended_on": world.on.isoformat()}
    for cause in ("landlord_ground", "court_order"):
        page = send(office, url, seen(tenancy) | day | {"cause": cause, "ground": "no such"})
        assert "ground" in page.context["form"].errors
        assert page.context["form"]["ground"].value() == "no such"
    assert send(office, url, seen(tenancy) | day | {"cause": "landlord_ground", "ground": "1a"}).status_code == 302
    tenancy.refresh_from_db()
    assert (tenancy.state, tenancy.end_ground) == ("ended", "1A")


def test_lists_take_as_many_queries_for_many_as_for_one(world):
    def count(url: str, client: Client) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    world.tenancy()
    pages = [("/landlord/tenancies/", signed_in(world.owner)), ("/office/tenancies/", signed_in(world.housing))]
    for url, client in pages:
        client.get(url)
    before = [count(url, client) for url, client in pages]
    for _ in range(2):
        world.tenancy()
    assert [count(url, client) for url, client in pages] == before
