"""The clock is read at the edge, once, and handed on as `at=` or `on=`."""

import ast
import re
from pathlib import Path

import pytest

from tests.house import sources

EDGES = ("views", "tasks", "commands", "middleware")
# Edges by another name: the doors in front of every view, and what a library calls during a request.
ALSO_EDGES = {
    "core/access/doors.py",
    "core/accounts/adapter.py",
    "core/notifications/mail.py",
    "portal/context.py",
}
READS = {
    ("timezone", "now"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}
IMPORTS = {"django.utils.timezone": {"now"}, "time": {"time"}, "django.db.models.functions": {"Now"}}
COLUMNS = {"auto_now", "auto_now_add"}
NOW_TAG = re.compile(r"{%-?\s*now\b")


def reads(tree: ast.AST) -> list[int]:
    """The lines at which a module reads the clock, or hands the reading over."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name) if (
                owner,
                name,
            ) in READS:
                found.append(node.lineno)
            case ast.ImportFrom(module=module, names=names) if module in IMPORTS:
                found += [node.lineno for alias in names if alias.name in IMPORTS[module]]
            case ast.Call(
                func=ast.Name(id="localdate" | "localtime") | ast.Attribute(attr="localdate" | "localtime"),
                args=[],
                keywords=[],
            ):
                found.append(node.lineno)
    return found


def columns(tree: ast.AST) -> list[int]:
    """Columns that fill themselves from the clock, in models and in migrations."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in COLUMNS:
            found.append(node.lineno)
        if isinstance(node, ast.keyword) and node.arg == "default" and reads(node.value):
            found.append(node.lineno)
    return found


def at_an_edge(path: Path) -> bool:
    return str(path) in ALSO_EDGES or any(sources.is_in(path, room) for room in EDGES)


def test_the_clock_is_read_at_the_edge():
    found = {
        f"{path}:{line}"
        for path in sources.python(*sources.APPS)
        if not at_an_edge(path)
        for line in reads(sources.tree(path))
    }
    assert found == set()


def test_no_column_fills_itself():
    paths = [path for path in sources.files() if path.suffix == ".py" and path.parts[0] in sources.APPS]
    assert {f"{path}:{line}" for path in paths for line in columns(sources.tree(path))} == set()


def test_no_template_reads_the_clock():
    assert [str(path) for path in sources.templates() if NOW_TAG.search(sources.text(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "at = timezone.now()",
        "from django.utils.timezone import now",
        "x = datetime.datetime.now(tz)",
        "x = date.today()",
        "x = localdate()",
        "from django.db.models.functions import Now",
        "queue(clock=timezone.now)",
    ],
)
def test_a_reading_is_found(source):
    assert reads(ast.parse(source)) == [1]


@pytest.mark.parametrize("source", ["day = localdate(at)", "x = row.now", "y = time.monotonic()"])
def test_what_reads_no_clock_passes(source):
    assert reads(ast.parse(source)) == []


def test_a_column_that_fills_itself_is_found():
    assert columns(ast.parse("a = DateTimeField(auto_now_add=True)\nb = DateTimeField(default=timezone.now)")) == [1, 2]
