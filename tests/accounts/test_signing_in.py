import re
from datetime import datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from core.access.actor import Kind
from core.accounts.models import User
from core.accounts.services import people
from tests.web.client import officer, person, sign_in

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def last_code() -> str:
    return code_in(-1)


def code_in(position: int) -> str:
    return CODE.search(mail.outbox[position].body).group()


@pytest.mark.django_db
def test_someone_signs_in_with_the_code_we_send(client: Client, at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    client.get("/account/login/")
    response = client.post("/account/login/", {"login": user.email})
    assert response["Location"] == "/account/login/code/confirm/"
    response = client.post("/account/login/code/confirm/", {"code": last_code()})
    assert response["Location"] == "/front-door/"
    assert client.get("/front-door/")["Location"] in ("/", "/resident/")


@pytest.mark.django_db
def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: Client, at: datetime) -> None:
    user = person(Kind.OFFICER, at)
    response = client.post("/account/login/", {"login": user.email, "next": "/office/staff/?page=2"})
    response = client.post(response["Location"], {"code": last_code()})
    assert response["Location"] == "/office/staff/?page=2"


@pytest.mark.django_db
def test_a_code_opens_only_the_browser_that_asked_for_it(client: Client, at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    client.post("/account/login/", {"login": user.email})
    other = Client()
    other.post("/account/login/", {"login": user.email})
    response = other.post("/account/login/code/confirm/", {"code": code_in(0)})
    assert response.status_code == 200


@pytest.mark.django_db
def test_after_three_wrong_codes_one_starts_again(client: Client, at: datetime) -> None:
    client.post("/account/login/", {"login": person(Kind.RESIDENT, at).email})
    for _ in range(2):
        assert client.post("/account/login/code/confirm/", {"code": "WRONG"}).status_code == 200
    response = client.post("/account/login/code/confirm/", {"code": "WRONG"}, follow=True)
    assert response.redirect_chain[-1][0] == "/account/login/"
    assert client.post("/account/login/code/confirm/", {"code": last_code()})["Location"].startswith("/account/login/")


@pytest.mark.django_db
def test_a_closed_account_gets_no_code(client: Client, at: datetime) -> None:
    user = person(Kind.RESIDENT, at)
    user.write(is_active=False)
    response = client.post("/account/login/", {"login": user.email})
    assert response["Location"] == "/account/login/code/confirm/"
    assert CODE.search(mail.outbox[-1].body) is None


@pytest.mark.django_db
def test_a_landlord_registers_and_is_signed_in_once_the_address_is_proved(client: Client) -> None:
    response = client.post("/account/signup/", {"name": "Ada Lettings", "email": "Ada@Example.com"})
    assert response["Location"] == "/account/confirm-email/"
    user = User.objects.get(email="ada@example.com")
    assert (user.kind, user.name, user.has_usable_password()) == ("landlord", "Ada Lettings", False)
    response = client.post("/account/confirm-email/", {"code": last_code()})
    assert response["Location"] == "/front-door/"
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.django_db
def test_nobody_holds_an_address_that_they_never_proved(client: Client, at: datetime) -> None:
    client.post("/account/signup/", {"name": "Somebody Else", "email": "resident@example.com"})
    user = person(Kind.RESIDENT, at, email="resident@example.com")
    assert User.objects.filter(email="resident@example.com").get() == user


@pytest.mark.django_db
def test_an_address_that_was_proved_stays_its_owners(client: Client, at: datetime) -> None:
    owner = person(Kind.LANDLORD, at, email="owner@example.com")
    response = client.post("/account/signup/", {"name": "Somebody Else", "email": "owner@example.com"})
    assert response["Location"] == "/account/confirm-email/"
    assert User.objects.get(email="owner@example.com").name == owner.name
    assert EmailAddress.objects.filter(email="owner@example.com").count() == 1


@pytest.mark.django_db
def test_an_account_that_nobody_proved_is_forgotten_after_a_week(client: Client, at: datetime) -> None:
    kept = [person(Kind.LANDLORD, at, email="owner@example.com"), person(Kind.RESIDENT, at)]
    with time_machine.travel(at, tick=False):
        client.post("/account/signup/", {"name": "Somebody", "email": "somebody@example.com"})
    assert people.forget_never_proved(before=at) == 0
    assert people.forget_never_proved(before=at + timedelta(seconds=1)) == 1
    assert list(User.objects.order_by("pk")) == kept


NOT_USED = [
    "/account/password/reset/",
    "/account/password/change/",
    "/account/password/set/",
    "/account/email/",
    "/account/reauthenticate/",
    "/cms/users/",
    "/cms/groups/",
    "/cms/account/",
    "/cms/password_reset/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("path", NOT_USED)
def test_pages_of_libraries_that_we_do_not_use_are_not_there(client: Client, at: datetime, path: str) -> None:
    sign_in(client, officer("content_editor", at))
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404
    assert Client().get(path).status_code in (302, 404)
