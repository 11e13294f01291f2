"""A server of one process on the loopback address, and what a request costs it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from bench import cpu

LOG = Path(__file__).resolve().parent.parent / ".cache" / "bench" / "server.log"
WARM_UP = 15
LEAST, MOST = 6, 4000
SECONDS = 1.5


class Server:
    """Started with an application and its environment; stopped by its own process id."""

    def __init__(self, application: str, **environment: str) -> None:
        self.port = free_port()
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--log-level", "error"]
        options += ["--workers", "1", "--blocking-threads", "4", "--blocking-threads-idle-timeout", "600"]
        LOG.parent.mkdir(parents=True, exist_ok=True)
        with LOG.open("a") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "granian", application, *options],
                env={**os.environ, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.2)
            else:
                return self
        self.__exit__()
        raise SystemExit(f"bench: the server did not start: {LOG} has its last words")

    def __exit__(self, *trouble: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(15)

    def cost(
        self, address: str, *, method: str = "GET", headers: Mapping[str, str] | None = None, seconds: float = SECONDS
    ) -> float:
        """Milliseconds of CPU for one request, over as many as fit in the time.

        `{n}` in the address becomes the number of the request, so that no two ask for the same page.
        Any answer but 200 stops the run.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

        def ask(n: int) -> None:
            connection.request(method, address.format(n=n), headers=dict(headers or {}))
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                raise SystemExit(
                    f"bench: {address} answered {response.status}: {LOG.relative_to(Path.cwd())} may say why"
                )

        start, count = time.monotonic(), 0
        while count < LEAST or (time.monotonic() - start < seconds and count < WARM_UP):
            count += 1
            ask(-count)
        workers = cpu.children(self.process.pid)
        start, used, count = time.monotonic(), cpu.spent(workers), 0
        while count < LEAST or (time.monotonic() - start < seconds and count < MOST):
            count += 1
            ask(count)
        connection.close()
        return (cpu.spent(workers) - used) * 1000 / count


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
