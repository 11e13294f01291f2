"""The small templates: the promise of a record, and values that would break out of the page."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import render_to_string

from core.errors import Stale
from core.states import Colour
from core.ui import components as ui
from core.ui import macros
from core.ui.templatetags.ui import dial
from core.ui.values import show
from tests.web.markup import one, soup
from tests.web.showcase import cast

HOSTILE = "<script>alert(1)</script>\"'&"


def strip(model: ui.Strip) -> str:
    return engines["django"].from_string("{% load ui %}{% strip model %}").render({"model": model})


def facts(html: str) -> dict[str, str]:
    page = soup(html)
    terms = [" ".join(term.text.split()) for term in page.select("dt")]
    return dict(zip(terms, (" ".join(value.text.split()) for value in page.select("dd")), strict=True))


def test_a_record_says_who_has_it_what_is_next_by_when_and_what_if_not() -> None:
    html = strip(cast.STRIPS[0])
    assert one(soup(html), "h1").text == "2-bedroom flat, 14 Lowfield Street, Dartford"
    assert one(soup(html), ".govuk-tag").text == "Being checked"
    assert one(soup(html), "time")["datetime"] == "2026-11-26"
    assert facts(html) == {
        "Who has it now": "Priya Nandakumar, your landlord liaison officer",
        "What happens next": cast.CHECKING.next_step,
        "By": "Thursday 26 November 2026 in 5 days",
        "If that does not happen": cast.CHECKING.otherwise,
    }


def test_the_promise_follows_the_state_unless_it_is_said() -> None:
    model = replace(cast.STRIPS[0], holder_name="", next_step="We ring you.", otherwise="Ring us.", by=None)
    assert facts(strip(model)) == {
        "Who has it now": "The council",
        "What happens next": "We ring you.",
        "If that does not happen": "Ring us.",
    }
    finished = facts(strip(cast.STRIPS[2]))
    assert finished == {
        "Who has it now": "Nobody: this is finished",
        "What this means": "The keys were handed over on 3 November 2026.",
    }


@pytest.mark.parametrize(
    ("on", "words", "late"),
    [
        (date(2026, 11, 21), "in 5 days", False),
        (date(2026, 11, 25), "tomorrow", False),
        (date(2026, 11, 26), "today", False),
        (date(2026, 11, 27), "1 day late", True),
        (date(2026, 12, 26), "30 days late", True),
    ],
)
def test_a_promise_that_is_late_says_so(on: date, words: str, late: bool) -> None:
    model = replace(cast.STRIPS[0], on=on)
    assert (model.days, model.late) == (words, late)
    assert ("lintel-strip--late" in strip(model)) is late


def test_what_is_yours_is_marked() -> None:
    model = replace(cast.STRIPS[1], on=date(2026, 11, 18))
    assert facts(strip(model))["Who has it now"] == "You"
    assert one(soup(strip(model)), "section.lintel-strip--yours")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "Yes"),
        (False, "No"),
        (None, ""),
        (0, "0"),
        (date(2026, 3, 1), "1 March 2026"),
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "2 July 2026, 12:30am"),
        (ui.Tag("Late", Colour.RED), '<strong class="govuk-tag govuk-tag--red">Late</strong>'),
        (["a", "<b>"], '<ul class="govuk-list lintel-list--close"><li>a</li><li>&lt;b&gt;</li></ul>'),
        ([], ""),
    ],
)
def test_values_as_a_person_reads_them(value: object, words: str) -> None:
    assert show(value) == words


def test_a_long_list_in_pages() -> None:
    model = ui.Pagination(page=7, pages=42, total=1040, query="state=all")
    assert [item.get("number", "gap") for item in model.items] == [1, "gap", 6, 7, 8, "gap", 42]
    assert (model.first, model.last) == (151, 175)
    assert model.next == "?state=all&page=8"
    assert (ui.Pagination(1, 1, 0).first, ui.Pagination(1, 1, 0).last, ui.Pagination(1, 1, 0).next) == (0, 0, "")
    assert render_to_string("ui/pagination.html", {"pagination": ui.Pagination(1, 1, 3)}).strip() == ""


def test_a_table_sorts_by_links_and_says_how_it_is_sorted() -> None:
    page = soup(render_to_string("ui/table.html", {"table": cast.TABLE}))
    rent = one(page, "th[aria-sort='descending']")
    assert one(rent, "a")["href"] == "?state=all&sort=rent"
    assert one(one(page, "th[aria-sort='none']"), "a")["href"] == "?state=all&sort=reference"
    assert len(page.select("tbody th[scope=row]")) == 5
    ascending = replace(cast.TABLE, sorted_by="rent")
    page = soup(render_to_string("ui/table.html", {"table": ascending}))
    assert one(one(page, "th[aria-sort='ascending']"), "a")["href"] == "?state=all&sort=-rent"


def test_an_empty_list_says_why() -> None:
    page = soup(render_to_string("ui/table.html", {"table": cast.EMPTY_TABLE}))
    assert page.select("table") == []
    assert "No claims yet" in page.text


HOSTILE_STATE = replace(cast.CHECKING, label=HOSTILE, next_step=HOSTILE, otherwise=HOSTILE)
HOSTILE_PIECES: list[tuple[str, dict[str, object]]] = [
    ("ui/action.html", {"action": ui.Action(HOSTILE, HOSTILE, HOSTILE, HOSTILE)}),
    ("ui/back.html", {"url": HOSTILE, "label": HOSTILE}),
    ("ui/breadcrumbs.html", {"crumbs": [ui.Crumb(HOSTILE, HOSTILE), ui.Crumb(HOSTILE)]}),
    ("ui/button.html", {"label": HOSTILE, "hidden": HOSTILE, "name": HOSTILE, "value": HOSTILE, "style": HOSTILE}),
    ("ui/count.html", {"pagination": ui.Pagination(1, 2, 30, noun=HOSTILE)}),
    ("ui/details.html", {"summary": HOSTILE, "text": HOSTILE}),
    ("ui/empty.html", {"title": HOSTILE, "text": HOSTILE, "url": HOSTILE, "label": HOSTILE}),
    (
        "ui/filter.html",
        {"filters": ui.Filters(cast.Filter({"words": HOSTILE}), [ui.Chip(HOSTILE, HOSTILE)], HOSTILE)},
    ),
    ("ui/gallery.html", {"pictures": [ui.Picture(HOSTILE, HOSTILE, HOSTILE, HOSTILE)]}),
    (
        "ui/history.html",
        {
            "happenings": [
                ui.Happening(datetime(2026, 1, 1, tzinfo=UTC), HOSTILE, HOSTILE, HOSTILE, [ui.Row(HOSTILE, HOSTILE)])
            ]
        },
    ),
    ("ui/inset.html", {"text": HOSTILE}),
    ("ui/notification.html", {"text": HOSTILE, "title": HOSTILE}),
    ("ui/pagination.html", {"pagination": ui.Pagination(2, 3, 60, query=HOSTILE)}),
    ("ui/actions.html", {"actions": [ui.Action(HOSTILE, HOSTILE, HOSTILE)]}),
    ("ui/panel.html", {"title": HOSTILE, "text": HOSTILE, "reference": HOSTILE}),
    ("ui/strip.html", {"strip": ui.Strip(HOSTILE, HOSTILE_STATE, holder_name=HOSTILE, reference=HOSTILE)}),
    ("ui/sum.html", {"summary": HOSTILE, "lines": [ui.SumLine(HOSTILE, HOSTILE, HOSTILE, HOSTILE)], "total": HOSTILE}),
    (
        "ui/summary_list.html",
        {"rows": [ui.Row(HOSTILE, [HOSTILE], ui.Action(HOSTILE, HOSTILE, HOSTILE), HOSTILE)]},
    ),
    (
        "ui/table.html",
        {
            "table": ui.Table(
                HOSTILE, [ui.Column(HOSTILE, sort=HOSTILE)], [[ui.Cell(HOSTILE, HOSTILE, HOSTILE)]], query=HOSTILE
            )
        },
    ),
    ("ui/tag.html", {"tag": ui.Tag(HOSTILE, HOSTILE)}),
    ("ui/tasks.html", {"tasks": [ui.Task(HOSTILE, ui.Tag(HOSTILE, HOSTILE), HOSTILE, HOSTILE)]}),
    ("ui/tiles.html", {"tiles": [ui.Tile(HOSTILE, HOSTILE, HOSTILE, HOSTILE)]}),
    ("ui/warning.html", {"text": HOSTILE}),
]


@pytest.mark.parametrize(("template", "context"), HOSTILE_PIECES)
def test_no_value_breaks_out_of_its_place(template: str, context: dict[str, object]) -> None:
    html = render_to_string(template, context)
    page = soup(html)
    assert page.select("script") == []
    assert "alert(1)" in html
    assert [tag for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")] == []


def test_every_small_template_is_tried_with_hostile_values() -> None:
    folder = Path(__file__).parents[2] / "core" / "ui" / "templates" / "ui"
    pieces = {f"ui/{file.name}" for file in folder.glob("*.html") if "{% extends" not in file.read_text()}
    assert pieces == {template for template, _ in HOSTILE_PIECES}


def test_raw_html_in_parameters_is_escaped_unless_marked_safe() -> None:
    template = engines["django"].from_string('{% load ui %}{% govuk "inset-text" html=told %}')
    assert "&lt;b&gt;" in template.render({"told": "<b>x</b>"})
    assert macros.render("hint", {"text": "<b>x</b>"}) == macros.render("hint", {"html": "<b>x</b>"})


def test_the_address_that_rings_a_number() -> None:
    assert dial("01632 960 001") == "tel:01632960001"
    assert dial("+44 (0)1632 960001") == "tel:+441632960001"


def test_the_page_for_a_fault_needs_nothing_at_all() -> None:
    page = soup(render_to_string("errors/500.html"))
    assert one(page, "h1").text == "Something went wrong"
    assert one(page, "a[href^='tel:']")


def test_the_page_for_a_record_that_changed_names_it_and_leads_back() -> None:
    html = render_to_string("errors/409.html", {"stale": Stale("home", HOSTILE), "back": "/office/homes/"})
    page = soup(html)
    assert HOSTILE in one(page, "main").text
    assert one(page, "a.govuk-button")["href"] == "/office/homes/"


def test_each_cell_of_a_table_names_its_column_for_a_telephone() -> None:
    table = ui.Table(
        caption="Homes",
        columns=[ui.Column("Reference"), ui.Column("Size & place"), ui.Column("Change", hidden=True)],
        rows=[
            [ui.Cell("HM-1"), ui.Cell("2 bedrooms"), ui.Cell("Change")],
            [ui.Cell("HM-2"), ui.Cell(""), ui.Cell("x")],
        ],
    )
    cells = soup(render_to_string("ui/table.html", {"table": table})).select("tbody td")
    assert [cell.get("data-label") for cell in cells] == ["Size & place", None, None, None]
    bare = soup(render_to_string("ui/table.html", {"table": replace(table, stacked=False)}))
    assert bare.select("[data-label]") == []
