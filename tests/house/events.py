"""Every action that the services record, read from their sources."""

import ast
import itertools
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from django.apps import apps

from core.references.models import Record
from core.states import Machine
from tests.house import sources


def recorded() -> set[str]:
    """`noun.verb` of each: spelled out, or an event of a machine. A part that is worked out stands as "*"."""
    found: set[str] = set()
    for path in sources.python():
        if "services" not in path.parts and path.stem not in ("services", "moves"):
            continue
        if path.stem == "moves":
            continue
        module = import_module(".".join(path.with_suffix("").parts))
        for call in ast.walk(ast.parse(sources.text(path))):
            if isinstance(call, ast.Call):
                found |= set(_spelled(call)) | set(_moved(call, module))
    return found


def _spelled(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg == "action":
            chosen = (
                [keyword.value.body, keyword.value.orelse] if isinstance(keyword.value, ast.IfExp) else [keyword.value]
            )
            yield from filter(None, map(_text, chosen))


def _text(value: ast.expr) -> str:
    """The text as it is written, a part that is worked out as "*"; nothing for what only runs can tell."""
    if isinstance(value, ast.Constant):
        return str(value.value)
    if isinstance(value, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "*" for part in value.values)
    return ""


def _moved(call: ast.Call, module: ModuleType) -> Iterator[str]:
    if not (isinstance(call.func, ast.Name) and call.func.id == "move" and len(call.args) == 3):
        return
    machine = _value(call.args[1], module)
    event = call.args[2]
    events = [event.value] if isinstance(event, ast.Constant) else list(machine.transitions)
    yield from (f"{kind}.{name}" for kind, name in itertools.product(kinds(machine), events))


def _value(node: ast.expr, module: ModuleType) -> Machine:
    if isinstance(node, ast.Attribute):
        return getattr(_value(node.value, module), node.attr)
    assert isinstance(node, ast.Name), ast.dump(node)
    return getattr(module, node.id)


def kinds(machine: Machine) -> list[str]:
    """The kinds of record that live by this machine."""
    return [
        model.KIND
        for model in apps.get_models()
        if issubclass(model, Record)
        and any(field.name == "state" and list(field.choices or ()) == machine.choices for field in model._meta.fields)
    ]
