import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client

from core.access import once
from core.access.actor import Kind
from core.access.models import FormKey
from core.accounts.models import User
from tests.access import urls
from tests.web.client import person, send, sign_in

FORM = "/landlord/form/"


def test_keys_differ() -> None:
    assert once.new_key() != once.new_key()


@pytest.mark.django_db
def test_a_double_submit_leads_to_what_the_first_did(as_landlord: Client) -> None:
    data = {"name": "Ada", "form_key": once.new_key()}
    first, second = as_landlord.post(FORM, data), as_landlord.post(FORM, data)
    assert first["Location"] == second["Location"] == "/sent/1/"
    assert len(urls.SENT) == 1


@pytest.mark.django_db
def test_a_form_with_errors_does_not_use_its_key_up(as_landlord: Client) -> None:
    key = once.new_key()
    assert as_landlord.post(FORM, {"name": "bad", "form_key": key}).status_code == 200
    assert as_landlord.post(FORM, {"name": "Ada", "form_key": key})["Location"] == "/sent/1/"


@pytest.mark.django_db
def test_an_error_does_not_use_the_key_up(as_landlord: Client) -> None:
    data = {"form_key": once.new_key()}
    assert as_landlord.post("/landlord/fail/domain/", data).status_code == 400
    assert not FormKey.objects.exists()


@pytest.mark.django_db
def test_a_changed_form_is_neither_lost_silently_nor_carried_out_again(as_landlord: Client) -> None:
    key = once.new_key()
    as_landlord.post(FORM, {"name": "Ada", "form_key": key})
    response = as_landlord.post(FORM, {"name": "Bea", "form_key": key})
    assert response.status_code == 409
    assert "What you changed since has not been saved" in response.content.decode()
    assert "/sent/1/" in response.content.decode()
    assert len(urls.SENT) == 1


@pytest.mark.django_db
def test_a_repeatable_page_takes_a_changed_answer_and_still_counts_a_double_click_once(as_landlord: Client) -> None:
    key = once.new_key()
    for name in ("Ada", "Ada", "Bea", "Bea"):
        as_landlord.post("/landlord/page/", {"name": name, "form_key": key})
    assert [sent["name"] for sent in urls.SENT] == ["Ada", "Bea"]


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "short", "x" * 65, "spaces are not allowed in it", "\x00" * 20, "é" * 20])
def test_a_form_without_a_proper_key_is_out_of_date(as_landlord: Client, key: str) -> None:
    response = as_landlord.post(FORM, {"name": "Ada", "form_key": key})
    assert response.status_code == 400
    assert "This page is out of date" in response.content.decode()
    assert urls.SENT == []


@pytest.mark.django_db
def test_a_machine_needs_no_key_where_the_view_says_so(client: Client) -> None:
    assert client.post("/hook/", {"name": "Ada"}).status_code == 302


@pytest.mark.django_db
def test_a_key_serves_only_the_person_who_used_it(as_landlord: Client, at: datetime) -> None:
    data = {"name": "Ada", "form_key": once.new_key()}
    as_landlord.post(FORM, data)
    response = sign_in(Client(), person(Kind.LANDLORD, at, email="other@example.com")).post(FORM, data)
    assert response.status_code == 409
    assert "/sent/1/" not in response.content.decode()


@pytest.mark.django_db
def test_while_the_first_is_running_the_second_waits_then_says_so(
    as_landlord: Client, landlord: User, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "WAIT_SECONDS", 0.1)
    data = {"name": "Ada", "form_key": once.new_key()}
    as_landlord.post(FORM, data)
    FormKey.objects.update(location="")
    response = as_landlord.post(FORM, data)
    assert response.status_code == 409
    assert "We are still doing what you asked" in response.content.decode()
    assert len(urls.SENT) == 1


@pytest.mark.django_db
def test_old_keys_are_forgotten(as_landlord: Client, at: datetime) -> None:
    send(as_landlord, FORM, {"name": "Ada"})
    used_at = FormKey.objects.get().used_at
    assert once.forget(before=used_at) == 0
    assert once.forget(before=used_at + timedelta(seconds=1)) == 1


@pytest.mark.django_db(transaction=True)
def test_five_clicks_at_once_are_carried_out_once(landlord: User) -> None:
    data = {"name": "Ada", "form_key": once.new_key()}
    browser = sign_in(Client(), landlord)
    cookies = browser.cookies
    answers = []

    def click() -> None:
        client = Client()
        client.cookies = cookies.copy()
        answers.append(client.post(FORM, data)["Location"])
        connection.close()

    threads = [threading.Thread(target=click) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["/sent/1/"] * 5
    assert len(urls.SENT) == 1
