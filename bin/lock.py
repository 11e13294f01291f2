"""Resolve the dependencies anew and write the locks: exact versions and hashes, no addresses."""

from console import PYTHON, ROOT, run, say

LOCKS = {
    "requirements.txt": ["pyproject.toml"],
    "requirements-dev.txt": ["pyproject.toml", "--group", "dev"],
    "requirements-node.txt": ["--group", "node"],
}
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
]


def main() -> None:
    uv = [PYTHON, "-m", "uv", "--quiet", "pip", "compile"]
    for lock, sources in LOCKS.items():
        run(*uv, *OPTIONS, *sources, "--output-file", ROOT / lock, otherwise=f"{lock} could not be resolved")
        say(f"{lock} written")


if __name__ == "__main__":
    main()
