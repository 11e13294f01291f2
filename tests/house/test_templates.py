"""Templates name only what stands at or under them, and hold no code of their own."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.house import sources

URL = re.compile(r"""{%-?\s*url\s+["']([^"']+)["']""")
TEMPLATE = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
COMMENT = re.compile(r"{#.*?#}|{%-?\s*comment.*?endcomment\s*-?%}|<!--.*?-->", re.DOTALL)
POST_FORM = re.compile(r"""<form\b[^>]*method=["']?post.*?</form>""", re.DOTALL | re.IGNORECASE)
CODE = {
    "an inline script": re.compile(r"<script\b(?![^>]*(?:\bsrc=|application/json))", re.IGNORECASE),
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
}
UNESCAPED = re.compile(r"\|\s*safe(?:seq)?\b|{%-?\s*autoescape\s+off")
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
# Forms that a library's views receive, which know nothing of our one-use keys, and the page that sends an
# interrupted form again with all the fields it came with, its key among them.
LIBRARY_FORMS = {"account", "allauth", "mfa", "usersessions", "wagtailadmin", "send_again.html"}


def code(text: str) -> list[str]:
    text = COMMENT.sub("", text)
    bare = TAG.sub("", text)
    found = [name for name, pattern in CODE.items() if pattern.search(bare)]
    return found + ["unescaped text"] * bool(UNESCAPED.search(text))


def bare_forms(text: str) -> list[str]:
    """What each POST form lacks."""
    return [
        tag
        for form in POST_FORM.findall(COMMENT.sub("", text))
        for tag in ("{% csrf_token %}", "{% form_key %}")
        if tag not in form
    ]


@cache
def url_owners() -> dict[str, str]:
    """URL name -> the package of its view, for ours."""
    found: dict[str, str] = {}

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for entry in patterns:
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns)
            elif entry.name:
                found[entry.name] = sources.package_of(entry.callback.__module__)

    walk(get_resolver().url_patterns)
    return found


def owners_of_templates() -> dict[str, str]:
    owners = {}
    for path in sources.templates():
        position = path.parts.index("templates")
        owners[str(Path(*path.parts[position + 1 :]))] = sources.package_of(path)
    return owners


def reaches_up(own: str, target: str) -> bool:
    heights = sources.layers()
    return target in heights and target != own and heights[target] >= heights[own]


def test_templates_hold_no_code():
    assert {f"{path}: {fault}" for path in sources.templates() for fault in code(sources.text(path))} == set()


def test_forms_that_post_are_guarded_and_have_a_one_use_key():
    found = set()
    for path in sources.templates():
        if not LIBRARY_FORMS & set(path.parts):
            found |= {f"{path}: a form lacks {tag}" for tag in bare_forms(sources.text(path))}
    assert found == set()


def test_templates_name_urls_that_exist_at_or_under_them():
    found = set()
    for path in sources.templates():
        for name in URL.findall(COMMENT.sub("", sources.text(path))):
            if ":" in name:
                continue
            owner = url_owners().get(name)
            if owner is None:
                found.add(f"{path}: no URL is called {name}")
            elif reaches_up(sources.package_of(path), owner):
                found.add(f"{path}: {name} belongs to {owner}, which stands above")
    assert found == set()


def test_templates_name_templates_at_or_under_them():
    owners = owners_of_templates()
    found = set()
    for path in sources.templates():
        for name in TEMPLATE.findall(sources.text(path)):
            if name in owners and reaches_up(sources.package_of(path), owners[name]):
                found.add(f"{path}: {name} belongs to {owners[name]}, which stands above")
    assert found == set()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<script>go()</script>", "an inline script"),
        ('<p style="color: red">', "an inline style"),
        ('<a href="/" onclick="go()">', "an event handler"),
        ("{{ note|safe }}", "unescaped text"),
        ("{% autoescape off %}", "unescaped text"),
    ],
)
def test_code_is_found(text, fault):
    assert code(text) == [fault]


def test_what_is_no_code_passes():
    assert code('<script src="x.js"></script>{# style="x" #}<p class="style">on time = 3</p>') == []
    assert code('{% include "ui/button.html" with style="secondary" only %}') == []
    assert code('<script type="application/json">{"a": 1}</script>') == []


def test_a_bare_form_is_found():
    text = '<form method="post">{% csrf_token %}</form><form method="get"></form>'
    assert bare_forms(text) == ["{% form_key %}"]


def test_a_name_above_is_found():
    assert reaches_up("landlords", "deposits")
    assert reaches_up("core.audit", "core.deadlines")
    assert not reaches_up("deposits", "landlords")
    assert not reaches_up("deposits", "deposits")
