from datetime import datetime

import pytest
from allauth.account.authentication import get_authentication_records
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from core.access.actor import Can, Kind
from core.accounts.models import User
from tests.accounts.test_signing_in import last_code
from tests.web.client import officer, person, sign_in
from tests.web.markup import one, soup


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def sign_in_by_code(client: Client, user: User, next_page: str = "/office/staff/"):
    client.post("/account/login/", {"login": user.email, "next": next_page})
    return client.post(f"/account/login/code/confirm/?next={next_page}", {"code": last_code()})


@pytest.mark.django_db
def test_staff_without_a_second_step_are_led_to_set_one_up(client: Client, at: datetime) -> None:
    response = sign_in_by_code(client, officer("administrator", at))
    assert response["Location"] == "/office/staff/"
    response = client.get("/office/staff/")
    assert response["Location"] == "/account/second-step/?next=/office/staff/"
    assert client.get("/account/second-step/").status_code == 200


@pytest.mark.django_db
def test_before_the_second_step_an_officer_can_do_nothing(client: Client, at: datetime) -> None:
    client.force_login(officer("administrator", at))
    request = client.get("/account/second-step/").wsgi_request
    assert request.actor.is_officer
    assert not request.actor.capabilities


@pytest.mark.django_db
def test_setting_up_an_app_opens_the_office(client: Client, at: datetime) -> None:
    sign_in_by_code(client, officer("administrator", at))
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    assert client.post("/account/2fa/totp/activate/", {"code": "000000"}).status_code == 200
    assert client.get("/office/staff/").status_code == 302
    response = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert client.get(response["Location"]).status_code == 200
    assert client.get("/office/staff/").status_code == 200


@pytest.mark.django_db
def test_a_second_step_is_added_to_another_only_after_using_the_first(client: Client, at: datetime) -> None:
    user = officer("administrator", at)
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user)
    for page in ("/account/2fa/webauthn/add/", "/account/2fa/recovery-codes/generate/"):
        assert client.get(page)["Location"].startswith("/account/2fa/reauthenticate/")
        assert client.post(page).status_code in (302, 405)
    assert client.get("/office/staff/").status_code == 302


@pytest.mark.django_db
def test_the_code_alone_leaves_staff_outside_until_the_second_step(client: Client, at: datetime) -> None:
    user = officer("administrator", at)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    response = sign_in_by_code(client, user)
    assert response["Location"].startswith("/account/2fa/authenticate/")
    assert client.get("/office/staff/")["Location"].startswith("/account/login/")
    response = client.post(response["Location"], {"code": code_of(secret)})
    assert response["Location"] == "/office/staff/"
    assert client.get("/office/staff/").status_code == 200


@pytest.mark.django_db
def test_a_session_that_gave_no_second_step_is_asked_for_it(client: Client, at: datetime) -> None:
    user = officer("administrator", at)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    client.force_login(user)
    response = client.get("/office/staff/")
    assert response["Location"] == "/account/2fa/reauthenticate/?next=/office/staff/"
    response = client.post(response["Location"], {"code": code_of(secret)})
    assert response["Location"] == "/office/staff/"
    assert client.get("/office/staff/").status_code == 200


@pytest.mark.django_db
def test_a_landlord_is_never_asked_for_a_second_step(client: Client, at: datetime) -> None:
    user = person(Kind.LANDLORD, at)
    TOTP.activate(user, generate_totp_secret())
    response = sign_in_by_code(client, user, "/landlord/")
    assert response["Location"] == "/landlord/"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/cms/", "/cms/pages/", "/cms/login/"])
def test_only_content_editors_open_the_page_editor(client: Client, at: datetime, path: str) -> None:
    assert client.get(path)["Location"].startswith("/account/login/")
    assert sign_in(Client(), officer("housing", at)).get(path).status_code == 403
    assert sign_in(Client(), person(Kind.LANDLORD, at)).get(path).status_code == 403
    bare = Client()
    bare.force_login(officer("content_editor", at, email="bare@example.com"))
    assert bare.get(path)["Location"].startswith("/account/second-step/")


@pytest.mark.django_db
def test_records_of_another_person_count_for_nothing(client: Client, at: datetime) -> None:
    sign_in(client, officer("administrator", at))
    client.force_login(officer("manager", at))
    request = client.get("/account/second-step/").wsgi_request
    assert get_authentication_records(request, request.user) == []
    assert not request.actor.can(Can.SEE_OFFICE)


@pytest.mark.django_db
def test_a_new_passkey_signs_in_by_itself_unless_that_is_unticked(client: Client, at: datetime) -> None:
    sign_in(client, person(Kind.LANDLORD, at))
    page = soup(client.get(reverse("mfa_add_webauthn")).content)
    assert one(page, "#id_passwordless").has_attr("checked")
    assert one(page, "#id_name")["value"] == "Passkey 1"
