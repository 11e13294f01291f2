"""How people sign in: a new officer from invitation to office with a passkey, anyone by the code we send."""

import re
from datetime import datetime

import pytest
from django.core import mail
from django.utils.timezone import now
from playwright.sync_api import Page, expect

from core.access.actor import Kind, system
from core.accounts.services import staff
from core.notifications.models import OutboxMessage
from tests.accounts.test_signing_in import last_code
from tests.browser.visit import Visit
from tests.web.client import person

pytestmark = pytest.mark.django_db(transaction=True)

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_a_passkey_device(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def type_the_code(visit: Visit) -> None:
    expect(visit.page.get_by_role("heading", name="Enter your code")).to_be_visible()
    visit.look_over()
    visit.page.get_by_label("Code").fill(last_code())
    visit.page.get_by_role("button", name="Continue").click()


def test_a_new_officer_joins_with_a_passkey_and_then_needs_nothing_else(visit: Visit) -> None:
    staff.invite(
        email="nell@example.com", name="Nell Newcomer", held=["administrator"], actor=system("set-up"), at=now()
    )
    page = visit.page
    give_a_passkey_device(page)
    visit(re.search(r"/account/invitation/[\w-]+/", OutboxMessage.objects.get().body).group())
    page.get_by_role("button", name="Accept and go to sign in").click()
    expect(page.get_by_text("You have joined the team.")).to_be_visible()
    visit.look_over()
    page.get_by_label("Email address").fill("nell@example.com")
    page.get_by_role("button", name="Email me a code").click()
    type_the_code(visit)
    visit("/office/staff/")
    expect(page.get_by_role("heading", name="Set up your second step")).to_be_visible()
    page.get_by_role("button", name="Set up a passkey").click()
    visit.look_over()
    page.get_by_label("Name for this passkey").fill("work laptop")
    page.get_by_label("Sign in with this passkey alone").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    visit.look_over()
    page.get_by_role("button", name="Go on").click()
    visit("/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    visit("/account/login/")
    page.get_by_role("button", name="Use my passkey").click()
    expect(page.get_by_role("link", name="Sign out")).to_be_visible()
    visit("/office/staff/")
    expect(page.get_by_role("heading", name="Staff", exact=True)).to_be_visible()
    assert len(mail.outbox) == 1


def test_anyone_signs_in_with_a_code_and_without_scripts(plain_visit: Visit, at: datetime) -> None:
    user = person(Kind.LANDLORD, at)
    plain_visit("/account/login/")
    plain_visit.page.get_by_label("Email address").fill(user.email)
    plain_visit.page.get_by_role("button", name="Email me a code").click()
    plain_visit.page.get_by_label("Code").fill(last_code())
    plain_visit.page.get_by_role("button", name="Continue").click()
    expect(plain_visit.page.get_by_role("link", name="Sign out")).to_be_visible()


def test_the_sign_in_pages_fit_the_smallest_telephone(narrow_visit: Visit, at: datetime) -> None:
    for address in ("/account/login/", "/account/signup/", "/account/invitation/nothing/"):
        narrow_visit(address)
    narrow_visit("/account/login/")
    narrow_visit.page.get_by_label("Email address").fill(person(Kind.RESIDENT, at).email)
    narrow_visit.page.keyboard.press("Enter")
    type_the_code(narrow_visit)
