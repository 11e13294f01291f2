"""Certificates as an invented engineer would hand them over."""

from datetime import date

from core import dates
from core.documents import pdf
from core.documents.letter import Council, Facts, Letter, Notice
from properties.rules.certificate import CERTIFICATE_LABELS, CertificateKind

MAKERS = {
    CertificateKind.GAS: "Thameside Gas Checks (invented for the demonstration)",
    CertificateKind.EICR: "Brightwire Electrical (invented for the demonstration)",
    CertificateKind.EPC: "Kent Energy Assessors (invented for the demonstration)",
}


def certificate(kind: CertificateKind, number: str, house: str, issued_on: date, expires_on: date) -> bytes:
    """The certificate as a PDF."""
    return pdf.render(
        Letter(
            title=CERTIFICATE_LABELS[kind],
            reference=number,
            date=issued_on,
            council=Council(name=MAKERS[kind]),
            recipient=(house,),
            blocks=(
                Facts(
                    (
                        ("Home", house),
                        ("Number", number),
                        ("Made on", dates.in_words(issued_on)),
                        ("Good until", dates.in_words(expires_on)),
                    )
                ),
                Notice("This is not a real certificate. The home and the engineer are invented.", "Demonstration"),
            ),
        )
    )
