"""Foreign keys point to the same or a lower layer, and leave no trace there. Rules stand on nothing."""

import ast

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.house import sources

KERNEL = {"core.errors", "core.money", "core.dates", "core.states"}
# A rule may compute with these; everything else outside the standard library does I/O or is a framework.
PURE = {"numpy", "govuk_bank_holidays"}
IMPURE = {
    "django",
    "wagtail",
    "allauth",
    "socket",
    "subprocess",
    "urllib",
    "http",
    "sqlite3",
    "os",
    "random",
    "secrets",
}
ROOMS_BELOW = {"models", "selectors", "services", "views", "forms", "tasks", "policies"}


def faults_of(model: type[models.Model]) -> list[str]:
    found = []
    own = sources.package_of(model.__module__)
    heights = sources.layers()
    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        if not field.is_relation or field.related_model is None:
            continue
        target = sources.package_of(field.related_model.__module__)
        if target not in heights or target == own:
            continue
        name = f"{model.__name__}.{field.name}"
        is_user = field.related_model._meta.label == settings.AUTH_USER_MODEL
        if heights[target] >= heights[own] and not is_user:
            found.append(f"{name} points up to {target}")
        if not (field.remote_field.related_name or "").endswith("+"):
            found.append(f'{name} needs related_name="+"')
    return found


def impure_imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            ours = parts[0] in sources.APPS
            if parts[0] in IMPURE or (ours and ROOMS_BELOW & set(parts)):
                found.append(name)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"open", "print", "input"}
        ):
            found.append(node.func.id)
    return found


def test_foreign_keys_point_down_and_leave_no_trace():
    ours = [model for model in apps.get_models() if sources.package_of(model.__module__) in sources.layers()]
    assert len(ours) > 5
    assert [fault for model in ours for fault in faults_of(model)] == []


def test_rules_are_pure():
    rules = [path for path in sources.python(*sources.APPS) if sources.is_in(path, "rules")]
    rules += [path for path in sources.python("core") if path.parts[1] in {"errors.py", "states.py", "dates"}]
    assert len(rules) > 10
    assert [f"{path}: {name}" for path in rules for name in impure_imports(sources.tree(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "from django.db import models",
        "import os",
        "from landlords.models import Landlord",
        "from landlords import services",
        "def f():\n    from core.audit import services",
        "rows = open('x')",
    ],
)
def test_an_impure_rule_is_found(source):
    assert len(impure_imports(ast.parse(source))) == 1


def test_a_key_that_points_up_is_found():
    class Owner(models.Model):
        draft = models.ForeignKey("journeys.Draft", on_delete=models.PROTECT)

        class Meta:
            app_label = "references"

    Owner.__module__ = "core.references.models"
    try:
        assert faults_of(Owner) == ["Owner.draft points up to core.journeys", 'Owner.draft needs related_name="+"']
    finally:
        del apps.all_models["references"]["owner"]
        apps.clear_cache()
