"""Subject lines are read over shoulders: fixed words and at most a reference, nothing about the person."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

LIBRARY_MAIL = Path("core/notifications/mail.py")


def subjects(tree: ast.AST) -> Iterator[ast.expr]:
    """The subject expression of every `Message(...)` in a module."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "Message":
            named = [keyword.value for keyword in node.keywords if keyword.arg == "subject"]
            yield from named or node.args[1:2]


def is_fixed(subject: ast.expr) -> bool:
    if isinstance(subject, ast.IfExp):
        return is_fixed(subject.body) and is_fixed(subject.orelse)
    if isinstance(subject, ast.JoinedStr):
        return all(is_fixed(part) or is_reference(part) for part in subject.values)
    return isinstance(subject, ast.Constant) and isinstance(subject.value, str)


def is_reference(part: ast.expr) -> bool:
    value = part.value if isinstance(part, ast.FormattedValue) else part
    return (value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")) == "reference"


def faults(source: str) -> list[int]:
    return [subject.lineno for subject in subjects(ast.parse(source)) if not is_fixed(subject)]


def test_subjects_are_fixed_words() -> None:
    sources = [
        path.relative_to(settings.BASE_DIR)
        for app in apps.get_app_configs()
        for path in Path(app.path).rglob("*.py")
        if path.is_relative_to(settings.BASE_DIR) and ".venv" not in path.parts
    ]
    assert Path("core/notifications/rules/message.py") in sources
    found = {
        f"{path}:{line}"
        for path in sources
        if path != LIBRARY_MAIL
        for line in faults((settings.BASE_DIR / path).read_text())
    }
    assert found == set()


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Message('t', 'Fixed words', body)", []),
        ("Message(template='t', subject='One' if late else 'Other', body=body)", []),
        ("Message('t', f'We have your claim: {claim.reference}', body)", []),
        ("Message('t', f'Dear {name}', body)", [1]),
        ("Message('t', f'{claim.reference} {claim.landlord.name}', body)", [1]),
        ("message.Message(template='t', body=body, subject=title)", [1]),
        ("Message('t', 'Dear ' + name, body)", [1]),
        ("Message('t', 'Dear {}'.format(name), body)", [1]),
    ],
)
def test_the_check_itself_sees_what_varies(source: str, lines: list[int]) -> None:
    assert faults(source) == lines
