"""The pages of an enquiry, for the officer and for the landlord who opens the link."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from core.accounts.models import User
from core.notifications.models import OutboxMessage
from landlords import tasks
from landlords.models import Landlord
from tests.web.client import officer, send, sign_in
from tests.web.markup import soup

pytestmark = pytest.mark.django_db

SAID = "Two flats in Swanley. <b>Do you cover damage?</b>"
ASKS = {
    "name": "Nina Hale",
    "telephone": "01632 960123",
    "email": "nina@example.com",
    "landlord_type": "individual",
    "said": SAID,
}


@pytest.fixture
def liaison(client, at):
    sign_in(client, officer("landlord_liaison", at))
    return client


def enquired(client: Client, **changes: str) -> Landlord:
    found = send(client, "/office/landlords/enquiries/new/", ASKS | changes)
    assert found.status_code == 302, found.context["form"].errors
    return Landlord.objects.get()


def test_an_enquiry_is_recorded_invited_and_becomes_a_registration(liaison):
    assert "Record an enquiry" in liaison.get("/office/landlords/").content.decode()
    row = enquired(liaison)
    page = liaison.get(f"/office/landlords/{row.reference}/").content.decode()
    assert "Do you cover damage?&lt;/b&gt;" in page
    assert "Invite to register" in page
    send(liaison, f"/office/landlords/{row.reference}/invite/", {"seen": row.version, "email": "nina@example.com"})
    message = OutboxMessage.objects.get(template="landlord_invited")
    assert message.secret
    link = re.search(r"(/landlords/invitation/[^/]+/)", message.body).group(1)
    browser = Client()
    opened = browser.get(link)
    assert opened["Cache-Control"] == "no-store"
    assert "Nina Hale" in opened.content.decode()
    assert send(browser, link, {}).url == "/account/login/"
    assert browser.get(link).status_code == 404
    sign_in(browser, User.objects.get(email="nina@example.com"))
    home = browser.get("/landlord/").content.decode()
    assert "Finish your registration" in home
    assert browser.get("/landlord/details/").status_code == 200
    assert SAID not in home
    assert browser.get("/landlord/register/").status_code == 200
    assert browser.get("/landlord/register/check/").url == "/landlord/register/address/"
    assert browser.get("/landlord/details/answer/").url == "/landlord/details/"


def test_an_organisation_needs_its_name_and_kind(liaison):
    found = send(liaison, "/office/landlords/enquiries/new/", ASKS | {"landlord_type": "organisation"})
    assert set(found.context["form"].errors) == {"organisation", "organisation_type"}
    row = enquired(liaison, landlord_type="organisation", organisation="Hale Homes", organisation_type="company")
    assert (row.name, row.contact_name) == ("Hale Homes", "Nina Hale")


def test_a_taken_address_is_said_on_the_page_of_the_link(liaison, at):
    row = enquired(liaison)
    officer("housing", at, email="taken@example.com")
    send(liaison, f"/office/landlords/{row.reference}/invite/", {"seen": row.version, "email": "taken@example.com"})
    link = re.search(r"(/landlords/invitation/[^/]+/)", OutboxMessage.objects.get().body).group(1)
    assert "Somebody signs in with taken@example.com already" in send(Client(), link, {}).content.decode()


def test_a_parked_enquiry_and_a_parked_registration_are_reopened_by_their_own_form(liaison, at):
    row = enquired(liaison)
    send(liaison, f"/office/landlords/{row.reference}/park/", {"seen": row.version, "note": "Not now."})
    row.refresh_from_db()
    assert row.state == "parked"
    assert "Reopen" in liaison.get(f"/office/landlords/{row.reference}/").content.decode()
    send(liaison, f"/office/landlords/{row.reference}/reopen/", {"seen": row.version, "note": "Rang again."})
    row.refresh_from_db()
    assert row.state == "enquiry"


def test_a_link_that_ran_out_is_said_so_for_a_week_and_then_the_enquiry_is_gone(liaison, at):
    row = enquired(liaison)
    send(liaison, f"/office/landlords/{row.reference}/invite/", {"seen": row.version, "email": "nina@example.com"})
    user = User.objects.get(kind="officer")
    for days, listed in ((28, "Invited"), (29, "Link ran out"), (35, "Link ran out"), (36, "")):
        with time_machine.travel(at + timedelta(days=days), tick=True):
            tasks.sweep_registrations.func()
            sign_in(liaison, user)
            found = soup(liaison.get("/office/landlords/").content).select("tbody .govuk-tag")
            assert [tag.get_text() for tag in found] == ([listed] if listed else []), days
            record = liaison.get(f"/office/landlords/{row.reference}/")
            assert record.status_code == (200 if listed else 404)
            if listed == "Link ran out":
                assert "The landlord has to ask us for a new link." in record.text
                assert "Send a new link" in record.text
