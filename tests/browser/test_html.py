"""The Nu HTML checker over every public page, in one run of one process."""

import json
import subprocess
from datetime import datetime
from pathlib import Path, PurePath

import pytest
from django.conf import settings
from django.test import Client

from tests.browser import public_pages
from tests.world import World

CHECKER = settings.BASE_DIR / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# Upstream keeps the role on the group of a date's three boxes for screen readers that need it.
UPSTREAMS_OWN = ("The “group” role is unnecessary for element “fieldset”.",)

pytestmark = pytest.mark.django_db


def faults(pages: dict[str, bytes], folder: Path) -> list[str]:
    """What the checker says of each page: errors and warnings, by address."""
    for number, content in enumerate(pages.values()):
        (folder / f"{number}.html").write_bytes(content)
    files = [str(folder / f"{number}.html") for number in range(len(pages))]
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240).stderr
    addresses = list(pages)
    return [
        f"{addresses[int(PurePath(message['url']).stem)]}: {message['message']} {message.get('extract', '').strip()}"
        for message in json.loads(told)["messages"]
        if message["message"] not in UPSTREAMS_OWN
    ]


def test_every_public_page_is_clean(at: datetime, tmp_path: Path) -> None:
    client = Client()
    pages = {address: client.get(address).content for address in public_pages.addresses(World(at))}
    assert len(pages) > 30
    pages |= public_pages.beyond_as_sent()
    assert faults(pages, tmp_path) == []


def test_the_checker_finds_a_fault(tmp_path: Path) -> None:
    page = b'<!doctype html><html lang="en"><title>A page</title><p><ul id="a"></ul><ul id="a"></ul>'
    assert any("Duplicate ID" in fault for fault in faults({"/": page}, tmp_path))
