"""Wording that bars people because of benefits or children (Renters' Rights Act 2025 Part 1 chapter 3)."""

import re
from dataclasses import dataclass

from core.errors import DomainError


@dataclass(frozen=True)
class Barred:
    """A phrase found, and why it cannot stand in an advertisement."""

    phrase: str
    why: str


NOT = (
    r"(?:strictly |sorry,? |regret(?:tably)? )?no|not|non|never|without|unable to (?:accept|take)"
    r"|(?:un|not )suitable for"
    r"|can ?(?:no|')?t (?:accept|take)|do(?:es)? not (?:accept|take)|do(?:es)?n't (?:accept|take)"
)
BENEFITS = (
    r"dh?ss|housing benefits?|benefits?(?: tenants?| claimants?)?|universal credit|uc|lha|hb"
    r"|claimants?|social tenants?|council tenants?"
)
CHILDREN = r"children|child|kids?|babies|baby|infants?|toddlers?|teenagers?|families|family"
LISTED = r"(?:[\w-]+(?: ?, ?(?:or |and )?| or | and ))+"
WELCOME = r"(?! (?:are |is )?(?:welcome|accepted|considered))"
JOB = r"(?:be (?:working|employed|in (?:full[- ]time )?(?:work|employment))|work|have a job)"
WORKERS = r"(?:working|employed) (?:professionals?|tenants?|people|applicants?|persons?|couples?)"

PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?:{NOT})[ -](?:{BENEFITS})\b", re.I), "benefits"),
    (re.compile(rf"\b(?:{NOT}) {LISTED}(?:{BENEFITS})\b{WELCOME}", re.I), "benefits"),
    (re.compile(rf"\b{WORKERS} only\b", re.I), "benefits"),
    (re.compile(r"\bprofessionals? only\b|\bonly (?:working|professional|employed)\b", re.I), "benefits"),
    (re.compile(rf"\bmust {JOB}\b", re.I), "benefits"),
    (re.compile(rf"\b(?:{NOT})[ -](?:{CHILDREN})\b", re.I), "children"),
    (re.compile(rf"\b(?:{NOT}) {LISTED}(?:{CHILDREN})\b{WELCOME}", re.I), "children"),
    (re.compile(r"\badults? only\b|\bonly adults?\b|\bchild[- ]?free\b", re.I), "children"),
)

WHY = {
    "benefits": "A landlord may not bar or put off people who get benefits.",
    "children": "A landlord may not bar or put off people because children would live with or visit them.",
}


def plain(text: str) -> str:
    """The text as a reader sees it: hidden signs gone, "D.S.S." as one word, a full stop between sentences."""
    text = re.sub(r"[\u200b-\u200f\u2060\ufeff\u00ad]", "", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\b(?:[A-Za-z][. ]){1,3}[A-Za-z]\b", lambda match: re.sub(r"[. ]", "", match.group(0)), text)
    text = re.sub(r"[.!?;:\n]+", " . ", text)
    return re.sub(r"[\s_*·•|/\\]+", " ", text)


def barred(text: str) -> list[Barred]:
    """Every phrase of an advertisement that bars or deters people because of benefits or children.

    A blocklist catches the usual wording only; an officer still reads each advertisement.
    """
    found: dict[str, Barred] = {}
    for pattern, kind in PATTERNS:
        for match in pattern.finditer(plain(text)):
            phrase = " ".join(match.group(0).split())
            found.setdefault(phrase.lower(), Barred(phrase, WHY[kind]))
    return list(found.values())


def check_description(text: str, field: str = "description") -> None:
    """Raises DomainError with the phrase and the law when the text bars benefits or children."""
    found = barred(text)
    if found:
        first = found[0]
        raise DomainError(
            f"Take out “{first.phrase}”. {first.why} It is against the law (Renters’ Rights Act 2025) "
            f"and the penalty is up to £7,000. Say what the home is like instead.",
            field=field,
            code="barred_wording",
        )
