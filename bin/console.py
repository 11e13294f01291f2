"""How the set-up commands speak and fail: one clear line, never a traceback."""

import contextlib
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PREPARE = [PYTHON, ROOT / "manage.py", "prepare"]


def say(line: str) -> None:
    print(line, flush=True)


def fail(line: str) -> NoReturn:
    sys.exit(f"lintel: {line}")


def run(*command: str | Path, otherwise: str) -> None:
    """Run to the end in the project's folder. When it fails, stop with the line `otherwise`."""
    if subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode:
        fail(otherwise)


def run_quietly(*command: str | Path, otherwise: str) -> None:
    """Likewise, but what the command says goes to a file that the line names."""
    log = CACHE / "setup.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as output:
        result = subprocess.run(
            [str(part) for part in command], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, check=False
        )
    if result.returncode:
        fail(f"{otherwise} ({log.relative_to(ROOT)} has the details)")


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Say what takes its time, and how long it took."""
    start = time.monotonic()
    yield
    say(f"  {what}: {time.monotonic() - start:.1f} s")


@contextlib.contextmanager
def alone(name: str) -> Iterator[None]:
    """Only one process at a time in here."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def alone_or_fail(path: Path, line: str) -> Iterator[None]:
    """Likewise, but stop with the line when another process is in there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fail(line)
        yield


def var_dir() -> Path:
    return Path(os.environ.get("VAR_DIR") or ROOT / "var")


def environment(**values: str) -> dict[str, str]:
    return {**os.environ, **values}
