"""What the house tests read: our own files, parsed once."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_OURS = {".git", ".venv", "node_modules", "build", "var", "private", "public", "__pycache__", ".hypothesis"}
APPS = ("portal", "cms", "workspaces", "reports", "deposits", "tenancies", "lettings", "households", "properties")
APPS += ("landlords", "core")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root."""
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.name.endswith("_cache") or path.name == ".cache":
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file():
            yield path.relative_to(ROOT)


def python(*roots: str) -> list[Path]:
    """Python files under the named folders (all of them when none is named), without migrations."""
    return [
        path
        for path in files()
        if path.suffix == ".py" and "migrations" not in path.parts and (not roots or path.parts[0] in roots)
    ]


def templates() -> list[Path]:
    return [path for path in files() if path.suffix == ".html" and "templates" in path.parts]


@cache
def text(path: Path) -> str:
    return (ROOT / path).read_text()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def is_in(path: Path, room: str) -> bool:
    """Is the file, or the package it stands in, this room: `views`, `services`, `tasks`?"""
    return room in path.parts[:-1] or path.name == f"{room}.py"


@cache
def layers() -> dict[str, int]:
    """Package -> height, read from the contract that import-linter holds. The top has the greatest."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (contract,) = [one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    rows = [[name.strip("() ") for name in row.split("|")] for row in contract["layers"]]
    return {name: len(rows) - index for index, row in enumerate(rows) for name in row}


def package_of(path: Path | str) -> str:
    """The layer that a file or a dotted module belongs to: `deposits`, `core.audit`."""
    parts = path.with_suffix("").parts if isinstance(path, Path) else tuple(path.split("."))
    return ".".join(parts[:2]) if parts[0] == "core" else parts[0]
