"""Throw the demonstration council of this folder away and build it anew."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from console import PREPARE, ROOT, alone_or_fail, fail, var_dir

FILES = ("lintel.sqlite3", "lintel.sqlite3-wal", "lintel.sqlite3-shm", "audit-head.json")
FOLDERS = ("private", "public", "media")


def main() -> None:
    if os.environ.get("LINTEL_MODE", "demonstration") != "demonstration" or os.environ.get("DATABASE_URL"):
        fail("make demo rebuilds only the demonstration that stands in var: unset LINTEL_MODE and DATABASE_URL")
    with alone_or_fail(var_dir() / "lintel.lock", "Lintel is running from this folder: stop it first"):
        throw_away(var_dir())
        sys.exit(subprocess.run([str(part) for part in PREPARE], cwd=ROOT, check=False).returncode)


def throw_away(folder: Path) -> None:
    for name in FILES:
        (folder / name).unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)


if __name__ == "__main__":
    main()
