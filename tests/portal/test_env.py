"""What the service starts with, and what it refuses to start with."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from portal import env

PRODUCTION = {
    "LINTEL_MODE": "production",
    "SECRET_KEY": "s" * 25 + "ecret and long enough 0123456789",
    "SEAL_KEY": "k" * 25 + "ept apart and long enough 012345",
    "SITE_URL": "https://homes.example.com/",
    "DATABASE_URL": "postgres://lintel:p%40ss@db.example.com:5433/lintel?sslmode=require",
    "TRUSTED_PROXIES": "1",
    "MAIL_PROVIDER": "smtp",
    "MAIL_FROM": "Homes <homes@example.com>",
    "EMAIL_URL": "smtp+tls://user:p%3Ass@mail.example.com",
    "SCANNER": "clamd",
    "COUNCIL_NAME": "A council",
    "COUNCIL_TELEPHONE": "01632 960 001",
    "COUNCIL_EMAIL": "housing@example.com",
    "COUNCIL_POSTAL_ADDRESS": "1 High Street, Anytown AB1 2CD",
    "AUTHORITY_CODE": "E07000107",
}


def faults(**changes: str) -> list[str]:
    with pytest.raises(env.BadEnvironment) as caught:
        env.load({**PRODUCTION, **changes})
    return [line.strip() for line in str(caught.value).splitlines()[1:]]


def test_an_empty_environment_is_the_demonstration():
    loaded = env.load({})
    assert loaded.mode is env.Mode.DEMONSTRATION
    assert loaded.defaults.demonstration_sign_in
    assert loaded.database_url["ENGINE"].endswith("sqlite3")
    assert loaded.database_url["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_production_reads_every_address():
    loaded = env.load(PRODUCTION)
    assert not loaded.defaults.demonstration_sign_in
    assert loaded.site_url == "https://homes.example.com"
    assert loaded.database_url["PASSWORD"] == "p@ss"
    assert loaded.database_url["PORT"] == "5433"
    assert loaded.database_url["OPTIONS"] == {"sslmode": "require"}
    assert (loaded.email_url.host, loaded.email_url.port, loaded.email_url.password) == (
        "mail.example.com",
        587,
        "p:ss",
    )
    assert loaded.email_url.starttls


def test_one_error_names_everything_that_production_misses():
    with pytest.raises(env.BadEnvironment) as caught:
        env.load({"LINTEL_MODE": "production"})
    for name in env.MODES[env.Mode.PRODUCTION].requires:
        assert f"{name} is required in production mode" in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"LINTEL_MODE": "staging"}, "LINTEL_MODE must be demonstration, test, production"),
        ({"DEBUG": "yes"}, "DEBUG must be no"),
        ({"DEBUG": "1"}, "DEBUG must be yes or no"),
        ({"SECRET_KEY": env.DEMONSTRATION_KEY}, "SECRET_KEY must not be the demonstration key"),
        ({"SEAL_KEY": env.DEMONSTRATION_KEY}, "SEAL_KEY must not be the demonstration key"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be at least 50"),
        ({"SEAL_KEY": PRODUCTION["SECRET_KEY"]}, "SEAL_KEY must differ"),
        ({"SITE_URL": "http://homes.example.com"}, "SITE_URL must start with https://"),
        ({"SITE_URL": "homes.example.com"}, "SITE_URL must start with"),
        ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgres://a@b:port/c"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgres://a@b/"}, "DATABASE_URL names no database"),
        ({"DATABASE_URL": "sqlite:///lintel.db"}, "DATABASE_URL names no file"),
        ({"CACHE_URL": "memcached://x"}, "CACHE_URL cannot be read"),
        ({"EMAIL_URL": "mail.example.com"}, "EMAIL_URL cannot be read"),
        ({"EMAIL_URL": ""}, "EMAIL_URL is required"),
        ({"TRUSTED_PROXIES": "one"}, "TRUSTED_PROXIES must be a whole number"),
        ({"MAIL_PROVIDER": "pigeon"}, "MAIL_PROVIDER must be outbox or smtp"),
        ({"MAIL_PROVIDER": "outbox"}, "MAIL_PROVIDER is outbox, a stand-in: write ALLOW_FAKES=mail"),
        ({"MAIL_PROVIDER": "outbox", "ALLOW_FAKES": "scanner"}, "MAIL_PROVIDER is outbox"),
        ({"SCANNER": "eicar"}, "SCANNER is eicar, a stand-in: write ALLOW_FAKES=scanner"),
        ({"ALLOW_FAKES": "everything"}, "ALLOW_FAKES may name mail, scanner, not everything"),
    ],
)
def test_a_fault_is_named_alone(changes, words):
    assert [line for line in faults(**changes) if words in line] == faults(**changes)


def test_production_takes_the_stand_ins_that_it_names():
    loaded = env.load({**PRODUCTION, "MAIL_PROVIDER": "outbox", "SCANNER": "eicar", "ALLOW_FAKES": "mail, scanner"})
    assert loaded.allow_fakes == {"mail", "scanner"}


def test_the_example_names_every_variable():
    standing = (settings.BASE_DIR / ".env.example").read_text()
    assert standing == env.example(), (
        "write it anew: python -c 'from portal import env; print(env.example(), end=\"\")'"
    )


def test_a_bad_environment_ends_the_process_with_words_and_no_traceback():
    variables = {"PATH": os.environ["PATH"], "LINTEL_MODE": "production", "VAR_DIR": os.environ["VAR_DIR"]}
    command = [sys.executable, "manage.py", "check"]
    result = subprocess.run(command, cwd=settings.BASE_DIR, env=variables, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("Lintel cannot start.")
    assert "SECRET_KEY is required" in result.stderr
    assert "Traceback" not in result.stderr
