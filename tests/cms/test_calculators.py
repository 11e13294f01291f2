"""The calculators as a reader without JavaScript uses them."""

import json
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from core.journeys import carried
from tests.web.client import send
from tests.web.markup import soup

pytestmark = pytest.mark.django_db
RENT_HELP, LEFT_OVER = "/calculators/help-with-rent/", "/calculators/left-after-rent/"
ALONE = {"area": "NORTH_WEST_KENT", "age": "22", "couple": "no"}
FAMILY = {"area": "NORTH_WEST_KENT", "age": "32", "couple": "no", "girls": "9", "boys": "4"}
LONE_PARENT = {
    "age": "30",
    "couple": "no",
    "children": "2",
    "born_before": "no",
    "rent": "995",
    "often": "monthly",
    "area": "NORTH_WEST_KENT",
    "size": "C",
    "in_london": "no",
}


def asked(client: Client, url: str, answers: dict[str, Any]) -> BeautifulSoup:
    response = send(client, url, answers)
    assert response.status_code == 200
    return soup(response.content)


def pressed(client: Client, url: str, page: BeautifulSoup, **more: Any) -> Any:
    """Send the form of a page as it stands, with one answer or button more."""
    boxes = [box for box in page.select("main form input[type=hidden]") if box["name"] != "csrfmiddlewaretoken"]
    fields: dict[str, Any] = {}
    for box in boxes:
        fields.setdefault(box["name"], []).append(box["value"])
    return client.post(url, {**fields, **more})


def lines(page: BeautifulSoup, table: int) -> list[list[str]]:
    return [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in page.select("table")[table]("tr")]


def error(page: BeautifulSoup) -> str:
    return page.select_one(".govuk-error-summary").get_text()


def test_a_family_gets_two_bedrooms_each_line_with_its_source(client: Client) -> None:
    text = asked(client, RENT_HELP, FAMILY).get_text()
    assert "£995.00 a month" in text
    assert "£228.99 a week" in text
    assert "1 bedroom for a girl of 9 and a boy of 4, both under 10" in text
    assert "UC Regs 2013 Sch 4 para 10(1)(d)-(f)" in text
    assert "shared" not in text.replace("shared home", "")


def test_the_girl_s_tenth_birthday_brings_a_third(client: Client) -> None:
    assert "£1,200.00 a month" in asked(client, RENT_HELP, FAMILY | {"girls": "10"}).get_text()


def test_the_page_and_the_command_answer_alike(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    line = {
        "id": "1",
        "on": "2026-11-21",
        "brma": "NORTH_WEST_KENT",
        "renters": [{"age": 40, "sex": "F"}, {"age": 41, "sex": "M"}],
        "children": [{"age": 15, "sex": "F"}, {"age": 13, "sex": "M"}],
        "non_dependants": [{"age": 17, "sex": "M"}],
    }
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(json.dumps(line).encode())))
    out = StringIO()
    call_command("lha", stdout=out)
    said = json.loads(out.getvalue())
    page = asked(
        client,
        RENT_HELP,
        {
            "area": "NORTH_WEST_KENT",
            "age": "40",
            "couple": "yes",
            "partner_age": "41",
            "girls": "15",
            "boys": "13",
            "others": "1",
        },
    )
    assert f"£{float(said['uc']['monthly']):,.2f} a month" in page.get_text()
    assert f"£{float(said['hb']['weekly']):,.2f} a week" in page.get_text()


def test_two_adults_as_a_couple_are_two_rooms_in_one_benefit_and_one_in_the_other(client: Client) -> None:
    text = asked(client, RENT_HELP, ALONE | {"age": "40", "others": "2", "other_couples": "1"}).get_text()
    assert "count 3 bedrooms" in text
    assert "It counts 2 bedrooms" in text


def test_whoever_lives_alone_under_35_is_asked_kindly_and_once(client: Client) -> None:
    page = asked(client, RENT_HELP, ALONE)
    assert "it may help you" in page.h1.get_text()
    shared = soup(pressed(client, RENT_HELP, page, grounds=["none"]).content)
    assert "£451.33 a month" in shared.get_text()
    spared = soup(pressed(client, RENT_HELP, page, grounds=["care_leaver"]).content)
    assert "£750.00 a month" in spared.get_text()
    assert "Not the shared rate: a care leaver of 18 to 24" in spared.get_text()
    assert "Tick what is true" in error(soup(pressed(client, RENT_HELP, page).content))


@pytest.mark.parametrize("with_someone", [{"girls": "0"}, {"others": "1"}, {"couple": "yes", "partner_age": "20"}])
def test_nobody_with_company_hears_of_the_shared_rate(client: Client, with_someone: dict[str, str]) -> None:
    page = asked(client, RENT_HELP, ALONE | with_someone)
    assert "a month" in page.select_one(".lintel-first").get_text()
    assert "hared rate" not in page.get_text()


def test_a_postcode_finds_the_area_or_asks_for_it(client: Client) -> None:
    assert "North West Kent" in asked(client, RENT_HELP, FAMILY | {"area": "", "postcode": "da1 2dx"}).get_text()
    assert "Enter a postcode, or choose an area" in error(asked(client, RENT_HELP, FAMILY | {"area": ""}))
    split = asked(client, RENT_HELP, FAMILY | {"area": "", "postcode": "B47 5AA"})
    assert "may be in more than one area" in error(split)
    unknown = asked(client, RENT_HELP, FAMILY | {"area": "", "postcode": "BT1 1AA"})
    assert "do not know the postcode" in error(unknown)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"girls": "nine"}, "Write ages as numbers"),
        ({"boys": "16"}, "other people"),
        ({"girls": " ".join("1" * 13)}, "12 ages or fewer"),
        ({"age": "15"}, "16 or more"),
        ({"others": "1", "other_couples": "1"}, "two of the other people"),
        ({"extras": ["child_alone"]}, "how old the child is"),
        ({"extras": ["child_alone"], "alone_girls": "8"}, "in the list above"),
        ({"area": "ATLANTIS"}, "Select one of the answers"),
        ({"couple": "yes"}, "How old is your partner"),
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_typed_is_lost(client: Client, wrong: dict, words: str) -> None:
    page = asked(client, RENT_HELP, FAMILY | wrong)
    assert words in error(page)
    assert page.select_one("#id_age")["value"] == (wrong.get("age") or "32")


def test_a_child_who_cannot_share_has_a_room(client: Client) -> None:
    answers = FAMILY | {"girls": "4, 6", "boys": "", "extras": ["child_alone", "pregnant"], "alone_girls": "6"}
    text = asked(client, RENT_HELP, answers).get_text()
    assert "1 bedroom for a girl of 6, who cannot share because of disability" in text
    assert "No bedroom for an expected baby until the birth" in text
    assert "£1,200.00 a month" in text


def test_the_lone_parent_of_two_to_the_penny(client: Client) -> None:
    page = asked(client, LEFT_OVER, LONE_PARENT)
    text = page.get_text()
    table, rows = lines(page, 0), lines(page, -1)
    assert ["Universal Credit", "£1,640.22", "£2,027.78"] in table
    assert ["Child Benefit", "£194.78", "£194.78"] in table
    assert ["Comes in", "£1,835.00", "£2,222.56"] in table
    assert ["Left after rent", "£840.00", "£1,227.56"] in table
    assert "It takes £387.56" in text
    assert ["About 16 hours a week", "£881.23", "£1,777.95", "£2,853.96", "£1,858.96"] in rows
    for exit_ in ("£881.23 a month after tax", "disability benefit", "carer element", "Housing Payment"):
        assert exit_ in text
    assert "Estimate, not complete" in text


def test_what_lifts_the_cap_lifts_it(client: Client) -> None:
    for lifts in ({"exempt": ["disability"]}, {"exempt": ["grace"]}, {"earnings": "881"}):
        text = asked(client, LEFT_OVER, LONE_PARENT | lifts).get_text()
        assert "The benefit cap does not apply" in text
        assert "Without it" not in text
    assert "Without it" in asked(client, LEFT_OVER, LONE_PARENT | {"earnings": "880.99"}).get_text()


def test_a_weekly_rent_counts_as_universal_credit_counts_it(client: Client) -> None:
    text = asked(client, LEFT_OVER, LONE_PARENT | {"rent": "200", "often": "weekly", "what_if": "300"}).get_text()
    assert "after a rent of £866.67" in text
    assert "What you asked" in text
    assert "£128.33" not in text


def test_the_gap_is_said_and_nobody_is_told_to_go(client: Client) -> None:
    text = asked(client, LEFT_OVER, LONE_PARENT | {"rent": "1,100", "other_income": "50"}).get_text()
    assert "£105.00 a month more than the most help of £995.00" in text
    assert "Do not give up your home" in text
    for never in ("move out", "cannot afford", "unaffordable", "refused to you"):
        assert never not in text


def test_nothing_is_kept_unless_it_is_taken_along(client: Client) -> None:
    page = asked(client, LEFT_OVER, LONE_PARENT)
    assert not client.session.keys()
    response = pressed(client, LEFT_OVER, page, carry="yes")
    assert response["Location"] == "/tell-us-early/"
    (held,) = carried.held(client.session)
    assert ("Left after rent", "£840.00") in held.rows
    page = asked(client, RENT_HELP, FAMILY)
    pressed(client, RENT_HELP, page, carry="yes")
    assert [each.title for each in carried.held(client.session)] == ["What is left after rent", "Help with your rent"]
    assert "You bring with you" in client.get("/tell-us-early/").content.decode()


def test_answers_may_be_changed(client: Client) -> None:
    page = asked(client, RENT_HELP, FAMILY)
    again = soup(pressed(client, RENT_HELP, page, change="yes").content)
    assert again.select_one("#id_girls")["value"] == "9"
    assert not again.select(".govuk-error-summary")


@pytest.mark.parametrize("url", [RENT_HELP, LEFT_OVER])
def test_no_copy_stays_behind(client: Client, url: str) -> None:
    response = client.get(url)
    assert response["Cache-Control"] == "no-store"
    assert soup(response.content).select_one(".govuk-exit-this-page__button")
