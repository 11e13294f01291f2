"""The environment, read once: every variable with its type, and what each mode sets."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from portal import addresses

ROOT = Path(__file__).resolve().parent.parent
DEMONSTRATION_KEY = "demonstration-only-key-which-production-refuses"


class Mode(StrEnum):
    DEMONSTRATION = "demonstration"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True)
class ModeDefaults:
    """What a mode sets. Nothing outside this table branches on the mode.

    `https` is HTTPS everywhere: secure cookies, redirects, HSTS, and no local host names. `defended`
    refuses what only suits a demonstration: the key that stands in this file, DEBUG, unnamed fakes.
    """

    demonstration_sign_in: bool
    manifest_static: bool
    https: bool
    defended: bool
    quick_passwords: bool
    cache_in_memory: bool
    requires: tuple[str, ...] = ()


MODES: dict[Mode, ModeDefaults] = {
    Mode.DEMONSTRATION: ModeDefaults(
        demonstration_sign_in=True,
        manifest_static=False,
        https=False,
        defended=False,
        quick_passwords=False,
        cache_in_memory=False,
    ),
    Mode.TEST: ModeDefaults(
        demonstration_sign_in=False,
        manifest_static=False,
        https=False,
        defended=False,
        quick_passwords=True,
        cache_in_memory=True,
    ),
    Mode.PRODUCTION: ModeDefaults(
        demonstration_sign_in=False,
        manifest_static=True,
        https=True,
        defended=True,
        quick_passwords=False,
        cache_in_memory=False,
        requires=(
            "AUTHORITY_CODE",
            "COUNCIL_EMAIL",
            "COUNCIL_NAME",
            "COUNCIL_POSTAL_ADDRESS",
            "COUNCIL_TELEPHONE",
            "DATABASE_URL",
            "MAIL_FROM",
            "MAIL_PROVIDER",
            "SCANNER",
            "SEAL_KEY",
            "SECRET_KEY",
            "SITE_URL",
            "TRUSTED_PROXIES",
        ),
    ),
}


class BadEnvironment(Exception):
    """Raised once with every missing or malformed variable, a line each."""


def _mode(text: str) -> Mode:
    if text not in list(Mode):
        raise ValueError(f"must be {', '.join(Mode)}, not {text!r}")
    return Mode(text)


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"must be yes or no, not {text!r}")
    return text == "yes"


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"must be a whole number, not {text!r}")
    return int(text)


def _site(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError("must start with http:// or https://")
    return text.rstrip("/")


def _one_of(*names: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in names:
            raise ValueError(f"must be {' or '.join(names)}, not {text!r}")
        return text

    return read


def _some_of(*names: str) -> Callable[[str], frozenset[str]]:
    def read(text: str) -> frozenset[str]:
        chosen = frozenset(part.strip() for part in text.split(",") if part.strip())
        if unknown := sorted(chosen - set(names)):
            raise ValueError(f"may name {', '.join(names)}, not {', '.join(unknown)}")
        return chosen

    return read


@dataclass(frozen=True)
class Variable:
    """One variable: how its text is read, what it is when unset, and what it means to an operator.

    An empty default stands for "nothing", and is not read.
    """

    read: Callable[[str], Any]
    default: str
    meaning: str


VARIABLES: dict[str, Variable] = {
    "LINTEL_MODE": Variable(_mode, "demonstration", "demonstration, test or production."),
    "DEBUG": Variable(_yes, "no", "yes shows error details in the browser. Production refuses it."),
    "SECRET_KEY": Variable(str, DEMONSTRATION_KEY, "Signs sessions and links: 50 characters or more."),
    "SEAL_KEY": Variable(str, DEMONSTRATION_KEY, "Seals the audit trail. Keep it apart from the database."),
    "AUDIT_HEAD": Variable(Path, "", "File outside the database that remembers the last seal. Empty: in VAR_DIR."),
    "SITE_URL": Variable(_site, "http://localhost:8000", "The address that people type."),
    "DATABASE_URL": Variable(addresses.database, "", "PostgreSQL. Empty: SQLite in VAR_DIR."),
    "CACHE_URL": Variable(addresses.cache, "", "Redis. Empty: a table of the database."),
    "TRUSTED_PROXIES": Variable(_number, "0", "How many proxies of yours stand in front."),
    "MAIL_PROVIDER": Variable(_one_of("outbox", "smtp"), "outbox", "smtp, or outbox: only shown in the office."),
    "MAIL_FROM": Variable(str, "Lintel <no-reply@lintel.example>", "The sender of our e-mail."),
    "EMAIL_URL": Variable(addresses.smtp, "", "The mail server, when MAIL_PROVIDER is smtp."),
    "SCANNER": Variable(_one_of("eicar", "clamd"), "eicar", "clamd scans uploads; eicar knows one test string."),
    "CLAMD_ADDRESS": Variable(str, "127.0.0.1:3310", "Where clamd listens."),
    "ALLOW_FAKES": Variable(_some_of("mail", "scanner"), "", "Stand-ins that production may use: mail, scanner."),
    "COUNCIL_NAME": Variable(str, "Dartford Borough Council (demonstration)", "The council, as people know it."),
    "COUNCIL_TELEPHONE": Variable(str, "01632 960 001", "The number on every page."),
    "COUNCIL_TELEPHONE_ANY_HOUR": Variable(
        str, "", "Answered day and night, for whoever has nowhere to sleep. Empty: COUNCIL_TELEPHONE."
    ),
    "COUNCIL_EMAIL": Variable(str, "housing@lintel.example", "Where people may write to the housing team."),
    "COUNCIL_POSTAL_ADDRESS": Variable(
        str, "Housing team, Example House, 1 Sample Street, Dartford DA1 0ZZ", "Where letters to the team go: one line."
    ),
    "RESILIENCE_FUND_RUN_BY": Variable(
        str, "", "Who runs the Crisis and Resilience Fund here, often the county. Empty: COUNCIL_NAME."
    ),
    "AUTHORITY_CODE": Variable(str, "E07000107", "The authority's nine-character code."),
    "VAR_DIR": Variable(Path, "", "Where the database and uploads stand. Empty: var/ beside the code."),
}


@dataclass(frozen=True)
class Environment:
    mode: Mode
    debug: bool
    secret_key: str
    seal_key: str
    audit_head: Path
    site_url: str
    database_url: dict[str, Any]
    cache_url: dict[str, Any] | None
    trusted_proxies: int
    mail_provider: str
    mail_from: str
    email_url: addresses.Smtp | None
    scanner: str
    clamd_address: str
    allow_fakes: frozenset[str]
    council_name: str
    council_telephone: str
    council_telephone_any_hour: str | None
    council_email: str
    council_postal_address: str
    resilience_fund_run_by: str | None
    authority_code: str
    var_dir: Path

    @property
    def defaults(self) -> ModeDefaults:
        return MODES[self.mode]


def load(source: Mapping[str, str] = os.environ) -> Environment:
    """Read the environment.

    Raises BadEnvironment with one line for each variable that is missing, malformed or unsafe.
    """
    values: dict[str, Any] = {}
    faults: list[str] = []
    for name, variable in VARIABLES.items():
        text = source.get(name) or variable.default
        try:
            values[name] = variable.read(text) if text else None
        except ValueError as fault:
            values[name] = None
            faults.append(f"{name} {fault}")
    mode = values["LINTEL_MODE"]
    if mode:
        faults += [f"{name} is required in {mode} mode" for name in MODES[mode].requires if not source.get(name)]
    if not mode or MODES[mode].defended:
        faults += _unsafe(values, source)
    if values["MAIL_PROVIDER"] == "smtp" and not source.get("EMAIL_URL"):
        faults.append("EMAIL_URL is required when MAIL_PROVIDER is smtp")
    if faults:
        raise BadEnvironment("Lintel cannot start. Put these variables right:\n  " + "\n  ".join(faults))
    values["VAR_DIR"] = (values["VAR_DIR"] or ROOT / "var").resolve()
    values["DATABASE_URL"] = values["DATABASE_URL"] or addresses.sqlite(values["VAR_DIR"] / "lintel.sqlite3")
    values["AUDIT_HEAD"] = values["AUDIT_HEAD"] or values["VAR_DIR"] / "audit-head.json"
    values["ALLOW_FAKES"] = values["ALLOW_FAKES"] or frozenset()
    return Environment(mode=values.pop("LINTEL_MODE"), **{name.lower(): value for name, value in values.items()})


def _unsafe(values: Mapping[str, Any], source: Mapping[str, str]) -> list[str]:
    """What a service that is open to the public must not run with."""
    faults = []
    if values["DEBUG"]:
        faults.append("DEBUG must be no: error details are not for the public")
    for name in ("SECRET_KEY", "SEAL_KEY"):
        if source.get(name) == DEMONSTRATION_KEY:
            faults.append(f"{name} must not be the demonstration key")
        elif source.get(name) and len(values[name]) < 50:
            faults.append(f"{name} must be at least 50 characters long")
    if source.get("SECRET_KEY") and source.get("SECRET_KEY") == source.get("SEAL_KEY"):
        faults.append("SEAL_KEY must differ from SECRET_KEY")
    if source.get("SITE_URL") and not str(values["SITE_URL"]).startswith("https://"):
        faults.append("SITE_URL must start with https://")
    allowed = values["ALLOW_FAKES"] or frozenset()
    for fake, name, value in (("mail", "MAIL_PROVIDER", "outbox"), ("scanner", "SCANNER", "eicar")):
        if source.get(name) == value and fake not in allowed:
            faults.append(f"{name} is {value}, a stand-in: write ALLOW_FAKES={fake} if you mean it")
    return faults


def example() -> str:
    """The text of `.env.example`: every variable with its meaning and what it is when left out."""
    blocks = ["# Every variable that Lintel reads. Production requires those marked with an asterisk.\n"]
    required = MODES[Mode.PRODUCTION].requires
    for name, variable in VARIABLES.items():
        mark = " *" if name in required else ""
        blocks.append(f"# {variable.meaning}{mark}\n#{name}={variable.default}\n")
    return "\n".join(blocks)
