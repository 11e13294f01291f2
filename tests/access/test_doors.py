import json
from datetime import datetime

import pytest
from django.test import Client

from core.access.actor import Can, Kind
from core.accounts.rules.roles import ROLES
from portal.logs import JsonLines
from tests.web.client import officer, person, send, sign_in

PAGES = {"/landlord/": Kind.LANDLORD, "/resident/": Kind.RESIDENT, "/partner/": Kind.PARTNER, "/office/": Kind.OFFICER}


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", PAGES.values())
def test_each_door_opens_for_its_own_audience_alone(client: Client, at: datetime, page: str, kind: Kind) -> None:
    user = officer("housing", at) if kind is Kind.OFFICER else person(kind, at)
    response = sign_in(client, user).get(page)
    assert response.status_code == (200 if PAGES[page] is kind else 403)


@pytest.mark.django_db
@pytest.mark.parametrize("page", [*PAGES, "/anyone/", "/unlisted/"])
def test_a_signed_out_person_is_sent_to_sign_in_and_back(client: Client, page: str) -> None:
    response = client.get(f"{page}?tab=2")
    assert response.status_code == 302
    assert response["Location"] == f"/account/login/?next={page}%3Ftab%3D2"


@pytest.mark.django_db
def test_only_listed_names_are_open_to_everyone(client: Client) -> None:
    assert client.get("/open/").status_code == 200
    assert client.get("/unlisted/").status_code == 302


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_is_not_found(client: Client) -> None:
    assert client.get("/nowhere/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_capability_decides_which_officer_may_enter(client: Client, at: datetime, role: str) -> None:
    response = sign_in(client, officer(role, at)).get("/office/staff/")
    assert response.status_code == (200 if Can.MANAGE_STAFF in ROLES[role].capabilities else 403)


@pytest.mark.django_db
def test_a_refusal_is_logged_with_actor_route_and_reason(
    client: Client, at: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    user = officer("housing", at)
    sign_in(client, user).get("/office/staff/?q=secret")
    record = next(record for record in caplog.records if record.name == "core.access.refusals")
    line = json.loads(JsonLines().format(record))
    assert line.pop("at")
    assert line.pop("request_id")
    assert line == {
        "level": "warning",
        "log": "core.access.refusals",
        "event": "refused",
        "actor_id": user.pk,
        "actor_kind": "officer",
        "route": "office_staff",
        "method": "GET",
        "reason": "lacks_manage_staff",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_no_other_method_is_answered(client: Client, as_landlord: Client, method: str) -> None:
    assert getattr(as_landlord, method)("/landlord/form/").status_code == 405
    assert getattr(Client(), method)("/landlord/form/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("how", "status", "words"),
    [
        ("stale", 409, "Someone changed this while you had it open"),
        ("refused", 403, "You recommended this yourself."),
        ("move", 409, "This home is closed."),
        ("missing", 404, "Page not found"),
        ("domain", 400, "The rent must be more than nothing."),
    ],
)
def test_an_error_that_means_something_becomes_its_page(as_landlord: Client, how: str, status: int, words: str) -> None:
    response = send(as_landlord, f"/landlord/fail/{how}/")
    assert response.status_code == status
    assert words in response.content.decode()


@pytest.mark.django_db
def test_no_cache_keeps_the_page_of_a_signed_in_person(as_landlord: Client) -> None:
    assert as_landlord.get("/landlord/")["Cache-Control"] == "no-store"
    assert as_landlord.get("/open/")["Cache-Control"] == "no-store"
    assert "no-store" not in Client().get("/open/").get("Cache-Control", "")


@pytest.mark.django_db
def test_a_page_with_a_token_tells_its_address_to_nobody(client: Client) -> None:
    response = client.get("/token/")
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/landlord/%00/", "/%00", "/help/%00/", "/landlord/?q=%00", "/?q=a%00b"])
def test_a_null_character_in_an_address_leads_nowhere(as_landlord: Client, page: str) -> None:
    assert as_landlord.get(page).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("/nowhere/", 404),
        ("/resident/", 403),
        ("/landlord/fail/stale/", 409),
        ("/landlord/fail/domain/", 400),
        ("/account/login/", 302),
        ("/account/sessions/", 200),
        ("/account/2fa/", 200),
    ],
)
def test_error_pages_and_account_pages_carry_the_same_guards(as_landlord: Client, page: str, status: int) -> None:
    response = as_landlord.get(page)
    assert response.status_code == status
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert "object-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_fault_of_ours_is_a_page_too_and_tells_nothing(as_landlord: Client) -> None:
    as_landlord.raise_request_exception = False
    response = as_landlord.get("/landlord/fail/unknown-secret/")
    assert response.status_code == 500
    assert "unknown-secret" not in response.content.decode()
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store"
