"""May this home be let on a day, and what is missing?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core import dates
from core.states import Holder

WORST_EPC = "E"


@dataclass(frozen=True)
class CertificateFacts:
    """`being_checked`: the landlord has sent it and the council has it."""

    kind: str
    label: str
    valid: bool
    shown: str
    being_checked: bool = False


@dataclass(frozen=True)
class LicenceFacts:
    """A licence that the home needs. `expires_on` is its last day; None when none was given."""

    label: str
    source: str
    number: str
    expires_on: date | None


@dataclass(frozen=True)
class HomeFacts:
    accepted: bool
    open_prohibition: bool
    check_passed: bool
    check_actions_open_until: date | None
    certificates: tuple[CertificateFacts, ...]
    licences: tuple[LicenceFacts, ...]
    epc_band: str
    epc_exempt: bool
    restricted_until: date | None
    landlord_active: bool


@dataclass(frozen=True)
class Missing:
    """One thing that stands against letting the home, who must put it right, and the rule behind it."""

    code: str
    words: str
    holder: Holder
    source: str


def missing(facts: HomeFacts, on: date) -> list[Missing]:
    """Everything that stands against letting the home on a day; empty when it may be let.

    Selective licensing counts here and not in article 3. Sources stand in each row.
    """
    return [*not_settled(facts, on), *papers_missing(facts, on), *not_allowed(facts, on)]


def not_settled(facts: HomeFacts, on: date) -> Iterator[Missing]:
    """What the council and the landlord have not settled between them yet."""
    if not facts.landlord_active:
        yield Missing("landlord", "The landlord is not active with us.", Holder.COUNCIL, "house rule")
    if not facts.accepted:
        yield Missing("not_accepted", "We have not accepted the home yet.", Holder.COUNCIL, "house rule")
    if not facts.check_passed:
        yield Missing("property_check", "No property check has passed.", Holder.COUNCIL, "house rule")
    if facts.check_actions_open_until is not None and on > facts.check_actions_open_until:
        yield Missing("check_actions", "Work from the property check is overdue.", Holder.LANDLORD, "house rule")
    if facts.open_prohibition:
        yield Missing("prohibition", "A prohibition order is in force.", Holder.LANDLORD, "Housing Act 2004 s20")


def papers_missing(facts: HomeFacts, on: date) -> Iterator[Missing]:
    """Certificates, the energy rating and licences."""
    for certificate in facts.certificates:
        if not certificate.valid:
            yield Missing(
                f"certificate_{certificate.kind}",
                f"{certificate.label}: {certificate.shown[:1].lower()}{certificate.shown[1:]}.",
                Holder.COUNCIL if certificate.being_checked else Holder.LANDLORD,
                SOURCES.get(certificate.kind, "house rule"),
            )
    if facts.epc_band > WORST_EPC and not facts.epc_exempt:
        words = f"The energy rating is {facts.epc_band}. It must be E or better, or exempt."
        yield Missing("epc_band", words, Holder.LANDLORD, "SI 2015/962")
    for licence in facts.licences:
        if not licence.number or licence.expires_on is None or on > licence.expires_on:
            code = f"licence_{licence.label.lower()}"
            yield Missing(code, licence_words(licence, on), Holder.LANDLORD, licence.source)


def not_allowed(facts: HomeFacts, on: date) -> Iterator[Missing]:
    """The restricted period after a notice to sell or to move in."""
    if facts.restricted_until is not None and on <= facts.restricted_until:
        yield Missing(
            "restricted_period",
            f"A ground 1 or 1A notice was given. The home may not be let or advertised "
            f"until after {dates.in_words(facts.restricted_until)}.",
            Holder.LANDLORD,
            "Housing Act 1988 s16M",
        )


SOURCES = {"gas": "Gas Safety Regulations 1998 reg 36", "eicr": "SI 2020/312", "epc": "SI 2012/3118"}


def licence_words(licence: LicenceFacts, on: date) -> str:
    if licence.number and licence.expires_on is not None and on > licence.expires_on:
        return f"{licence.label} ran out on {dates.in_words(licence.expires_on)}."
    return f"{licence.label} is missing."
