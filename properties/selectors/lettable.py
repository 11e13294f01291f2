from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landlords.rules.landlord import LandlordState
from properties.models import Certificate, Home, PropertyCheck
from properties.rules import lettable as rules
from properties.rules.certificate import CERTIFICATE_LABELS, CertificateKind, CertificateState, Shown
from properties.rules.check import CheckState
from properties.selectors import notices

REQUIRED = (CertificateKind.GAS, CertificateKind.EICR, CertificateKind.EPC)


@dataclass(frozen=True)
class Lettability:
    """May the home be let on the day, and everything that is missing if not."""

    on: date
    missing: tuple[rules.Missing, ...]

    @property
    def ok(self) -> bool:
        return not self.missing


def current(home: Home) -> dict[str, Certificate]:
    """The home's current certificates by kind."""
    return in_place(home.certificates.all())


def in_place(certificates: Iterable[Certificate]) -> dict[str, Certificate]:
    """Those that no other has replaced, by kind."""
    return {c.kind: c for c in certificates if c.replaced_at is None}


def unsettled(home: Home) -> list[str]:
    """The certificates, by their labels, that nobody has checked yet or that are not there."""
    held, settled = current(home), (CertificateState.VERIFIED, CertificateState.NOT_REQUIRED)
    return [CERTIFICATE_LABELS[kind] for kind in REQUIRED if kind not in held or held[kind].state not in settled]


def standing(home: Home, on: date) -> dict[str, Certificate]:
    """The certificate of each kind that counts on a day.

    That is the current one, except that a checked one which is still good counts on while the one
    that replaces it is being checked: nobody loses a let by renewing early.
    """
    every = list(home.certificates.all())
    held = in_place(every)
    for before in every:
        waiting = held.get(before.kind)
        being_checked = waiting is not None and waiting.state == CertificateState.UPLOADED
        if being_checked and before.state == CertificateState.VERIFIED and before.valid_on(on):
            held[before.kind] = before
    return held


def latest_check(home: Home) -> PropertyCheck | None:
    """The newest visit that has an outcome."""
    done = (CheckState.PASSED, CheckState.PASSED_WITH_ACTIONS, CheckState.FAILED)
    return next((check for check in home.checks.all() if check.state in done), None)


def licences(home: Home) -> tuple[rules.LicenceFacts, ...]:
    """The licences that the home needs."""
    needed = []
    if home.in_selective_licensing_area:
        needed.append(
            rules.LicenceFacts(
                "Selective licence",
                "Housing Act 2004 ss79-85",
                home.selective_licence_number,
                home.selective_licence_expires_on,
            )
        )
    if home.hmo_mandatory or home.hmo_additional:
        needed.append(
            rules.LicenceFacts(
                "Licence for a shared house (HMO)",
                "Housing Act 2004 ss55-56",
                home.hmo_licence_number,
                home.hmo_licence_expires_on,
            )
        )
    return tuple(needed)


def certificate_facts(held: dict[str, Certificate], on: date) -> tuple[rules.CertificateFacts, ...]:
    facts = []
    for kind in REQUIRED:
        certificate = held.get(kind)
        seen = certificate.shown(on) if certificate else Shown("Missing", "red", False)
        waiting = certificate is not None and certificate.state == CertificateState.UPLOADED
        facts.append(rules.CertificateFacts(kind, CERTIFICATE_LABELS[kind], seen.valid, seen.label, waiting))
    return tuple(facts)


def lettable(home: Home, on: date) -> Lettability:
    """Whether the home may be let on a day, and what is missing.

    Uses the home's landlord, certificates, checks and notices: prefetch them for a list (`for_lettable`).
    """
    held = standing(home, on)
    check = latest_check(home)
    epc = held.get(CertificateKind.EPC)
    facts = rules.HomeFacts(
        accepted=home.state == "accepted",
        open_prohibition=home.open_prohibition,
        check_passed=check is not None and check.state != CheckState.FAILED,
        check_actions_open_until=check.actions_due_on
        if check and check.state == CheckState.PASSED_WITH_ACTIONS
        else None,
        certificates=certificate_facts(held, on),
        licences=licences(home),
        epc_band=epc.epc_band if epc else "",
        epc_exempt=bool(epc and epc.state == CertificateState.NOT_REQUIRED),
        restricted_until=notices.restricted_until(home, on),
        landlord_active=home.landlord.state == LandlordState.ACTIVE,
    )
    return Lettability(on, tuple(rules.missing(facts, on)))


def for_lettable(homes: "Iterable[Home]") -> "Iterable[Home]":
    """A queryset of homes with all that `lettable` reads, in a constant number of queries."""
    return homes.select_related("landlord").prefetch_related("certificates", "checks", "notices")
