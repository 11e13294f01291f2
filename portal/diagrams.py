"""The life of every kind of record as a Mermaid diagram, drawn from the machine that runs it."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings

from core.states import Machine

FOLDER: Path = settings.BASE_DIR / "docs" / "diagrams"


def machines() -> list[Machine]:
    """Every machine in our apps' rules, each once, however many modules import it."""
    found: dict[int, Machine] = {}
    for app in apps.get_app_configs():
        if (Path(app.path) / "rules").exists() or (Path(app.path) / "rules.py").exists():
            for module in _modules(f"{app.name}.rules"):
                found |= {id(value): value for value in vars(module).values() if isinstance(value, Machine)}
    return sorted(found.values(), key=lambda machine: machine.name)


def pages() -> dict[str, str]:
    """File name -> text of each diagram's page: `deposits-claim.md`.

    Raises ValueError when two machines of an app have one name.
    """
    found: dict[str, str] = {}
    for machine in machines():
        module = type(machine.start).__module__
        app = module.partition(".rules")[0].rpartition(".")[2]
        name = f"{app}-{machine.name.replace(' ', '-')}.md"
        if name in found:
            raise ValueError(f"two machines of {app} are called {machine.name!r}")
        source = module.replace(".", "/") + ".py"
        title = machine.name[0].upper() + machine.name[1:]
        found[name] = (
            f"# {title}\n\nDrawn from `{source}` by `manage.py diagrams`.\n\n```mermaid\n{machine.mermaid()}```\n"
        )
    return found


def differences() -> list[str]:
    """What the folder says otherwise than the machines do, a line each."""
    wanted = pages()
    standing = {path.name: path.read_text() for path in FOLDER.glob("*.md")}
    lines = [f"{name} is missing" for name in wanted.keys() - standing.keys()]
    lines += [f"{name} has no machine" for name in standing.keys() - wanted.keys()]
    lines += [f"{name} is out of date" for name in wanted.keys() & standing.keys() if wanted[name] != standing[name]]
    return sorted(lines)


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text)


def _modules(name: str) -> Iterator[object]:
    package = import_module(name)
    yield package
    for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{name}."):
        yield import_module(module.name)
