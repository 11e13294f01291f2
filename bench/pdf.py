"""What one certificate costs as a tagged PDF."""

import time
from datetime import date

from core.documents import pdf
from core.documents.letter import Bullets, Council, Facts, Heading, Letter, Notice, Paragraph

LETTER = Letter(
    title="Deposit guarantee certificate",
    reference="GT-2026-0001",
    date=date(2026, 11, 21),
    council=Council(name="A council", telephone="01632 960 001"),
    recipient=("A landlord",),
    blocks=(
        Paragraph("The council promises to pay the landlord named here, up to the amount below, for what is covered."),
        Facts((("Landlord", "A landlord"), ("Home", "12 Orchard Street"), ("Most we pay in all", "£1,148.07"))),
        Heading("What is covered"),
        Bullets(("Rent arrears", "Damage beyond fair wear and tear")),
        Notice("Anyone can check it.", title="Is this certificate real?"),
    ),
)


def measure(times: int = 50) -> float:
    """Milliseconds of processor time for one."""
    pdf.render(LETTER)
    start = time.process_time()
    for _ in range(times):
        pdf.render(LETTER)
    return (time.process_time() - start) / times * 1_000
