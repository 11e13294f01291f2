import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WANTED = json.loads((ROOT / "package.json").read_text())
PACKAGES = WANTED["dependencies"] | WANTED["devDependencies"]
LOCK = json.loads((ROOT / "package-lock.json").read_text())


def test_the_lock_of_the_page_assets_holds_hashes_and_no_addresses() -> None:
    assert "://" not in (ROOT / "package-lock.json").read_text()
    for name, package in LOCK["packages"].items():
        assert not {"resolved", "funding"} & package.keys()
        assert name == "" or package["integrity"].startswith("sha512-")


def test_the_page_assets_are_exact_versions_and_those_that_are_locked() -> None:
    top = LOCK["packages"][""]
    assert top["dependencies"] | top["devDependencies"] == PACKAGES
    for name, version in PACKAGES.items():
        assert LOCK["packages"][f"node_modules/{name}"]["version"] == version


def test_the_style_sheets_name_no_crown_and_no_face_that_we_may_not_use() -> None:
    ours = "".join(file.read_text() for file in (ROOT / "static").rglob("*") if file.suffix in (".scss", ".js", ".svg"))
    for word in ("GDS Transport", "govuk-crest", "logotype", "components/footer", "components/header"):
        assert word not in ours


def test_packages_are_never_installed_through_a_link_into_another_tree(tmp_path: Path) -> None:
    here, other = tmp_path / "here", tmp_path / "other" / "node_modules"
    shutil.copytree(ROOT / "bin", here / "bin", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, here / name)
    (here / "static").mkdir()
    other.mkdir(parents=True)
    (other / "theirs").touch()
    (here / "node_modules").symlink_to(other)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, does in {"node": "echo v22.0.0", "npm": "rm -f node_modules/*"}.items():
        (tools / name).write_text(f"#!/bin/sh\n{does}\n")
        (tools / name).chmod(0o755)
    path = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    ran = subprocess.run(
        [sys.executable, here / "bin" / "assets.py"], env=path, capture_output=True, text=True, check=False
    )
    assert (other / "theirs").exists()
    assert ran.returncode
    assert f"node_modules is a link to {other}" in ran.stderr
