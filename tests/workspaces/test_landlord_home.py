from datetime import timedelta

import pytest

from core.access.actor import Kind
from core.accounts.models import User
from core.deadlines.models import Deadline
from core.notifications.models import OutboxMessage
from landlords import services as landlords
from landlords.models import Landlord
from properties.models import Certificate
from properties.rules.certificate import CertificateKind
from properties.services import certificates, homes, lets
from tests.web.client import officer, send, sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at):
    return World(at)


@pytest.fixture
def mine(client, world):
    world.landlord()
    sign_in(client, User.objects.get(pk=world.owner.user_id))
    return lambda: client.get("/landlord/")


def needs(page):
    return [(task.title, task.hint) for task in page.context["needed"]]


def does(page):
    return [row.key for row in page.context["doing"]]


def test_a_new_landlord_is_told_that_nothing_waits_and_what_to_do(mine):
    page = mine()
    assert needs(page) == does(page) == []
    body = page.content.decode()
    assert "Nothing needs you today" in body
    assert "Officer landlord_liaison is your landlord liaison officer" in body
    assert 'href="tel:' in body
    assert "/landlord/meet/" in body


def test_a_question_about_the_registration_waits_with_its_day(client, world, at):
    row = world.landlord(active=False)
    landlords.ask_for_more(ref=row.reference, seen=row.version, question="Which homes?", actor=world.liaison, at=at)
    sign_in(client, User.objects.get(pk=world.owner.user_id))
    page = client.get("/landlord/")
    assert needs(page) == [("Answer our question", "By Saturday 19 December 2026")]
    assert page.context["needed"][0].url == "/landlord/details/answer/"
    assert "Which homes?" in page.content.decode()


def test_what_we_check_is_shown_with_the_day(mine, world):
    world.home(accepted=False)
    page = mine()
    assert "We check the certificates" in does(page)
    assert "12 Orchard Street, Dartford" in {row.note for row in page.context["doing"]}
    assert [task.title for task in page.context["homes"]] == ["12 Orchard Street, Dartford"]


def test_what_we_do_late_is_said_as_it_is(mine, world, today):
    world.home(accepted=False)
    Deadline.objects.filter(kind="home_certificates").update(due_on=today - timedelta(days=2))
    assert "This was due on Thursday 19 November 2026. We are late: ring us." in mine().content.decode()


def test_changes_asked_for_wait(mine, world, at):
    home = world.home(accepted=False)
    homes.ask_for_changes(ref=home.reference, seen=home.version, asked="The rent", actor=world.liaison, at=at)
    assert ("Change what we asked for and send the home again") in [title for title, _ in needs(mine())]


def test_a_home_to_rent_that_we_sent_back_waits(mine, world, at):
    let = world.let(published=False)
    lets.ask_for_changes(ref=let.reference, seen=let.version, asked="The rent", actor=world.liaison, at=at)
    assert ("Change your home to rent and send it again", "12 Orchard Street, Dartford") in needs(mine())


def test_certificates_that_are_to_come_or_run_out_wait_once_each(mine, world, at, today):
    home = world.home()
    gas, eicr = (Certificate.objects.get(home=home, kind=kind) for kind in ("gas", "eicr"))
    Certificate.objects.filter(pk=gas.pk).update(expires_on=today + timedelta(days=60))
    Certificate.objects.filter(pk=eicr.pk).update(expires_on=today + timedelta(days=61))
    titles = [title for title, _ in needs(mine())]
    assert titles == ["Send us the gas safety record"]
    certificates.reject(
        ref=home.reference,
        seen=home.version,
        kind=CertificateKind.EPC,
        reason="We cannot read it",
        actor=world.liaison,
        at=at,
    )
    titles = [title for title, _ in needs(mine())]
    assert sorted(titles) == [
        "Send us the energy performance certificate (EPC)",
        "Send us the gas safety record",
    ]


def test_a_household_put_forward_waits_without_its_name(mine, world):
    world.nomination(world.let(), world.household(), upto="sent_to_landlord")
    page = mine()
    assert ("Say whether you would like to meet a household") in [title for title, _ in needs(page)]
    assert "Ama Field" not in page.content.decode()


def test_a_household_that_has_not_agreed_yet_is_not_mentioned(mine, world):
    world.nomination(world.let(), world.household(), upto="resident_asked")
    page = mine()
    assert needs(page) == []
    assert not {"resident_answer", "landlord_answer"} & {row.key for row in page.context["doing"]}


def test_a_guarantee_to_sign_waits_and_one_in_force_says_what_is_covered(mine, world):
    world.application(world.home(), upto="approved")
    page = mine()
    assert [title for title, _ in needs(page)] == ["Sign the guarantee"]
    assert "Nothing is covered today" in page.content.decode()


def test_of_another_landlord_nothing_is_shown(client, world):
    world.landlord()
    world.let(published=False)
    other = world.someone(Kind.LANDLORD)
    world.landlord(other)
    sign_in(client, User.objects.get(pk=other.user_id))
    page = client.get("/landlord/")
    assert needs(page) == does(page) == page.context["homes"] == []
    assert "Orchard" not in page.content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_however_many_homes(mine, world, django_assert_num_queries, count, today):
    for _ in range(count):
        home = world.home(accepted=False)
        certificates.reject(
            ref=home.reference,
            seen=home.version,
            kind=CertificateKind.EPC,
            reason="We cannot read it",
            actor=world.liaison,
            at=world.at,
        )
    mine()
    with django_assert_num_queries(13):
        page = mine()
    assert len(page.context["homes"]) == min(count, 10)
    assert bool(page.context["all_homes_url"]) <= (count > 10)


def test_a_landlord_asks_to_meet_and_the_officer_rings(client, mine, world, at):
    row = Landlord.objects.get()
    answers = {"seen": row.version, "where": "home", "when": "Tuesdays after 5pm"}
    assert b"Choose where you would like to meet" in send(client, "/landlord/meet/", {"seen": row.version}).content
    assert send(client, "/landlord/meet/", answers).url == "/landlord/"
    page = mine()
    assert does(page) == ["We ring you to arrange to meet"]
    assert "By Tuesday 24 November 2026" in page.content.decode()
    assert OutboxMessage.objects.filter(template="landlord_meeting_asked").count() == 1
    assert send(client, "/landlord/meet/", answers).status_code == 409

    row.refresh_from_db()
    sign_in(client, User.objects.get(pk=row.officer_id))
    assert b"Ring to arrange to meet at a home to let: Tuesdays after 5pm" in client.get("/office/").content
    record = f"/office/landlords/{row.reference}/"
    assert b"We rang about the meeting" in client.get(record).content
    url = f"{record}meeting/"
    assert send(client, url, {"seen": row.version, "note": "Tuesday at 5"}).url == record
    assert not Deadline.objects.open().filter(kind="landlord_meeting").exists()
    assert b"We rang about the meeting" not in client.get(record).content
    again = send(client, url, {"seen": Landlord.objects.get().version, "note": "Twice"})
    assert b"not waiting for a meeting" in again.content


def test_only_who_checks_landlords_may_say_that_they_rang(client, world, at):
    row = world.landlord()
    sign_in(client, officer("inspector", at))
    assert client.get(f"/office/landlords/{row.reference}/meeting/").status_code == 403
