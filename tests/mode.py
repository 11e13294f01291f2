"""Puts the process in test mode before anything reads the settings (pytest loads it with -p)."""

import atexit
import os
import shutil
import tempfile

OURS = (
    "ALLOW_FAKES",
    "AUDIT_HEAD",
    "CACHE_URL",
    "CLAMD_ADDRESS",
    "DEBUG",
    "EMAIL_URL",
    "MAIL_PROVIDER",
    "SCANNER",
    "SEAL_KEY",
    "SECRET_KEY",
    "SITE_URL",
    "TRUSTED_PROXIES",
)

for name in OURS:
    os.environ.pop(name, None)
os.environ["LINTEL_MODE"] = "test"
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="lintel-test-")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
