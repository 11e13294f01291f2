"""Certificates of a home: uploaded is not verified, and each has its own life by the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core import dates
from core.errors import DomainError

EARLIEST = date(1990, 1, 1)
EXPIRING_DAYS = 60
PROVIDE_LATER_DAYS = 28
GAS_EARLY_MONTHS = 2


class CertificateKind(StrEnum):
    GAS = "gas"
    EICR = "eicr"
    EPC = "epc"


CERTIFICATE_LABELS = {
    CertificateKind.GAS: "Gas safety record",
    CertificateKind.EICR: "Electrical report (EICR)",
    CertificateKind.EPC: "Energy performance certificate (EPC)",
}


class CertificateState(StrEnum):
    MISSING = "missing"
    PROVIDE_LATER = "provide_later"
    UPLOADED = "uploaded"
    VERIFIED = "verified"
    REJECTED = "rejected"
    NOT_REQUIRED = "not_required"


class NotRequired(StrEnum):
    """Why a certificate is not needed. Each kind allows its own."""

    NO_GAS = "no_gas"
    EPC_EXEMPT = "epc_exempt"


NOT_REQUIRED_LABELS = {
    NotRequired.NO_GAS: "No gas supply or gas appliance",
    NotRequired.EPC_EXEMPT: "The home is exempt from needing an EPC",
}


@dataclass(frozen=True)
class Shown:
    """How a certificate stands on a day: its word, its colour and whether it counts."""

    label: str
    colour: str
    valid: bool


def check_issued_on(issued_on: date, on: date) -> None:
    """Raises DomainError for a date in the future or before 1990."""
    if issued_on > on:
        raise DomainError("The date on the certificate cannot be in the future.", field="issued_on")
    if issued_on < EARLIEST:
        raise DomainError("The date on the certificate must be 1 January 1990 or later.", field="issued_on")


def check_expires_on(issued_on: date, expires_on: date, longest: date) -> None:
    """Raises DomainError when the end does not follow the date of issue, or runs beyond the longest the law allows."""
    if expires_on <= issued_on:
        raise DomainError("The certificate must run out after the day it was made.", field="expires_on")
    if expires_on > longest:
        raise DomainError(
            f"This kind of certificate cannot last beyond {dates.in_words(longest)}. Check both dates.",
            field="expires_on",
        )


def check_not_run_out(expires_on: date, on: date) -> None:
    """Raises DomainError for a certificate that is of no use any more. The last day itself still counts."""
    if expires_on < on:
        raise DomainError(
            f"This certificate ran out on {dates.in_words(expires_on)}. Send the new one, "
            "or say that you send it later.",
            field="expires_on",
            code="ran_out",
        )


def last_day_possible(kind: CertificateKind, issued_on: date, months: int) -> date:
    """The last day on which a certificate issued on a day can be good. `months` is what the rulebook allows its kind.

    A gas record made up to two months before the old one runs out keeps the anniversary, so it may
    last so much longer (Gas Safety (Installation and Use) Regulations 1998 reg 36A).
    """
    extra = GAS_EARLY_MONTHS if kind is CertificateKind.GAS else 0
    return dates.add_months(issued_on, months + extra)


def valid_on(state: str, expires_on: date | None, on: date) -> bool:
    """Whether the certificate counts on a day. `expires_on` is the last day on which it is good."""
    if state == CertificateState.NOT_REQUIRED:
        return True
    return state == CertificateState.VERIFIED and expires_on is not None and on <= expires_on


def shown(state: str, expires_on: date | None, on: date) -> Shown:
    """The certificate's word on a day: expiring and expired are facts of the calendar, not states."""
    if state == CertificateState.VERIFIED and expires_on is not None:
        if on > expires_on:
            return Shown(f"Ran out on {dates.short(expires_on)}", "red", False)
        if expires_on - on <= timedelta(days=EXPIRING_DAYS):
            return Shown(f"Runs out {dates.relative(expires_on, on)}", "yellow", True)
        return Shown("Checked", "green", True)
    return {
        CertificateState.MISSING: Shown("Missing", "red", False),
        CertificateState.PROVIDE_LATER: Shown("To come", "yellow", False),
        CertificateState.UPLOADED: Shown("Being checked", "blue", False),
        CertificateState.REJECTED: Shown("Not accepted", "red", False),
        CertificateState.NOT_REQUIRED: Shown("Not needed", "grey", True),
        CertificateState.VERIFIED: Shown("Checked, no end date", "red", False),
    }[CertificateState(state)]
