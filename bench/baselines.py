"""The bare pages that everything is compared with, measured anew in every run."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from bench.server import SECONDS, Server

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "bench"
ADDRESSES = {
    "bare view": ("GET", "/bare/"),
    "bare list": ("GET", "/list/"),
    "bare dashboard": ("GET", "/dashboard/"),
    "bare page": ("GET", "/"),
    "bare write": ("POST", "/write/"),
}


class Bare:
    """The bare pages, served."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def cost(self, name: str, seconds: float = SECONDS) -> float:
        """Milliseconds of CPU for one request, as of now: a shared machine is now faster and now slower."""
        method, address = ADDRESSES[name]
        return self.server.cost(address, method=method, seconds=seconds)


@contextmanager
def serving() -> Iterator[Bare]:
    settings = {"DJANGO_SETTINGS_MODULE": "bench.baseline.settings", "DATABASE_URL": f"sqlite:///{database()}"}
    with Server("bench.baseline.wsgi:application", **settings) as server:
        yield Bare(server)


def database() -> Path:
    """The baseline's database, built when its sources or Wagtail have changed."""
    digest = hashlib.sha256(version("wagtail").encode() + version("django").encode())
    for path in sorted((ROOT / "bench" / "baseline").glob("*.py")):
        digest.update(path.read_bytes())
    path = CACHE / f"baseline-{digest.hexdigest()[:12]}.sqlite3"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.baseline.settings",
            "DATABASE_URL": f"sqlite:///{unfinished}",
        }
        subprocess.run([sys.executable, "-m", "bench.baseline.build"], env=environment, cwd=ROOT, check=True)
        unfinished.replace(path)
    return path
