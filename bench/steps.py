"""What setting the service up from nothing costs, step by step, in a copy of what is tracked here."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def measure() -> Iterator[str]:
    """The lines of each step with its seconds, as `make run` prints them on a fresh machine."""
    with tempfile.TemporaryDirectory(prefix="lintel-bench-") as folder:
        copy = Path(folder) / "lintel"
        tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        for name in tracked.decode().rstrip("\0").split("\0"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
        inherited = {name: value for name, value in os.environ.items() if name not in ("VAR_DIR", "DATABASE_URL")}
        environment = {**inherited, "LINTEL_MODE": "demonstration"}
        python = Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
        for command in ([python, "bin/setup.py", "run"], [".venv/bin/python", "manage.py", "prepare"]):
            yield from subprocess.run(
                [str(part) for part in command], cwd=copy, env=environment, capture_output=True, text=True, check=True
            ).stdout.splitlines()
