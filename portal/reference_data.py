"""What every council starts with: the rulebook, the places and an index of the pages, by their apps' commands."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands

COMMANDS = ("load_places", "load_rulebook", "index_pages")
FOLDERS = ("core/places", "core/rulebook")


def load() -> None:
    """Load it. Rows that are already there stay as they are."""
    known = get_commands()
    for name in COMMANDS:
        if name in known:
            call_command(name, verbosity=0)


def sources() -> Iterator[Path]:
    """Every file that decides what `load` writes."""
    for folder in FOLDERS:
        root: Path = settings.BASE_DIR / folder
        yield from sorted(path for path in root.rglob("*") if path.suffix in {".csv", ".gz", ".json", ".py"})
