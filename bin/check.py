"""Every check that needs no running service. All of them run, and one failure fails the whole."""

import os
import subprocess
import sys
import time
from multiprocessing.pool import ThreadPool

from console import ROOT, say

PYTHON = [sys.executable]
MANAGE = [*PYTHON, "manage.py"]
PRODUCTION = {
    "LINTEL_MODE": "production",
    "SECRET_KEY": "a key for this check only, as long and varied as the real one 0123456789",
    "SEAL_KEY": "another key for this check only, as long and varied as the real 0123456789",
    "SITE_URL": "https://lintel.example",
    "DATABASE_URL": "postgres://lintel@/lintel",
    "TRUSTED_PROXIES": "1",
    "MAIL_PROVIDER": "smtp",
    "MAIL_FROM": "Lintel <no-reply@lintel.example>",
    "EMAIL_URL": "smtp+tls://mail.example",
    "SCANNER": "clamd",
    "COUNCIL_NAME": "A council",
    "COUNCIL_TELEPHONE": "01632 960 001",
    "COUNCIL_EMAIL": "housing@example.com",
    "COUNCIL_POSTAL_ADDRESS": "1 High Street, Anytown AB1 2CD",
    "AUTHORITY_CODE": "E07000107",
}
# The longest begin first: every core takes the next when it is free.
CHECKS: dict[str, tuple[list[str], dict[str, str]]] = {
    "types": ([*PYTHON, "-m", "mypy"], {}),
    "house rules": ([*PYTHON, "-m", "pytest", "tests/house"], {}),
    "style": ([*PYTHON, "-m", "ruff", "check", "."], {}),
    "format": ([*PYTHON, "-m", "ruff", "format", "--check", "."], {}),
    "import order": ([*PYTHON, ".venv/bin/lint-imports", "--no-cache", "--no-logo"], {}),
    "templates": ([*PYTHON, "-m", "djlint", "--lint", "--quiet", "--allow-empty-input", "."], {}),
    "migrations": ([*MANAGE, "makemigrations", "--check", "--dry-run"], {"LINTEL_MODE": "test"}),
    "diagrams": ([*MANAGE, "diagrams", "--check"], {"LINTEL_MODE": "test"}),
    "deployment": ([*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
}


def carry_out(name: str) -> tuple[str, str, float, str]:
    """The name, what became of it, its seconds, and all it said when it failed."""
    command, variables = CHECKS[name]
    start = time.monotonic()
    result = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    state = "failed" if result.returncode else "passed"
    return name, state, time.monotonic() - start, result.stdout if result.returncode else ""


def main() -> int:
    failed = []
    with ThreadPool(os.cpu_count()) as cores:
        for name, state, seconds, output in cores.imap_unordered(carry_out, CHECKS):
            say(f"{state}  {name}  {seconds:.1f} s")
            if state == "failed":
                failed.append(name)
                say(output)
    if failed:
        say(f"To put right: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
