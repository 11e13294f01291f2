"""A landlord adds a home, one question at a time."""

from datetime import date

import pytest

from core.access.actor import Kind
from core.deadlines.models import Deadline
from core.documents.models import Document
from core.journeys.models import Draft
from core.notifications.models import OutboxMessage
from landlords import services as landlords
from landlords.rules.landlord import SuspensionReason
from properties.models import Certificate, Home
from tests.properties.answers import ADD, LETTING, WHAT, WHERE, answer, answer_all, everything, words_for_photos
from tests.web.client import person, send, sign_in
from tests.web.markup import one, soup

pytestmark = pytest.mark.django_db


def add(browser) -> Home:
    answer_all(browser, everything())
    check = words_for_photos(browser, f"{ADD}photo-words/")
    page = browser.get(check)
    done = send(browser, check, {"seen": page.context["draft"].version})
    assert done.status_code == 302, page.context["form"].errors
    return Home.objects.get()


def test_from_the_first_question_to_the_reference(browser):
    assert browser.get(f"{ADD}continue/").url == f"{ADD}address/"
    where = answer_all(browser, everything())
    assert where == f"{ADD}photo-words/"
    where = words_for_photos(browser, where)
    assert where == f"{ADD}check/"
    page = browser.get(where)
    text = soup(page.content).get_text(" ", strip=True)
    assert "DA1 2DX" in text
    assert "£995.00" in text
    assert "Gas boiler" in text
    done = send(browser, where, {"seen": page.context["draft"].version})
    home = Home.objects.get()
    assert done.url == f"/landlord/homes/{home.reference}/added/"
    confirmation = browser.get(done.url).content.decode()
    assert home.reference in confirmation
    assert "You will hear from us by <strong>Friday 27 November 2026</strong>" in confirmation
    assert not Draft.objects.exists()


def test_the_home_is_what_was_answered(browser):
    home = add(browser)
    assert (home.state, home.postcode, home.authority_code) == ("submitted", "DA1 2DX", "E07000107")
    assert (home.bedrooms, home.floor, home.has_lift, home.step_free) == (2, 2, True, True)
    assert (home.has_gas, home.has_fuel_burning_appliance) == (True, True)
    assert str(home.rent) == "£995.00"
    assert home.brma_key == "NORTH_WEST_KENT"
    assert home.brma_source == "The landlord confirmed our suggestion (certain)"
    assert 51.3 < home.lat < 51.5
    states = dict(Certificate.objects.values_list("kind", "state"))
    assert states == {"gas": "uploaded", "eicr": "provide_later", "epc": "uploaded"}
    assert [photo.alt for photo in home.photos.all()] == ["Room 1", "Room 2"]
    assert OutboxMessage.objects.filter(template="home_received").count() == 1


def test_its_files_belong_to_the_draft_first_and_then_to_the_home(browser):
    answer_all(browser, everything())
    draft = Draft.objects.get()
    assert Document.objects.about(draft.subject).count() == 4
    check = words_for_photos(browser, f"{ADD}photo-words/")
    send(browser, check, {"seen": browser.get(check).context["draft"].version})
    home = Home.objects.get()
    assert Document.objects.about(home.subject).count() == 4
    assert not Document.objects.about(draft.subject).exists()


def test_what_comes_later_is_owed_within_28_days(browser):
    home = add(browser)
    owed = Deadline.objects.about(home.subject).get(kind="certificate_eicr")
    assert (owed.holder, owed.due_on) == ("landlord", date(2026, 12, 19))


def test_a_home_without_gas_is_not_asked_for_a_gas_record(browser):
    heating = {"has_gas": "no", "heating": "electric", "other_burners": "no", "supplies_electrical_equipment": "no"}
    questions = [*WHERE, *WHAT[:-1], ("heating", heating), *LETTING]
    assert answer_all(browser, questions) == f"{ADD}eicr/"
    assert browser.get(f"{ADD}gas/").url == f"{ADD}eicr/"
    where = answer_all(browser, [("eicr", {"how": "later"}), ("epc", {"how": "exempt"}), ("photos", {})])
    assert where == f"{ADD}check/"
    send(browser, where, {"seen": browser.get(where).context["draft"].version})
    held = {c.kind: c for c in Home.objects.get().certificates.all()}
    assert held["gas"].state == "not_required"
    assert held["gas"].not_required_because == "no_gas"
    assert held["epc"].not_required_because == "epc_exempt"


def test_a_room_in_a_shared_house_is_counted_as_one_bedroom(browser):
    questions = [*WHERE, ("type", {"property_type": "terraced_house"}), ("shared", {"room_in_shared_house": "yes"})]
    answer_all(browser, questions)
    page = browser.get(f"{ADD}size/")
    assert b"How many bedrooms" not in page.content
    too_many = answer(browser, f"{ADD}size/", {"max_occupants": "3"})
    assert b"3 people is too many for a room in a shared house" in too_many.content
    assert answer(browser, f"{ADD}size/", {"max_occupants": "2"}).url == f"{ADD}floor/"


def test_the_area_is_suggested_with_its_quality_and_never_chosen_for_the_landlord(browser):
    answer_all(browser, WHERE[:2])
    page = soup(browser.get(f"{ADD}market-area/").content)
    assert not page.select("main input[type=radio][checked]")
    assert "We think that it is this one (certain)" in page.get_text(" ", strip=True)
    nothing = answer(browser, f"{ADD}market-area/", {})
    assert nothing.status_code == 200
    assert one(soup(nothing.content), ".govuk-error-summary")


def test_a_lost_session_loses_no_answer(browser, client, world):
    answer_all(browser, [*WHERE, *WHAT])
    browser.logout()
    assert browser.get(f"{ADD}rent/").url.startswith("/account/login/")
    sign_in(client, world.landlord().user)
    assert client.get(f"{ADD}continue/").url == f"{ADD}rent/"
    assert client.get(f"{ADD}address/").context["form"]["town"].value() == "Dartford"


def test_starting_again_throws_the_answers_away(browser):
    answer_all(browser, WHERE)
    assert b"Carry on" in browser.get(ADD).content
    send(browser, f"{ADD}start-again/")
    assert not Draft.objects.exists()
    assert browser.get(f"{ADD}continue/").url == f"{ADD}address/"


def test_sending_twice_adds_one_home(browser):
    answer_all(browser, everything())
    check = words_for_photos(browser, f"{ADD}photo-words/")
    data = {"seen": browser.get(check).context["draft"].version, "form_key": "k" * 22}
    first, second = browser.post(check, data), browser.post(check, data)
    assert first.url == second.url
    assert Home.objects.count() == 1


def test_who_has_not_registered_is_led_to_registration(client, at):
    sign_in(client, person(Kind.LANDLORD, at))
    assert client.get(ADD).url == "/landlord/register/"
    assert client.get(f"{ADD}address/").status_code == 404


def test_a_suspended_landlord_is_told_why_not(browser, world):
    row = world.landlord()
    landlords.suspend(
        ref=row.reference,
        seen=row.version,
        reason=SuspensionReason.ENFORCEMENT_NOTICE,
        note="Notice of 3 November",
        actor=world.manager,
        at=world.at,
    )
    assert browser.get(f"{ADD}address/").status_code == 403
    assert b"You cannot add homes while your registration is suspended" in browser.get("/landlord/homes/").content


def test_another_landlord_sees_nothing_of_it(browser, client, at, world):
    home = add(browser)
    document = home.photos.first().document_reference
    sign_in(client, person(Kind.LANDLORD, at, email="other@example.com"))
    world.landlord(world.someone(Kind.LANDLORD))
    for url in (
        f"/landlord/homes/{home.reference}/",
        f"/landlord/homes/{home.reference}/added/",
        f"/landlord/homes/{home.reference}/files/{document}/",
        f"/landlord/homes/{home.reference}/certificates/gas/",
        f"/landlord/homes/{home.reference}/photos/",
    ):
        assert client.get(url).status_code == 404, url
