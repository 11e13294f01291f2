from datetime import datetime

import pytest
from django.test import Client

from core.access.actor import Can, Kind
from core.accounts import session as marks
from core.accounts.services import demonstration
from portal.env import MODES, Mode
from tests.web.client import officer, person, send, sign_in


@pytest.fixture
def _demonstration(settings) -> None:
    settings.DEMONSTRATION_SIGN_IN = True


@pytest.fixture
def personas(db: None, at: datetime) -> None:
    demonstration.register(
        slug="amal",
        user=officer("administrator", at),
        role_label="Administrator",
        story="Invites staff.",
        landing="/office/staff/",
        position=2,
    )
    demonstration.register(
        slug="lena",
        user=person(Kind.LANDLORD, at),
        role_label="Landlord",
        story="Offers a flat.",
        landing="/front-door/",
        position=1,
        scenario=1,
    )


@pytest.mark.usefixtures("_demonstration", "personas")
def test_the_page_presents_everyone_in_order(client: Client) -> None:
    page = client.get("/demonstration/").content.decode()
    assert page.index("A landlord") < page.index("Officer administrator")
    assert "Scenario 1" in page


@pytest.mark.usefixtures("_demonstration", "personas")
def test_choosing_a_person_signs_in_as_them_without_code_or_second_step(client: Client) -> None:
    response = send(client, "/demonstration/", {"persona": "amal"})
    assert response["Location"] == "/office/staff/"
    page = client.get("/office/staff/")
    assert page.status_code == 200
    assert page.wsgi_request.actor.can(Can.MANAGE_STAFF)


@pytest.mark.usefixtures("_demonstration", "personas")
def test_changing_who_you_are_leaves_nothing_of_the_last_person(client: Client) -> None:
    send(client, "/demonstration/", {"persona": "amal"})
    before = client.session.session_key
    send(client, "/demonstration/", {"persona": "lena"})
    assert client.session.session_key != before
    assert client.get("/office/staff/").status_code == 403


@pytest.mark.usefixtures("_demonstration", "personas")
def test_a_person_who_is_not_on_the_page_cannot_be_chosen(client: Client) -> None:
    for slug in ("", "nobody", "administrator@example.com", "\x00"):
        assert send(client, "/demonstration/", {"persona": slug}).status_code == 404


@pytest.mark.usefixtures("personas")
def test_without_a_demonstration_there_is_no_such_page(client: Client) -> None:
    assert client.get("/demonstration/").status_code == 404
    assert send(client, "/demonstration/", {"persona": "amal"}).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("personas")
def test_outside_the_demonstration_its_mark_signs_out(client: Client, settings) -> None:
    settings.DEMONSTRATION_SIGN_IN = True
    send(client, "/demonstration/", {"persona": "amal"})
    settings.DEMONSTRATION_SIGN_IN = False
    assert client.get("/office/staff/")["Location"].startswith("/account/login/")
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_the_mark_alone_opens_nothing(client: Client, at: datetime) -> None:
    sign_in(client, officer("administrator", at))
    session = client.session
    session[marks.DEMONSTRATION] = True
    session.save()
    assert client.get("/office/staff/").status_code == 302


@pytest.mark.usefixtures("_demonstration")
@pytest.mark.django_db
def test_an_ordinary_sign_in_needs_its_second_step_in_the_demonstration_too(client: Client, at: datetime) -> None:
    client.force_login(officer("administrator", at))
    assert client.get("/office/staff/")["Location"].startswith("/account/second-step/")


def test_only_the_demonstration_mode_has_the_page() -> None:
    assert [mode for mode in Mode if MODES[mode].demonstration_sign_in] == [Mode.DEMONSTRATION]
