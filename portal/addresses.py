"""Addresses of the services we stand on, as the environment writes them: one URL each."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

POSTGRES_HINT = "write postgres://user:password@host:port/name"
CACHE_HINT = "write redis://host:port/number"
MAIL_HINT = "write smtp+tls://user:password@host:port"


@dataclass(frozen=True)
class Smtp:
    """Where mail leaves. `starttls` and `tls` exclude each other."""

    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def _split(text: str, schemes: tuple[str, ...], hint: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise ValueError(f"cannot be read: {hint}") from None
    if parts.scheme not in schemes:
        raise ValueError(f"cannot be read: {hint}")
    return parts


def sqlite(path: Path) -> dict[str, Any]:
    """Django's settings for an SQLite file that several processes write.

    Python keeps 128 read statements where we have five hundred, and each savepoint is one more.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "cached_statements": 1000,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
        },
        "CONN_MAX_AGE": 600,
    }


def database(text: str) -> dict[str, Any]:
    """Django's settings for `postgres://user:password@host:port/name` or `sqlite:////absolute/path`.

    What follows `?` goes to the driver: `postgres://user@/name?host=/run/postgresql` is a Unix socket,
    `?sslmode=require` insists on TLS. Raises ValueError with words that complete "DATABASE_URL ...".
    """
    parts = _split(text, ("postgres", "postgresql", "sqlite"), POSTGRES_HINT)
    if parts.scheme == "sqlite":
        path = unquote(parts.path).removeprefix("/")
        if not path.startswith("/"):
            raise ValueError("names no file: write sqlite:////absolute/path")
        return sqlite(Path(path))
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise ValueError(f"names no database: {POSTGRES_HINT}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def cache(text: str) -> dict[str, Any]:
    """Django's settings for a shared cache. Raises ValueError with words that complete "CACHE_URL ..."."""
    parts = _split(text, ("redis", "rediss"), CACHE_HINT)
    if not parts.hostname:
        raise ValueError(f"names no host: {CACHE_HINT}")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": text}


def smtp(text: str) -> Smtp:
    """A mail server: `smtp://`, `smtp+tls://` (STARTTLS) or `smtp+ssl://`. Raises ValueError likewise."""
    parts = _split(text, ("smtp", "smtp+tls", "smtp+ssl"), MAIL_HINT)
    if not parts.hostname:
        raise ValueError(f"names no host: {MAIL_HINT}")
    usual = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
    return Smtp(
        host=parts.hostname,
        port=parts.port or usual[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+tls",
        tls=parts.scheme == "smtp+ssl",
    )
