"""Every check that needs no running service. All of them run, and one failure fails the whole."""

import os
import subprocess
import sys
import time

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
CHECKS: dict[str, tuple[list[str], dict[str, str]]] = {
    "style": ([*PYTHON, "-m", "ruff", "check", "."], {}),
    "format": ([*PYTHON, "-m", "ruff", "format", "--check", "."], {}),
    "types": ([*PYTHON, "-m", "mypy"], {}),
    "import order": ([*PYTHON, ".venv/bin/lint-imports", "--no-cache", "--no-logo"], {}),
    "house rules": ([*PYTHON, "-m", "pytest", "tests/house"], {}),
    "templates": ([*PYTHON, "-m", "djlint", "--lint", "--quiet", "--allow-empty-input", "."], {}),
    "migrations": ([*MANAGE, "makemigrations", "--check", "--dry-run"], {"LINTEL_MODE": "test"}),
    "diagrams": ([*MANAGE, "diagrams", "--check"], {"LINTEL_MODE": "test"}),
    "deployment": ([*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
}


def main() -> int:
    failed = []
    for name, (command, variables) in CHECKS.items():
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
        say(f"{'failed' if result.returncode else 'passed'}  {name}  {time.monotonic() - start:.1f} s")
        if result.returncode:
            failed.append(name)
            say(result.stdout)
    if failed:
        say(f"To put right: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
