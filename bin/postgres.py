"""Run a command with DATABASE_URL set to a throw-away PostgreSQL on a private socket.

The server listens on no network address, belongs to the user postgres when we are root (it refuses
root), forgets durability for speed, and is gone with its data when the command ends.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from console import ROOT, environment, fail
from packages import ensure

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": "''"}


def main(command: list[str]) -> int:
    programs = Path(ensure("postgresql")).parent
    folder = Path(tempfile.mkdtemp(prefix="lintel-pg-"))
    if not os.geteuid():
        shutil.chown(folder, "postgres")
    data, log = folder / "data", folder / "log"
    options = " ".join(f"-c {name}={value}" for name, value in {**FAST, "unix_socket_directories": folder}.items())
    try:
        as_owner(
            programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"
        )
        as_owner(programs / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
        url = f"postgres://postgres@/lintel?host={folder}"
        child = subprocess.Popen(command, cwd=ROOT, env=environment(DATABASE_URL=url))
        # Ctrl-C reaches the command by itself; we wait for it, then clean up.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda number, frame: child.terminate())
        return child.wait()
    finally:
        if (data / "postmaster.pid").exists():
            as_owner(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def as_owner(*command: str | Path) -> None:
    owner = [] if os.geteuid() else ["runuser", "-u", "postgres", "--"]
    words = [*owner, *(str(part) for part in command)]
    result = subprocess.run(words, cwd="/", capture_output=True, text=True, check=False)
    if result.returncode:
        fail(f"PostgreSQL did not start: {' '.join(result.stderr.split())}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
