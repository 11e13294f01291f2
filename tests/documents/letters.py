"""A letter with one of every block."""

from dataclasses import replace
from datetime import date

from core.documents.letter import (
    Block,
    Bullets,
    Council,
    Facts,
    Heading,
    Letter,
    Notice,
    Paragraph,
    Signature,
    Table,
)

COUNCIL = Council(
    "Exampleton Borough Council",
    ("Housing, Civic Centre, 1 High Street, Exampleton EX1 1AA",),
    "01632 960 001",
    "housing@example.com",
)
TABLE = Table(
    ("What", "How often", "A month"),
    (("Wages", "weekly", "£784.33"), ("Child element", "monthly", "£629.20")),
    "Money coming in",
    (2,),
)
LETTER = Letter(
    title="We have accepted a duty to help you keep your home",
    reference="HH-2026-0012",
    date=date(2026, 11, 21),
    council=COUNCIL,
    recipient=("Ms Siân Ŵyn-Jones", "14 Example Street", "Exampleton", "EX1 2XY"),
    blocks=(
        Paragraph("Dear Ms Ŵyn-Jones"),
        Heading("What this means for you"),
        Paragraph("We must take reasonable steps with you — for 56 days — so that you can stay in your home."),
        Bullets(("We will speak to your landlord.", "You will send us your payslips.")),
        Heading("What you can afford", 3),
        Facts((("Your home now", "14 Example Street"), ("Duty ends", "Friday 15 January 2027"))),
        TABLE,
        Notice("Ask within 21 days: by Saturday 12 December 2026.", "Your right to a review"),
        Bullets(("Read your plan.", "Keep a copy."), numbered=True),
        Signature("Priya Shah", "Housing officer", ("01632 960 014",)),
    ),
)


def letter(*blocks: Block, **changes: object) -> Letter:
    return replace(LETTER, blocks=blocks or LETTER.blocks, **changes)
