"""The certificates of a home and what stands against letting it, as its pages show them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from core import dates
from core.documents.models import Document
from core.states import Holder
from core.ui.components import Action, Cell, Column, Row, Table, Tag
from properties.models import Certificate, Home
from properties.rules.certificate import (
    CERTIFICATE_LABELS,
    NOT_REQUIRED_LABELS,
    CertificateKind,
    CertificateState,
    NotRequired,
    Shown,
)
from properties.rules.home import HomeState
from properties.selectors import lettable

HOLDER_WORDS = {Holder.LANDLORD: "The landlord", Holder.COUNCIL: "The council"}


def shown(certificate: Certificate | None, on: date) -> Tag:
    state = certificate.shown(on) if certificate else Shown("Missing", "red", False)
    return Tag(state.label, state.colour)


def days(certificate: Certificate | None) -> str:
    """What the certificate says of itself, in one line."""
    if certificate is None:
        return ""
    if certificate.not_required_because:
        return NOT_REQUIRED_LABELS[NotRequired(certificate.not_required_because)]
    if certificate.promised_by and certificate.state == CertificateState.PROVIDE_LATER:
        return f"Promised by {dates.short(certificate.promised_by)}"
    if certificate.issued_on is None or certificate.expires_on is None:
        return ""
    number = f"Rating {certificate.epc_band}, number" if certificate.epc_band else "Number"
    made, until = dates.short(certificate.issued_on), dates.short(certificate.expires_on)
    return f"{number} {certificate.number}, made {made}, good to {until}"


def for_landlord(home: Home, on: date) -> list[Row]:
    """Each certificate with how it stands and the way to send one."""
    held = lettable.current(home)
    found = []
    for kind in CertificateKind:
        certificate = held.get(kind)
        lines: list[Tag | str] = [shown(certificate, on)]
        if words := days(certificate):
            lines.append(words)
        if certificate and certificate.reason:
            lines.append(f"Why: {certificate.reason}")
        found.append(Row(CERTIFICATE_LABELS[kind], lines, send_action(home, kind, certificate)))
    return found


def send_action(home: Home, kind: CertificateKind, certificate: Certificate | None) -> Action | None:
    if home.state == HomeState.ARCHIVED or (kind is CertificateKind.GAS and not home.has_gas):
        return None
    has_one = certificate is not None and certificate.document_reference
    noun = CERTIFICATE_LABELS[kind]
    return Action(
        "Send another" if has_one else "Send it",
        reverse("properties_landlord_renew", args=[home.reference, kind]),
        hidden=f"({noun})",
    )


def for_office(home: Home, documents: Mapping[str, Document], on: date, *, may_verify: bool) -> Table:
    """Each certificate with its file, and the way to decide on it."""
    held = lettable.current(home)
    lines = []
    for kind in CertificateKind:
        certificate = held.get(kind)
        document = documents.get(certificate.document_reference) if certificate else None
        lines.append(
            [
                Cell(CERTIFICATE_LABELS[kind], note=certificate.reason if certificate else ""),
                Cell(shown(certificate, on)),
                Cell(days(certificate)),
                file_cell(home, document),
                decide_cell(home, certificate) if may_verify else Cell(""),
            ]
        )
    columns = [Column("Certificate"), Column("State"), Column("What it says"), Column("File"), Column("What to do")]
    return Table(caption="Certificates", caption_hidden=True, columns=columns, rows=lines)


DECIDABLE = (CertificateState.UPLOADED, CertificateState.VERIFIED)


def decide_cell(home: Home, certificate: Certificate | None) -> Cell:
    if certificate is None or certificate.state not in DECIDABLE:
        return Cell("")
    url = reverse("properties_office_certificate", args=[home.reference, certificate.kind])
    verb = "Check" if certificate.state == CertificateState.UPLOADED else "Look again at"
    return Cell(f"{verb} the {certificate.noun}", url=url)


def file_cell(home: Home, document: Document | None) -> Cell:
    """The file's name as a link, or how it stands when nobody can open it."""
    if document is None:
        return Cell("")
    if not document.is_ready:
        state = document.current_state
        return Cell(Tag(state.label, state.colour))
    return Cell(document.name, url=reverse("properties_office_file", args=[home.reference, document.reference]))


def one(home: Home, certificate: Certificate) -> dict[str, Any]:
    """A certificate as the landlord gave it, beside its file, for the officer who decides."""
    document = Document.objects.about(home.subject).filter(reference=certificate.document_reference).first()
    rows = [
        Row("Home", [*home.address.splitlines(), home.town, home.postcode]),
        Row("Number", certificate.number),
        Row("Made", certificate.issued_on),
        Row("Good to", certificate.expires_on),
    ]
    if certificate.epc_band:
        rows.append(Row("Energy rating", certificate.epc_band))
    url = ""
    if document is not None and document.is_ready:
        url = reverse("properties_office_file", args=[home.reference, document.reference])
    return {"certificate": certificate, "rows": rows, "document": document, "file_url": url}


def missing(home: Home, on: date) -> Table:
    """What stands against letting the home today: who must put it right, and the rule behind it."""
    answer = lettable.lettable(home, on)
    return Table(
        caption="Before the home can be let",
        columns=[Column("What is missing"), Column("Who puts it right"), Column("Rule")],
        rows=[
            [Cell(each.words), Cell(HOLDER_WORDS.get(each.holder, "")), Cell(each.source)] for each in answer.missing
        ],
        caption_hidden=True,
    )


def left_to_do(home: Home, on: date) -> list[str]:
    """What the landlord has to put right before the home can be let, in words."""
    return [each.words for each in lettable.lettable(home, on).missing if each.holder is Holder.LANDLORD]
