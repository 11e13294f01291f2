"""What every page has: its title, its menus, its telephone number, and nothing that runs or styles inline."""

from datetime import datetime

import pytest
import time_machine
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from core.access.actor import NOBODY, Actor, Can, Kind
from core.accounts.rules.roles import ROLES
from portal import navigation
from tests.web.client import person, sign_in
from tests.web.markup import one, soup

AUDIENCES = ("public", "landlord", "resident", "partner", "office")


@pytest.fixture
def small_site(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.showcase.urls"
    settings.PUBLIC_URL_NAMES = {"workspaces_landlord_home", "workspaces_office_search", "question", "error"}


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_layout_is_whole(client: Client, audience: str) -> None:
    page = soup(client.get(f"/pieces/{audience}/").content)
    assert one(page, "html")["lang"] == "en"
    assert one(page, "title").text.startswith("Every small piece – ")
    assert one(page, "a.govuk-skip-link")["href"] == "#main-content"
    assert one(page, "main#main-content")
    assert len(page.select("h1")) >= 1
    assert one(page, "header.lintel-header")
    assert one(page, "footer a[href^='tel:']")
    assert page.select("[style]") == page.select("style") == []
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
def test_the_parts_of_a_layout_that_are_kept_are_each_door_s_own(client: Client, settings) -> None:
    def menu(audience: str) -> list[str]:
        return [link.text.strip() for link in soup(client.get(f"/pieces/{audience}/").content).select("#navigation a")]

    assert menu("public") == menu("public") != menu("landlord")
    settings.COUNCIL_TELEPHONE = "01632 960 999"
    assert one(soup(client.get("/pieces/public/").content), "footer a[href^='tel:']").text == "01632 960 999"


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
def test_scripts_come_from_files_only(client: Client) -> None:
    for audience in AUDIENCES:
        for script in soup(client.get(f"/pieces/{audience}/").content).select("script"):
            assert script.get("src", "").startswith("/static/lintel/")
            assert script.text == ""


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
def test_the_telephone_number_for_tonight_and_the_way_to_leave_quickly(client: Client) -> None:
    public = soup(client.get("/pieces/public/").content)
    assert "Nowhere to sleep tonight?" in one(public, ".lintel-tonight").text
    assert one(public, ".govuk-exit-this-page")
    assert one(soup(client.get("/pieces/resident/").content), ".lintel-tonight")
    assert soup(client.get("/pieces/office/").content).select(".lintel-tonight, .govuk-exit-this-page") == []


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
def test_a_page_with_errors_says_so_in_its_title(client: Client) -> None:
    assert one(soup(client.get("/question/").content), "title").text.startswith("A question")
    assert one(soup(client.get("/question/?wrong=1").content), "title").text.startswith("Error: A question")


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
def test_the_banner_says_that_people_are_invented_and_what_day_it_is(client: Client, settings, at: datetime) -> None:
    assert soup(client.get("/pieces/public/").content).select(".lintel-demonstration") == []
    settings.DEMONSTRATION_SIGN_IN = True
    with time_machine.travel(at, tick=False):
        banner = one(soup(client.get("/pieces/public/").content), ".lintel-demonstration")
    assert "invented people. The day is Saturday 21 November 2026." in " ".join(banner.text.split())


@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
@pytest.mark.parametrize(
    ("status", "heading"),
    [
        (400, "We could not use what was sent"),
        (403, "You cannot do this"),
        (404, "Page not found"),
        (409, "Someone changed this while you had it open"),
        (500, "Something went wrong"),
    ],
)
def test_each_error_has_its_page(client: Client, status: int, heading: str) -> None:
    response = client.get(f"/errors/{status}/")
    assert response.status_code == status
    assert one(soup(response.content), "h1").text == heading


def test_the_page_for_a_fault_asks_the_database_nothing() -> None:
    assert "Something went wrong" in render_to_string("errors/500.html")


def officer(*capabilities: Can) -> Actor:
    return Actor(kind=Kind.OFFICER, name="A", user_id=1, capabilities=frozenset(capabilities))


def test_the_menu_leaves_out_what_is_not_there_and_what_one_may_not() -> None:
    def labels(actor: Actor) -> list[str]:
        return [link.label for link in navigation.build(actor, "/").main]

    assert "Staff" in labels(officer(Can.MANAGE_STAFF))
    assert "Staff" not in labels(officer(Can.SEE_OFFICE))
    assert labels(NOBODY) == []
    lines = (navigation.Line("Nowhere", "no_such_page"), navigation.Line("Sign in", "account_login"))
    assert [link.label for link in navigation.links(lines, NOBODY, "/")] == ["Sign in"]


def test_one_line_of_the_menu_is_where_we_are() -> None:
    lines = (navigation.Line("Sign in", "account_login"), navigation.Line("Second", "mfa_index"))
    lines += (navigation.Line("Passkeys", "mfa_list_webauthn"),)

    def current(path: str) -> list[str]:
        return [link.label for link in navigation.links(lines, NOBODY, path) if link.current]

    assert current(reverse("mfa_index")) == ["Second"]
    assert current(reverse("mfa_add_webauthn")) == ["Passkeys"]
    assert current("/elsewhere/") == []


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/office/rent-checks/AC-2026-0001/", "Households"),
        ("/office/households/HH-2026-0001/", "Households"),
        ("/office/put-forward/NM-2026-0001/", "Homes to rent"),
        ("/office/search/", "Work queue"),
    ],
)
def test_a_page_of_its_own_belongs_to_a_line_of_the_menu(path: str, label: str) -> None:
    reader = officer(Can.SEE_OFFICE, Can.SEE_HOUSEHOLDS, Can.SEE_HOMES)
    assert [link.label for link in navigation.build(reader, path).main if link.current] == [label]


def test_a_row_with_no_room_for_all_keeps_what_is_seldom_used_behind_more() -> None:
    officer_of = {role: officer(*ROLES[role].capabilities) for role in ("housing", "manager", "administrator")}
    menus = {role: navigation.build(actor, "/") for role, actor in officer_of.items()}
    assert [link.label for link in menus["manager"].more] == ["Rulebook", "Outbox", "Audit"]
    assert menus["housing"].more == menus["administrator"].more == ()
    assert "Rulebook" in [link.label for link in menus["housing"].main]
    everything = navigation.build(officer(*Can), "/office/audit/")
    assert len(everything.main) < navigation.IN_A_ROW
    assert [link.label for link in everything.more if link.current] == ["Audit"]


def test_everyone_has_the_layout_of_their_own_door() -> None:
    for kind in (Kind.LANDLORD, Kind.RESIDENT, Kind.PARTNER, Kind.OFFICER):
        layout = navigation.build(Actor(kind=kind, name="A"), "/").layout
        assert render_to_string(layout, {"navigation": navigation.build(NOBODY, "/")})
    assert navigation.build(NOBODY, "/").layout == "layouts/public.html"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_the_way_in_is_dressed(client: Client, name: str) -> None:
    page = soup(client.get(reverse(name)).content)
    assert one(page, "header.lintel-header")
    assert one(page, "h1.govuk-heading-l")
    assert one(page, "input.govuk-input[type=email]")["autocomplete"] == "email"
    assert one(page, "main button.govuk-button[type=submit]:not([form])")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Kind.LANDLORD, Kind.OFFICER])
@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "usersessions_list",
        "account_logout",
    ],
)
def test_pages_about_signing_in_are_dressed_in_the_layout_of_ones_door(
    client: Client, at: datetime, kind: Kind, name: str
) -> None:
    sign_in(client, person(kind, at))
    response = client.get(reverse(name))
    assert response.status_code == 200
    page = soup(response.content)
    expected = "lintel-office" if kind is Kind.OFFICER else "lintel-landlord"
    assert expected in one(page, "body")["class"]
    assert len(one(page, "main").select("h1.govuk-heading-l")) == 1
    assert page.select("[style]") == []
    assert [s for s in page.select("script:not([src])") if s.get("type") != "application/json"] == []
    assert one(page, "header .lintel-header__who").text
