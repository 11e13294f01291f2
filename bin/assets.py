"""Build the style sheets, scripts and images into build/assets, unless they are there already.

`assets.py dev` also fetches the HTML checker that the tests run.
"""

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from console import PYTHON, ROOT, VENV, fail, run, run_quietly, say, step

MODULES = ROOT / "node_modules"
GOVUK = MODULES / "govuk-frontend" / "dist" / "govuk"
MOJ = MODULES / "@ministryofjustice" / "frontend" / "moj"
STATIC = ROOT / "static"
TARGET = ROOT / "build" / "assets" / "lintel"
STAMP = ROOT / "build" / "assets.json"
CHECKER = MODULES / "vnu-jar"
LOCK = ROOT / "package-lock.json"
OLDEST_NODE = 20
SHEETS = ("site", "office", "editor")
COMPRESSED = frozenset({".css", ".js", ".svg"})


def fingerprint(*paths: Path) -> str:
    """A hash of files, and of the files in folders, by name and content."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def read_stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


def node_version(node: str | Path) -> int:
    """The major version of a node program, or 0 when there is none."""
    try:
        found = subprocess.run([str(node), "--version"], capture_output=True, text=True, check=True, timeout=30)
        return int(found.stdout.strip().lstrip("v").split(".")[0])
    except (OSError, subprocess.SubprocessError, ValueError):
        return 0


def find_node() -> tuple[Path, list[str | Path]]:
    """The node program and the npm command: the machine's own, or else our copy of it."""
    machine, npm = shutil.which("node"), shutil.which("npm")
    if machine and npm and node_version(machine) >= OLDEST_NODE:
        return Path(machine), [npm]
    ours = VENV / "bin" / "node"
    if node_version(ours) < OLDEST_NODE:
        say(f"This machine has no Node {OLDEST_NODE} or newer: fetching one into .venv (once, about 60 MB)")
        install_node()
    return ours, [VENV / "bin" / "npm"]


def install_node() -> None:
    requirements = ROOT / "requirements-node.txt"
    run(
        *(PYTHON, "-m", "uv", "--quiet", "pip", "install", "--require-hashes", "-r", requirements),
        otherwise=f"Node could not be fetched: check the network, or install Node {OLDEST_NODE} or newer yourself",
    )


def refuse_link() -> None:
    """Stop where `npm ci`, which empties the folder first, would empty the one that a link leads to."""
    if MODULES.is_symlink():
        fail(
            f"node_modules is a link to {MODULES.resolve()}, and npm would empty that folder. "
            "Take the link away (rm node_modules), then run the same again"
        )


def install_packages(npm: list[str | Path], *, for_tests: bool) -> None:
    left_out = [] if for_tests else ["--omit=dev"]
    with step("Page asset packages"):
        run_quietly(
            *(*npm, "ci", *left_out, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
            otherwise="the page assets could not be fetched from npm: check the network, then run the same again",
        )


def compile_styles(node: Path) -> None:
    sheets = [f"{STATIC}/scss/{name}.scss:{TARGET}/{name}.css" for name in SHEETS]
    run(
        *(node, MODULES / "sass" / "sass.js", "--load-path=.", "--no-source-map", "--style=compressed", *sheets),
        otherwise="the style sheets could not be compiled: the lines above say where",
    )


def copy_files() -> None:
    for script in sorted((STATIC / "js").glob("*.js")):
        shutil.copyfile(script, TARGET / script.name)
    library = (GOVUK / "govuk-frontend.min.js").read_text()
    kept = [line for line in library.splitlines() if not line.startswith("//# sourceMappingURL=")]
    (TARGET / "govuk-frontend.min.js").write_text("\n".join(kept) + "\n")
    images = TARGET / "images"
    images.mkdir()
    styles = "".join((TARGET / f"{name}.css").read_text() for name in SHEETS)
    for name in sorted(set(re.findall(r"url\(\./images/([^)]+)\)", styles))):
        shutil.copyfile(MOJ / "assets" / "images" / name, images / name)
    for image in sorted((STATIC / "images").iterdir()):
        shutil.copyfile(image, images / image.name)


def compress() -> None:
    """A gzip copy beside each text file, which the static file server sends to browsers that take it."""
    for file in sorted(TARGET.rglob("*")):
        if file.suffix in COMPRESSED:
            file.with_name(file.name + ".gz").write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))


def build(node: Path) -> None:
    if TARGET.exists():
        shutil.rmtree(TARGET)
    TARGET.mkdir(parents=True)
    compile_styles(node)
    copy_files()
    compress()


def main() -> None:
    stamp = read_stamp()
    packages = fingerprint(LOCK, ROOT / "package.json")
    sources = packages + fingerprint(STATIC, Path(__file__).resolve())
    for_tests = "dev" in sys.argv
    have_packages = stamp.get("packages") == packages and GOVUK.is_dir() and (CHECKER.is_dir() or not for_tests)
    if have_packages and stamp.get("sources") == sources and TARGET.is_dir() and "--force" not in sys.argv:
        return
    if not have_packages:
        refuse_link()
    node, npm = find_node()
    if not have_packages:
        install_packages(npm, for_tests=for_tests)
    with step("Style sheets and scripts"):
        build(node)
    STAMP.write_text(json.dumps({"packages": packages, "sources": sources}))


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        fail(f"the page assets could not be built: {error}")
