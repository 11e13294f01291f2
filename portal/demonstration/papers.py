"""Certificates as an invented engineer would hand them over."""

from datetime import date
from functools import cache

from core import dates
from core.documents import pdf
from core.documents.letter import Council, Facts, Letter, Notice, Paragraph
from portal.demonstration.calendar import FIRST_DAY
from properties.rules.certificate import CERTIFICATE_LABELS, CertificateKind

MAKERS = {
    CertificateKind.GAS: "Thameside Gas Checks (invented for the demonstration)",
    CertificateKind.EICR: "Brightwire Electrical (invented for the demonstration)",
    CertificateKind.EPC: "Kent Energy Assessors (invented for the demonstration)",
}


NOT_REAL = Notice("This is not a real certificate. The home and the engineer are invented.", "Demonstration")


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
                NOT_REAL,
            ),
        )
    )


@cache
def of_any_home(kind: CertificateKind) -> bytes:
    """One paper that stands for the certificates of many homes, where nobody reads each."""
    return pdf.render(
        Letter(
            title=CERTIFICATE_LABELS[kind],
            reference="",
            date=FIRST_DAY,
            council=Council(name=MAKERS[kind]),
            recipient=(),
            blocks=(Paragraph("The number and the dates stand in the record of the home."), NOT_REAL),
        )
    )
