"""Install a Debian package when what it brings is missing and we may; else say what to install."""

import os
import shutil
import sys
from glob import glob

from console import fail, run_quietly, say

BRINGS = {
    "chromium": "/usr/bin/chromium",
    "default-jre-headless": "/usr/bin/java",
    "fonts-liberation": "/usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf",
    "postgresql": "/usr/lib/postgresql/*/bin/initdb",
}


def ensure(package: str) -> str:
    """Where the newest of what the package brings stands."""
    if not glob(BRINGS[package]):
        if os.geteuid() or not shutil.which("apt-get"):
            fail(f"{BRINGS[package]} is missing: install the package {package}")
        say(f"  installing {package}")
        trouble = f"{package} could not be installed: check the network, then run the same command again"
        run_quietly("apt-get", "update", otherwise=trouble)
        run_quietly("apt-get", "install", "--yes", "--no-install-recommends", package, otherwise=trouble)
    return max(glob(BRINGS[package]), key=len_then_name)


def len_then_name(path: str) -> tuple[int, str]:
    return len(path), path


if __name__ == "__main__":
    for name in sys.argv[1:]:
        ensure(name)
