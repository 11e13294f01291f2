import json
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
