"""What may lie in the repository: our own work, no addresses in locks, no traces of one machine."""

import json
import re
from pathlib import Path

import pytest
from django.urls import get_resolver

from portal.public import PUBLIC_URL_NAMES
from tests.house import sources

LOCKS = sorted(
    path for path in sources.files() if path.name.startswith("requirements") or path.name == "package-lock.json"
)
ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|\"resolved\"|\"funding\"", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/")
TEXT = {".py", ".html", ".md", ".toml", ".json", ".txt", ".scss", ".js", ".yml", ".yaml", ".cfg", ".sh", ""}
VENDORED = re.compile(
    r"\.min\.(js|css)$|(^|/)(vendor|vendored|third_party|bower_components)/|(^|/)jquery", re.IGNORECASE
)
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*(?:\[[a-z,]+\])?)==(\S+)", re.IGNORECASE)


def pins(text: str) -> dict[str, str]:
    return {match[1]: match[2] for line in text.splitlines() if (match := PIN.match(line))}


def unhashed(text: str) -> list[str]:
    """Pins of a lock that no hash follows."""
    lines = text.splitlines()
    return [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if PIN.match(line) and "--hash=" not in following
    ]


def test_locks_hold_no_address():
    assert LOCKS
    assert [str(path) for path in LOCKS if ADDRESS.search(sources.text(path))] == []


def test_every_pin_has_a_hash():
    locks = [path for path in LOCKS if path.suffix == ".txt"]
    assert [f"{path}: {line}" for path in locks for line in unhashed(sources.text(path))] == []


def test_what_tests_run_on_is_what_the_service_runs_on():
    runtime, dev = (pins(sources.text(Path(name))) for name in ("requirements.txt", "requirements-dev.txt"))
    assert runtime.items() <= dev.items()


def test_nothing_is_vendored():
    assert [str(path) for path in sources.files() if VENDORED.search(str(path))] == []


def test_no_file_names_a_place_on_one_machine():
    found = {
        f"{path}:{number}"
        for path in sources.files()
        if path.suffix in TEXT and path != Path(__file__).relative_to(sources.ROOT) and path.name != ".git"
        for number, line in enumerate(sources.text(path).splitlines(), 1)
        if MACHINE.search(line)
    }
    assert found == set()


def test_the_public_list_names_what_exists():
    known = set()

    def walk(patterns):
        for entry in patterns:
            if hasattr(entry, "url_patterns"):
                walk(entry.url_patterns)
            else:
                known.add(entry.name)

    walk(get_resolver().url_patterns)
    assert PUBLIC_URL_NAMES - known == set()


def test_the_readme_opens_with_the_two_commands():
    lines = sources.text(Path("README.md")).splitlines()
    assert lines[0] == "# Lintel"
    opening = "\n".join(lines[1:6])
    assert "make run" in opening
    assert "make test" in opening


def astray(text: str) -> list[str]:
    """Paths in a text that lead nowhere: a file that is not there, or a function that the file does not have."""
    found = []
    for path, _, function in re.findall(r"`(\w[\w.-]*(?:/[\w.-]+)+/?)(:(\w+))?`", text):
        place = sources.ROOT / path
        if not place.exists() or (function and f"def {function}(" not in place.read_text()):
            found.append(path + (f":{function}" if function else ""))
    return found


def test_every_path_of_the_readme_leads_somewhere():
    assert astray(sources.text(Path("README.md"))) == []


def test_a_path_that_leads_nowhere_is_found():
    assert astray("`portal/urls.py`, `portal/nowhere.py`, `portal/wsgi.py:nothing`, `/office/`") == [
        "portal/nowhere.py",
        "portal/wsgi.py:nothing",
    ]


def test_the_node_lock_matches_what_it_locks():
    package, lock = (json.loads(sources.text(Path(name))) for name in ("package.json", "package-lock.json"))
    root = lock["packages"][""]
    for group in ("dependencies", "devDependencies"):
        assert root.get(group, {}) == package.get(group, {})


@pytest.mark.parametrize(
    "line", ["--index-url x", "x @ https://example.com/x.whl", '"resolved": "x"', "--find-links /x"]
)
def test_an_address_is_found(line):
    assert ADDRESS.search(line)


def test_a_trace_of_a_machine_is_found():
    assert MACHINE.search('open("/home/ada/x")')
    assert MACHINE.search("see /root/x")
    assert not MACHINE.search("https://example.com/home/ada/x")


def test_a_pin_without_a_hash_is_found():
    assert unhashed("a==1 \\\n    --hash=sha256:1\nb==2\n") == ["b==2"]


@pytest.mark.parametrize("path", ["static/js/htmx.min.js", "static/vendor/x.css", "static/jquery.js"])
def test_a_vendored_file_is_found(path):
    assert VENDORED.search(path)
