"""Bring the service up on this machine, and take every process down again on Ctrl-C."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType
from typing import IO

from console import PREPARE, PYTHON, ROOT, alone_or_fail, fail, say, var_dir

PATIENCE = 120
WORKER = [PYTHON, ROOT / "manage.py", "worker"]
SERVER = [
    *(PYTHON, "-m", "granian", "portal.wsgi:application"),
    *("--interface", "wsgi", "--host", "127.0.0.1", "--workers", "2", "--blocking-threads", "4"),
    *("--log-level", "warning", "--respawn-failed-workers"),
]


class Stopped(Exception):
    """Someone asked the service to stop."""


def main() -> None:
    port = chosen_port()
    refuse_taken(port)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, stop)
    try:
        if subprocess.run([sys.executable, ROOT / "bin" / "setup.py", "run"], cwd=ROOT, check=False).returncode:
            sys.exit(1)  # It has said why.
        with alone_or_fail(var_dir() / "lintel.lock", "Lintel is running from this folder already"):
            serve(port)
    except Stopped:
        say("\nStopped.")


def serve(port: int) -> None:
    """Make the database ready, start the processes, and stay until one ends or somebody stops us."""
    address = f"http://localhost:{port}"
    environment = {"SITE_URL": address, **os.environ}
    if subprocess.run([str(part) for part in PREPARE], cwd=ROOT, env=environment, check=False).returncode:
        fail("the database could not be made ready: what went wrong stands above")
    children: dict[str, subprocess.Popen[bytes]] = {}
    log = var_dir() / "lintel.log"
    try:
        with log.open("a") as output:
            for name, command in (("the worker", WORKER), ("the server", [*SERVER, "--port", port])):
                children[name] = start([str(part) for part in command], environment, output)
        wait_until_open(address, children, log)
        say(f"\nLintel is open at {address}")
        say(f"Sign in as somebody from the demonstration: {address}/demonstration/")
        say(f"Ctrl-C stops it. What it does is written to {shown(log)}")
        while True:
            refuse_dead(children, log)
            time.sleep(0.5)
    finally:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)
        end(list(children.values()))


def chosen_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        fail(f"PORT must be a number from 1 to 65535, not {text!r}")
    return int(text)


def refuse_taken(port: int) -> None:
    """A listener on either loopback address would answer in our place."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
                probe.listen(1)
        except PermissionError:
            fail(f"port {port} is kept for the system: choose another, as in: make run PORT=8001")
        except OSError as trouble:
            if family == socket.AF_INET or "in use" in str(trouble):
                fail(f"port {port} is taken: choose another, as in: make run PORT={min(port + 1, 65535)}")


def stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def start(command: list[str], environment: dict[str, str], output: IO[str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl-C reaches only us and we stop the children in order."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=die_with_us,
    )


def die_with_us() -> None:
    """On Linux, have the kernel stop the child when we are killed without a chance to do it."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def wait_until_open(address: str, children: dict[str, subprocess.Popen[bytes]], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        refuse_dead(children, log)
        try:
            urllib.request.urlopen(f"{address}/health/", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    fail(f"the server did not answer within {PATIENCE} seconds: {shown(log)} has its last words")


def refuse_dead(children: dict[str, subprocess.Popen[bytes]], log: Path) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            sys.stderr.writelines(log.read_text(errors="replace").splitlines(keepends=True)[-20:])
            fail(f"{name} ended by itself (code {child.returncode}): its last words stand above")


def end(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask every process to finish, wait, and end what did not."""
    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        for child in children:
            if child.poll() is None or number is signal.SIGKILL:
                try:
                    os.killpg(child.pid, number)
                except ProcessLookupError:
                    continue
        for child in children:
            try:
                child.wait(patience)
            except subprocess.TimeoutExpired:
                continue


if __name__ == "__main__":
    main()
