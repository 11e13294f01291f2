"""Our HTML is upstream's HTML: their own fixtures, through the macros and through our small templates."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core.ui import components as ui
from core.ui import macros
from tests.web.markup import one, plain, soup

FIXTURES = Path(__file__).parents[2] / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
OURS = {
    "back-link",
    "breadcrumbs",
    "button",
    "details",
    "inset-text",
    "notification-banner",
    "pagination",
    "panel",
    "summary-list",
    "table",
    "tag",
    "task-list",
    "warning-text",
}


@cache
def fixtures(component: str) -> dict[str, dict[str, Any]]:
    file = FIXTURES / component / "fixtures.json"
    assert file.is_file(), "the page assets are not installed: run make setup"
    return {fixture["name"]: fixture for fixture in json.loads(file.read_text())["fixtures"]}


def trusted(options: Any, key: str = "") -> Any:
    """Upstream's options, with what they give as HTML marked as such."""
    if isinstance(options, dict):
        return {name: trusted(value, name) for name, value in options.items()}
    if isinstance(options, list):
        return [trusted(value) for value in options]
    return SafeString(options) if key in macros.RAW_KEYS and isinstance(options, str) else options


def components() -> list[str]:
    return sorted(folder.name for folder in FIXTURES.iterdir() if (folder / "fixtures.json").is_file())


def test_every_macro_gives_what_upstream_gives() -> None:
    assert FIXTURES.is_dir(), "the page assets are not installed: run make setup"
    different = [
        f"{component}: {name}"
        for component in components()
        for name, fixture in fixtures(component).items()
        if plain(soup(macros.render(component, trusted(fixture["options"])))) != plain(soup(fixture["html"]))
    ]
    assert different == []
    assert len(components()) >= 35


def back_link(options: dict[str, Any]) -> str:
    html = render_to_string("ui/back.html", {"url": options.get("href", "#"), "label": options.get("text", "")})
    return str(one(soup(html), "nav > a"))


def breadcrumbs(options: dict[str, Any]) -> str:
    crumbs = [ui.Crumb(item["text"], item.get("href", "")) for item in options["items"]]
    return render_to_string("ui/breadcrumbs.html", {"crumbs": crumbs})


def button(options: dict[str, Any]) -> str:
    style = options.get("classes", "").removeprefix("govuk-button--")
    context = {"label": options["text"], "url": options.get("href", ""), "style": style}
    return render_to_string("ui/button.html", context)


def details(options: dict[str, Any]) -> str:
    return render_to_string("ui/details.html", {"summary": options["summaryText"], "text": options["text"]})


def text_of(template: str) -> Callable[[dict[str, Any]], str]:
    return lambda options: render_to_string(template, {"text": options["text"]})


def notification(options: dict[str, Any]) -> str:
    context = {
        "text": options["text"],
        "title": options.get("titleText", ""),
        "success": options.get("type") == "success",
    }
    return render_to_string("ui/notification.html", context)


def panel(options: dict[str, Any]) -> str:
    return render_to_string("ui/panel.html", {"title": options["titleText"], "text": options.get("text", "")})


def summary_list(options: dict[str, Any]) -> str:
    def row(given: dict[str, Any]) -> ui.Row:
        items = given.get("actions", {}).get("items", [])
        action = (
            ui.Action(items[0]["text"], items[0]["href"], items[0].get("visuallyHiddenText", "")) if items else None
        )
        return ui.Row(given["key"]["text"], given["value"].get("text", SafeString(given["value"].get("html"))), action)

    rows = [row(given) for given in options["rows"]]
    return render_to_string("ui/summary_list.html", {"rows": rows, "plain": "no-border" in options.get("classes", "")})


def table(options: dict[str, Any]) -> str:
    model = ui.Table(
        caption=options["caption"],
        columns=[ui.Column(head["text"], numeric=head.get("format") == "numeric") for head in options["head"]],
        rows=[[ui.Cell(cell["text"]) for cell in row] for row in options["rows"]],
        row_headings=options.get("firstCellIsHeader", False),
        stacked=False,
    )
    return str(one(soup(render_to_string("ui/table.html", {"table": model})), "table"))


def tag(options: dict[str, Any]) -> str:
    colour = options["classes"].removeprefix("govuk-tag--")
    return render_to_string("ui/tag.html", {"tag": ui.Tag(options["text"], colour)})


def tasks(options: dict[str, Any]) -> str:
    def status(given: dict[str, Any]) -> ui.Tag | str:
        if "tag" not in given:
            return given["text"]
        return ui.Tag(given["tag"]["text"], given["tag"].get("classes", "").removeprefix("govuk-tag--"))

    lines = [
        ui.Task(
            item["title"]["text"],
            status(item["status"]),
            url=item.get("href", ""),
            hint=item.get("hint", {}).get("text", ""),
            blocked="cannot-start-yet" in item["status"].get("classes", ""),
        )
        for item in options["items"]
    ]
    return render_to_string("ui/tasks.html", {"tasks": lines})


COVERED: list[tuple[str, Callable[[dict[str, Any]], str], tuple[str, ...]]] = [
    ("back-link", back_link, ("with custom text and link", "html as text", "default")),
    ("breadcrumbs", breadcrumbs, ("with collapse on mobile",)),
    ("button", button, ("link", "explicit link")),
    ("details", details, ("default", "html as text", "summary html as text")),
    ("inset-text", text_of("ui/inset.html"), ("default", "html as text")),
    (
        "notification-banner",
        notification,
        ("default", "with type as success", "custom title", "title html as text", "html as text", "with long heading"),
    ),
    ("panel", panel, ("title html as text", "body html as text", "title with no body text")),
    (
        "summary-list",
        summary_list,
        ("default", "no-border", "value with html"),
    ),
    ("table", table, ("with head and caption",)),
    (
        "tag",
        tag,
        ("grey", "green", "purple", "red", "orange", "yellow", "turquoise", "pink"),
    ),
    ("task-list", tasks, ("default", "with hint text and additional states", "with very long single word tags")),
    (
        "warning-text",
        text_of("ui/warning.html"),
        ("default", "html as text", "no icon fallback text", "multiple lines"),
    ),
]


@pytest.mark.parametrize(
    ("component", "render", "name"),
    [(component, render, name) for component, render, names in COVERED for name in names],
)
def test_our_small_templates_give_what_upstream_gives(
    component: str, render: Callable[[dict[str, Any]], str], name: str
) -> None:
    fixture = fixtures(component)[name]
    assert plain(soup(render(fixture["options"]))) == plain(soup(fixture["html"]))


@pytest.mark.parametrize(
    ("classes", "style"), [("", ""), ("govuk-button--secondary", "secondary"), ("govuk-button--warning", "warning")]
)
def test_our_buttons_are_upstreams_that_send_once(classes: str, style: str) -> None:
    theirs = macros.render("button", {"text": "Save", "classes": classes, "preventDoubleClick": True})
    ours = render_to_string("ui/button.html", {"label": "Save", "style": style})
    assert plain(soup(ours)) == plain(soup(theirs))


def test_our_summary_lists_with_something_to_do_are_upstreams() -> None:
    rows = [ui.Row("Rent", "£950", ui.Action("Change", "/rent")), ui.Row("Built", "1930")]
    change = {"href": "/rent", "text": "Change", "visuallyHiddenText": "Rent"}
    options = {
        "rows": [
            {"key": {"text": "Rent"}, "value": {"text": "£950"}, "actions": {"items": [change]}},
            {"key": {"text": "Built"}, "value": {"text": "1930"}},
        ]
    }
    ours = render_to_string("ui/summary_list.html", {"rows": rows})
    assert plain(soup(ours)) == plain(soup(macros.render("summary-list", options)))


@pytest.mark.parametrize(("page", "pages"), [(1, 3), (2, 3), (3, 3), (10, 40), (1, 40), (40, 40), (2, 2)])
def test_our_pagination_is_upstreams(page: int, pages: int) -> None:
    model = ui.Pagination(page=page, pages=pages, total=pages * 25, query="state=all")
    items = [
        {"ellipsis": True}
        if "gap" in item
        else {"number": item["number"], "href": item["url"], "current": item["current"]}
        for item in model.items
    ]
    options: dict[str, Any] = {"items": items}
    options |= {"previous": {"href": model.previous}} if model.previous else {}
    options |= {"next": {"href": model.next}} if model.next else {}
    ours = render_to_string("ui/pagination.html", {"pagination": model})
    assert plain(soup(ours)) == plain(soup(macros.render("pagination", options)))


def test_every_small_template_that_upstream_has_is_compared() -> None:
    compared = {component for component, _, _ in COVERED} | {"button", "pagination"}
    assert compared == OURS
