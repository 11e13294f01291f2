"""The environment, read once: every variable with its type, and what each mode sets."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent


class Mode(StrEnum):
    DEMONSTRATION = "demonstration"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True)
class ModeDefaults:
    """What a mode sets. Nothing outside this table branches on the mode."""

    demonstration_sign_in: bool
    manifest_static: bool
    secure_cookies: bool
    requires: tuple[str, ...]


MODES: dict[Mode, ModeDefaults] = {
    Mode.DEMONSTRATION: ModeDefaults(
        demonstration_sign_in=True, manifest_static=False, secure_cookies=False, requires=()
    ),
    Mode.TEST: ModeDefaults(demonstration_sign_in=False, manifest_static=False, secure_cookies=False, requires=()),
    Mode.PRODUCTION: ModeDefaults(
        demonstration_sign_in=False,
        manifest_static=True,
        secure_cookies=True,
        requires=(
            "SECRET_KEY",
            "SEAL_KEY",
            "DATABASE_URL",
            "SITE_URL",
            "TRUSTED_PROXIES",
            "MAIL_PROVIDER",
            "SCANNER",
        ),
    ),
}

DEFAULT_SECRET = "demonstration-only-key-which-production-refuses"


class BadEnvironment(Exception):
    """Raised once with every missing or malformed variable, a line each."""


@dataclass(frozen=True)
class Settings:
    mode: Mode
    debug: bool
    secret_key: str
    seal_key: str
    site_url: str
    database: dict
    cache: dict | None
    email: dict
    trusted_proxies: int
    mail_provider: str
    scanner: str
    scanner_address: str
    var_dir: Path
    defaults: ModeDefaults


def _number(name: str, text: str, faults: list[str]) -> int:
    if not text.isdigit():
        faults.append(f"{name} must be a whole number, not {text!r}")
        return 0
    return int(text)


def load(source: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment.

    Raises BadEnvironment with one line for each variable that is missing or malformed.
    """
    faults: list[str] = []
    raw_mode = source.get("LINTEL_MODE", Mode.DEMONSTRATION)
    try:
        mode = Mode(raw_mode)
    except ValueError:
        faults.append(f"LINTEL_MODE must be one of {', '.join(Mode)}, not {raw_mode!r}")
        mode = Mode.PRODUCTION
    defaults = MODES[mode]
    faults += [f"{name} is required in {mode} mode" for name in defaults.requires if not source.get(name)]

    debug_text = source.get("DEBUG", "no")
    if debug_text not in ("yes", "no"):
        faults.append(f"DEBUG must be yes or no, not {debug_text!r}")
    debug = debug_text == "yes"
    secret = source.get("SECRET_KEY") or DEFAULT_SECRET
    if mode is Mode.PRODUCTION:
        if debug:
            faults.append("DEBUG must be no in production mode")
        if secret == DEFAULT_SECRET:
            faults.append("SECRET_KEY must not be the demonstration key")
        elif len(secret) < 50:
            faults.append("SECRET_KEY must be at least 50 characters long")

    var_dir = Path(source.get("VAR_DIR") or ROOT / "var")
    database_url = source.get("DATABASE_URL") or f"sqlite:///{var_dir / 'lintel.sqlite3'}"
    database: dict = {}
    cache: dict | None = None
    email: dict = {}
    try:
        database = environ.Env.db_url_config(database_url)
    except Exception:
        faults.append("DATABASE_URL cannot be read: write postgres://user:password@host:port/name")
    if not database.get("ENGINE") and database_url:
        faults.append("DATABASE_URL names no database we know")
    if cache_url := source.get("CACHE_URL"):
        try:
            cache = environ.Env.cache_url_config(cache_url)
        except Exception:
            faults.append("CACHE_URL cannot be read: write redis://host:port/number")
    if email_url := source.get("EMAIL_URL"):
        try:
            email = environ.Env.email_url_config(email_url)
        except Exception:
            faults.append("EMAIL_URL cannot be read: write smtp+tls://user:password@host:port")

    site_url = (source.get("SITE_URL") or "http://localhost:8000").rstrip("/")
    if not site_url.startswith(("http://", "https://")):
        faults.append("SITE_URL must start with http:// or https://")
    proxies = _number("TRUSTED_PROXIES", source.get("TRUSTED_PROXIES") or "0", faults)
    mail_provider = source.get("MAIL_PROVIDER") or "outbox"
    if mail_provider not in ("outbox", "smtp"):
        faults.append(f"MAIL_PROVIDER must be outbox or smtp, not {mail_provider!r}")
    if mail_provider == "smtp" and not email:
        faults.append("EMAIL_URL is required when MAIL_PROVIDER is smtp")
    scanner = source.get("SCANNER") or "eicar"
    if scanner not in ("eicar", "clamd"):
        faults.append(f"SCANNER must be eicar or clamd, not {scanner!r}")
    seal_key = source.get("SEAL_KEY") or DEFAULT_SECRET
    if mode is Mode.PRODUCTION and seal_key == DEFAULT_SECRET and source.get("SEAL_KEY"):
        faults.append("SEAL_KEY must not be the demonstration key")

    if faults:
        raise BadEnvironment("The environment is not right:\n  " + "\n  ".join(faults))
    return Settings(
        mode=mode,
        debug=debug,
        secret_key=secret,
        seal_key=seal_key,
        site_url=site_url,
        database=database,
        cache=cache,
        email=email,
        trusted_proxies=proxies,
        mail_provider=mail_provider,
        scanner=scanner,
        scanner_address=source.get("CLAMD_ADDRESS") or "127.0.0.1:3310",
        var_dir=var_dir,
        defaults=defaults,
    )
