"""An officer checks the certificates, visits, and accepts."""

from datetime import date

import pytest

from core.accounts.models import User
from core.documents.models import Document
from core.notifications.models import OutboxMessage
from properties.models import Certificate, Home, PropertyCheck
from properties.rules.check import ITEMS
from properties.services import homes
from tests.jobs import drain
from tests.properties.answers import day
from tests.web.client import officer, send, sign_in
from tests.web.markup import soup
from tests.world import World

pytestmark = pytest.mark.django_db

PASSED = {**dict.fromkeys(ITEMS, "pass"), "suspected_category_1": "no"}


@pytest.fixture
def office(client, world):
    return sign_in(client, User.objects.get(pk=world.liaison.user_id))


def words(response) -> str:
    assert response.status_code == 200, response
    return soup(response.content).get_text(" ", strip=True)


def act(office, url: str, row, **data) -> Home:
    response = send(office, url, {"seen": row.version, **data})
    assert response.status_code == 302, response.context["form"].errors
    row.refresh_from_db()
    return row


def test_from_the_certificates_to_acceptance(office, world):
    home = world.home(accepted=False)
    url = f"/office/homes/{home.reference}/"
    assert "Check the gas safety record" in words(office.get(url))
    for kind in ("gas", "eicr", "epc"):
        act(office, f"{url}certificates/{kind}/", home, decision="verify")
    assert "The certificates are in order" in words(office.get(url))
    act(office, f"{url}in-order/", home)
    check = PropertyCheck.objects.get()
    book = {**day("visit_on", date(2026, 11, 24)), "visit_time": "9:30", "officer_id": world.liaison.user_id}
    act(office, f"/office/visits/{check.reference}/book/", check, **book)
    assert OutboxMessage.objects.get(template="visit_booked").body.count("Tuesday 24 November 2026 at 9:30am") == 1
    act(office, f"/office/visits/{check.reference}/record/", check, **PASSED)
    assert "Accept the home" in words(office.get(url))
    act(office, f"{url}accept/", home)
    assert home.state == "accepted"
    text = words(office.get(url))
    assert "Yes. Nothing is missing." in text
    assert "Visit: passed" in text


def test_a_certificate_that_is_wrong_goes_back_with_the_reason(office, world):
    home = world.home(accepted=False)
    url = f"/office/homes/{home.reference}/certificates/gas/"
    response = send(office, url, {"seen": home.version, "decision": "reject"})
    assert "Write what is wrong with it" in words(response)
    act(office, url, home, decision="reject", reason="The address is another one.")
    assert Certificate.objects.get(kind="gas").state == "rejected"
    message = OutboxMessage.objects.get(template="certificate_rejected")
    assert "The address is another one." in message.body
    assert office.get(url).status_code == 404


def test_the_file_is_shown_once_it_is_checked(office, world):
    home = world.home(accepted=False)
    reference = home.certificates.get(kind="gas").document_reference
    url = f"/office/homes/{home.reference}/files/{reference}/"
    assert office.get(url).status_code == 409
    assert "We are checking this file for viruses" in words(
        office.get(f"/office/homes/{home.reference}/certificates/gas/")
    )
    drain()
    response = office.get(url)
    assert response["Content-Type"] == "image/jpeg"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_file_of_another_record_is_not_there(office, world):
    one, other = world.home(accepted=False), world.home(accepted=False)
    drain()
    reference = other.certificates.get(kind="gas").document_reference
    assert office.get(f"/office/homes/{one.reference}/files/{reference}/").status_code == 404


def test_a_failed_visit_says_what_is_wrong_and_can_be_repeated(office, world):
    home = in_inspection(world)
    check = booked(office, world, home)
    url = f"/office/visits/{check.reference}/record/"
    bad = send(office, url, {"seen": check.version, **PASSED, "damp": "fail"})
    assert "Write what is wrong, so that the landlord can put it right" in words(bad)
    act(office, url, check, **PASSED | {"damp": "fail", "notes": "Mould in the bathroom."})
    assert check.state == "failed"
    home.refresh_from_db()
    act(office, f"/office/homes/{home.reference}/visit/", home)
    assert PropertyCheck.objects.filter(state="requested").count() == 1


def test_work_that_may_wait_needs_a_day_and_can_be_done(office, world):
    home = in_inspection(world)
    check = booked(office, world, home)
    url = f"/office/visits/{check.reference}/record/"
    bad = send(office, url, {"seen": check.version, **PASSED, "actions": "Fix the gate"})
    assert "Say by when the work must be done" in words(bad)
    work = {"actions": "Fix the gate", **day("actions_due_on", date(2026, 12, 4))}
    act(office, url, check, **PASSED | work)
    assert check.state == "passed_with_actions"
    act(office, f"/office/visits/{check.reference}/work-done/", check, note="Photo seen.")
    assert check.state == "passed"


def test_a_possible_serious_hazard_goes_to_environmental_health(office, world):
    check = booked(office, world, in_inspection(world))
    found = PASSED | {"fire_safety": "fail", "notes": "No way out at the back.", "suspected_category_1": "yes"}
    act(office, f"/office/visits/{check.reference}/record/", check, **found)
    assert check.environmental_health_told_at
    assert OutboxMessage.objects.filter(template="environmental_health_told").count() == 1


def test_every_item_of_a_visit_is_answered(office, world):
    check = booked(office, world, in_inspection(world))
    response = send(office, f"/office/visits/{check.reference}/record/", {"seen": check.version})
    assert set(ITEMS) <= set(response.context["form"].errors)


def test_a_visit_cannot_be_booked_for_yesterday_or_at_no_time(office, world):
    check = in_inspection(world).checks.get()
    url = f"/office/visits/{check.reference}/book/"
    typed = {"visit_time": "25:00", "officer_id": world.liaison.user_id, **day("visit_on", date(2026, 11, 20))}
    errors = send(office, url, {"seen": check.version, **typed}).context["form"].errors
    assert "21 November 2026 or later" in errors["visit_on"][0]
    assert errors["visit_time"] == ["Enter a time like 14:30"]
    early = {**typed, "visit_time": "11:59", **day("visit_on", date(2026, 11, 21))}
    errors = send(office, url, {"seen": check.version, **early}).context["form"].errors
    assert "Choose a time in the future." in str(errors)


def test_two_officers_at_one_home(office, world):
    home = world.home(accepted=False)
    seen = home.version
    world.verify(home, "gas")
    response = send(office, f"/office/homes/{home.reference}/ask/", {"seen": seen, "asked": "Add the flat number."})
    assert response.status_code == 409


def test_a_prohibition_order_stops_letting(office, world):
    home = world.home()
    act(office, f"/office/homes/{home.reference}/prohibition/", home, in_force="yes", note="Order of 20 November")
    assert "A prohibition order is in force" in words(office.get(f"/office/homes/{home.reference}/"))
    act(office, f"/office/homes/{home.reference}/prohibition/", home, in_force="no", note="Lifted")
    assert "Yes. Nothing is missing." in words(office.get(f"/office/homes/{home.reference}/"))


def test_an_auditor_sees_and_changes_nothing(client, world, at):
    home = world.home(accepted=False)
    sign_in(client, officer("auditor", at))
    text = words(client.get(f"/office/homes/{home.reference}/"))
    assert "Ask for a change" not in text
    assert send(client, f"/office/homes/{home.reference}/ask/", {"seen": 1, "asked": "x"}).status_code == 403


def test_the_list_is_narrowed_by_words_and_state(office, world):
    one, other = world.home(accepted=False), world.home()
    assert one.reference in words(office.get("/office/homes/?q=orchard"))
    narrowed = words(office.get("/office/homes/?state=accepted"))
    assert other.reference in narrowed
    assert one.reference not in narrowed
    assert "No home matches" in words(office.get("/office/homes/?q=nothing+of+that+kind"))
    assert office.get("/office/homes/?state=abc&page=abc").status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_long(office, world, django_assert_num_queries, count):
    copies(world, count)
    office.get("/office/homes/")
    with django_assert_num_queries(6):
        office.get("/office/homes/")


@pytest.mark.parametrize("count", [1, 30])
def test_a_landlords_list_costs_the_same_however_long(browser, world, django_assert_num_queries, count):
    copies(world, count)
    browser.get("/landlord/homes/")
    with django_assert_num_queries(8):
        browser.get("/landlord/homes/")


def copies(world: World, count: int) -> None:
    """One home made by the service, and others like it."""
    home = world.home(accepted=False)
    for number in range(2, count + 1):
        home.pk, home.reference = None, f"HM-2026-{number:04}"
        home.save(force_insert=True)


def in_inspection(world: World) -> Home:
    home = world.home(accepted=False)
    for kind in ("gas", "eicr", "epc"):
        home = world.verify(home, kind)
    return homes.certificates_in_order(ref=home.reference, seen=home.version, actor=world.liaison, at=world.at)


def booked(office, world: World, home: Home) -> PropertyCheck:
    check = home.checks.get()
    book = {**day("visit_on", date(2026, 11, 24)), "visit_time": "14:30", "officer_id": world.liaison.user_id}
    return act(office, f"/office/visits/{check.reference}/book/", check, **book)


def test_files_of_a_home_are_for_those_who_may_see_it(client, world, at):
    home = world.home(accepted=False)
    reference = Document.objects.about(home.subject).first().reference
    sign_in(client, officer("content_editor", at))
    assert client.get(f"/office/homes/{home.reference}/files/{reference}/").status_code == 403
