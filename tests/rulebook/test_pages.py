"""The rulebook as an officer reads it."""

import pytest
from django.urls import reverse

from core.access.actor import Kind
from core.rulebook.rules.sheets.tables import SHEETS
from tests.web.client import officer, person, send, sign_in
from tests.web.markup import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, at):
    return sign_in(client, officer("auditor", at))


def get(reader, name: str = "", **query: str):
    url = reverse("rulebook_office_table", args=[name]) if name else reverse("rulebook_office_list")
    response = reader.get(url, query)
    assert response.status_code == 200
    return soup(response.content.decode())


def cells(page) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row.select("th, td")] for row in page.select("tbody tr")]


DAY = {"on-day": "21", "on-month": "11", "on-year": "2026"}


def test_every_table_is_listed_with_what_is_not_confirmed(reader):
    rows = cells(get(reader, **DAY))
    assert len(rows) == len(SHEETS)
    assert rows[0][1:] == ["760", "0"]
    assert any(int(row[2]) for row in rows)


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_every_table_shows_source_and_confidence(reader, name):
    page = get(reader, name, **DAY)
    headings = [heading.text.strip() for heading in page.select("thead th")]
    assert headings[-3:] == ["Holds", "Source", "How sure"]
    assert all(row[-2] and row[-1] in ("Confirmed", "Likely", "To be checked") for row in cells(page))


def test_the_rates_of_an_area_on_a_day(reader):
    rows = cells(get(reader, "lha_rates", area="NORTH_WEST_KENT", **DAY))
    assert [row[1:3] for row in rows] == [
        ["£103.87", "£451.33"],
        ["£172.60", "£750.00"],
        ["£228.99", "£995.00"],
        ["£276.16", "£1,200.00"],
        ["£333.70", "£1,450.00"],
    ]
    assert rows[0][4] == "from 1 Apr 2026 to 31 Mar 2027"
    before = get(reader, "lha_rates", **{**DAY, "on-year": "2019"})
    assert "No row holds on that day" in before.text


def test_filters_show_as_chips_that_can_be_removed(reader):
    page = get(reader, "policy_settings", words="relief", confidence="M", **DAY)
    chips = [" ".join(chip.text.split()) for chip in page.select(".moj-filter__tag")]
    assert chips == [
        "Remove this filter As it stands on: 21 Nov 2026",
        "Remove this filter Words: relief",
        "Remove this filter How sure: Likely",
    ]
    links = [chip["href"] for chip in page.select(".moj-filter__tag")]
    assert "on-" not in links[0]
    assert "words" not in links[1]
    assert "For a solicitor to confirm" in page.text


@pytest.mark.parametrize(
    "query",
    [
        {"page": "x"},
        {"page": "999999999999"},
        {"page": "-1"},
        {"confidence": "Z"},
        {"area": "NARNIA"},
        {"words": "%_\\'\"<script>"},
        {"words": "x" * 5000},
        {"on-day": "31", "on-month": "2", "on-year": "2026"},
        {"on-day": "1", "on-month": "1", "on-year": "99999"},
    ],
)
def test_a_filter_that_will_not_do_never_breaks_the_page(reader, query):
    get(reader, "lha_rates", **query)


def test_the_last_page_and_a_constant_number_of_queries(reader, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = get(reader, "lha_rates", page="31", **DAY)
    assert "751 to 760 of 760 rows" in page.text


def test_no_such_table(reader):
    assert reader.get(reverse("rulebook_office_table", args=["nothing"])).status_code == 404


def test_only_officers(client, at):
    sign_in(client, person(Kind.LANDLORD, at))
    assert client.get(reverse("rulebook_office_list")).status_code == 403


def test_the_notice_checker_says_what_each_ground_asks_and_by_which_law(reader):
    url = reverse("rulebook_office_notice")
    assert len(soup(reader.get(url).content).select("input[name=grounds]")) > 37
    typed = {"letting": "private", "grounds": ["4A", "5G"], "main_duty_let": "no", "all_students": "yes"}
    said = " ".join(soup(send(reader, url, typed).content).get_text(" ").split())
    assert "the council may not write the letter that this ground needs" in said
    assert "They all were." in said
    assert "We need the grounds in the notice, the day it was given and the date in it." in said
    assert "Renters" in said
