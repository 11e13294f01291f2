"""How the set-up commands speak and fail: one clear line, never a traceback."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def say(line: str) -> None:
    print(line, flush=True)


def fail(line: str) -> None:
    sys.exit(f"lintel: {line}")


def run(*command: str | Path, otherwise: str, quiet: bool = False) -> None:
    """Run to the end in the project's folder; when it fails, show what it said and stop with `otherwise`."""
    result = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=quiet, text=True, check=False)
    if result.returncode:
        if quiet:
            sys.stderr.write(result.stdout + result.stderr)
        fail(otherwise)
