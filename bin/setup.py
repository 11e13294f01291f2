"""Make the virtual environment and the page assets right, and do nothing when they are.

`setup.py run` installs what the service runs on, `setup.py dev` also what tests and checks need.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from console import PYTHON, ROOT, VENV, alone, fail, run_quietly, step

AGAIN = "check the network, then run the same command again"
STAMP = VENV / "lintel.json"
UV_LOCK = ROOT / "requirements-uv.txt"
LOCKS = {"run": ROOT / "requirements.txt", "dev": ROOT / "requirements-dev.txt"}


def main(level: str) -> None:
    with alone("setup"):
        # A linked environment is looked after where it lives.
        if not VENV.is_symlink():
            make_environment()
            install(level)
        if subprocess.run([PYTHON, ROOT / "bin" / "assets.py", level], cwd=ROOT, check=False).returncode:
            sys.exit(1)  # It has said why.


def make_environment() -> None:
    check = ROOT / "bin" / "supported.py"
    if PYTHON.exists() and not subprocess.run([PYTHON, check], capture_output=True, check=False).returncode:
        return
    with step(f"Python environment (Python {sys.version_info[0]}.{sys.version_info[1]})"):
        shutil.rmtree(VENV, ignore_errors=True)
        run_quietly(
            sys.executable,
            "-m",
            "venv",
            VENV,
            otherwise="the Python environment could not be made: on Debian and Ubuntu, install python3-venv",
        )


def install(level: str) -> None:
    stamp = json.loads(STAMP.read_text()) if STAMP.exists() else {}
    if "dev" in stamp:
        level = "dev"
    wanted = {name: digest(lock) for name, lock in LOCKS.items() if name in ("run", level)}
    wanted["uv"] = digest(UV_LOCK)
    if stamp == wanted:
        return
    with step("Python packages"):
        STAMP.unlink(missing_ok=True)
        pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
        trouble = f"the Python packages could not be installed: {AGAIN}"
        if stamp.get("uv") != wanted["uv"]:
            run_quietly(*pip, "-r", UV_LOCK, otherwise=trouble)
        uv = [PYTHON, "-m", "uv", "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes"]
        run_quietly(*uv, LOCKS[level], otherwise=trouble)
        STAMP.write_text(json.dumps(wanted, indent=2) + "\n")


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OSError as trouble:
        fail(f"{trouble}")
    except KeyboardInterrupt:
        fail("stopped before it was ready: run the same command again")
